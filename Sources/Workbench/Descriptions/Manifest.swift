import DocumentModel
import FoundationEssentials
import TextNormalization

/// A list of files with what is known of each: `--manifest FILE`.
///
/// JSON Lines, one object a line, or comma-separated values with a header row. `file` names the file
/// as it is given to `ingest`, by its path from the manifest, or by the end of its path.
struct Manifest: Sendable {
  /// What is said of one file.
  struct Row: Sendable {
    /// 1-based.
    var line: Int
    var file: String
    var metadata: DocumentMetadata
  }

  /// The manifest's own path.
  let path: String
  private(set) var rows: [Row] = []

  private init(path: String) { self.path = path }

  /// Reads a manifest; rows and values that can't be used are told with their line.
  ///
  /// - Throws: `WorkbenchError` where the file can't be read as a manifest at all.
  static func read(_ path: String) throws -> Staged<Manifest> {
    guard let data = try? Data(contentsOf: URL(filePath: path)) else {
      throw WorkbenchError(.badUse, "manifest.unreadable", ["path": path])
    }
    var utf8: [UInt8]
    do throws(TextNormalization.DecodingError) {
      utf8 = try Decoder().decode([UInt8](data)).utf8
    } catch {
      var failure = WorkbenchError(.badUse, error.identifier)
      failure.diagnostic = error.diagnostic(file: path)
      throw failure
    }
    if utf8.starts(with: [0xEF, 0xBB, 0xBF]) { utf8.removeFirst(3) }
    var result = Staged(Manifest(path: path))
    let reader = DescriptionReader(file: path)
    if utf8.first(where: { $0 > 0x20 }) == 0x7B {
      result.value.readJSONLines(utf8, by: reader, &result.diagnostics)
    } else {
      try result.value.readCSV(utf8, by: reader, &result.diagnostics)
    }
    return result
  }

  private mutating func readJSONLines(
    _ utf8: [UInt8], by reader: DescriptionReader, _ diagnostics: inout [Diagnostic]
  ) {
    let lines = utf8.split(separator: 0x0A, omittingEmptySubsequences: false)
    for (number, line) in lines.enumerated() where line.contains(where: { $0 > 0x20 }) {
      guard
        let object = try? JSONDecoder().decode(
          [String: DescriptionReader.Value].self, from: Data(line))
      else {
        diagnostics.append(reader.tell("manifest.no-object", number + 1))
        continue
      }
      let values = object.sorted { $0.key < $1.key }.map { (key: $0.key, value: $0.value) }
      add(values, line: number + 1, by: reader, &diagnostics)
    }
  }

  private mutating func readCSV(
    _ utf8: [UInt8], by reader: DescriptionReader, _ diagnostics: inout [Diagnostic]
  ) throws {
    let (records, unclosed) = CSVReader().read(String(decoding: utf8, as: UTF8.self))
    let keys = records.first?.fields.map { $0.trimmed } ?? []
    guard keys.contains(where: { ["file", "path", "source"].contains($0.lowercased()) }) else {
      throw WorkbenchError(.badUse, "manifest.no-header", ["path": path])
    }
    // A key that is unknown is told once, in the header.
    let isKnown = keys.map {
      DescriptionReader.fileKeys.contains($0.lowercased()) || DocumentMetadata.Name(key: $0) != nil
    }
    for (key, isKnown) in zip(keys, isKnown) where !isKnown && !key.isEmpty {
      diagnostics.append(reader.tell("manifest.unknown-key", 1, ["key": key]))
    }
    for record in records.dropFirst() {
      if record.fields.count != keys.count {
        diagnostics.append(
          reader.tell(
            "manifest.field-count", record.line,
            ["count": "\(record.fields.count)", "wanted": "\(keys.count)"]))
        continue
      }
      let values = zip(zip(keys, isKnown), record.fields).compactMap { key, field in
        key.1 ? (key: key.0, value: DescriptionReader.Value.text(field)) : nil
      }
      add(values, line: record.line, by: reader, &diagnostics)
    }
    if let unclosed { diagnostics.append(reader.tell("manifest.unclosed", unclosed)) }
  }

  private mutating func add(
    _ values: [(key: String, value: DescriptionReader.Value)], line: Int,
    by reader: DescriptionReader, _ diagnostics: inout [Diagnostic]
  ) {
    let named = ["file", "path", "source"].compactMap { wanted -> String? in
      guard case .text(let text)? = values.first(where: { $0.key.lowercased() == wanted })?.value,
        !text.trimmed.isEmpty
      else { return nil }
      return text.trimmed
    }
    guard let file = named.first else {
      diagnostics.append(reader.tell("manifest.no-name", line))
      return
    }
    let read = reader.read(values) { _ in line }
    diagnostics += read.diagnostics
    rows.append(Row(line: line, file: Self.plain(file), metadata: read.value))
  }

  /// A path as it is compared: `/` between folders, no `./` before it.
  private static func plain(_ path: String) -> String {
    var path = path.split(separator: "\\", omittingEmptySubsequences: false).joined(separator: "/")
    while path.hasPrefix("./") { path.removeFirst(2) }
    return path
  }

  /// Gives each file what its row says, over what its side-car says.
  ///
  /// Rows that match no file, several files, or one that an earlier row has, are told.
  func describe(_ files: inout [SourceFile]) -> [Diagnostic] {
    let reader = DescriptionReader(file: path)
    let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
    var diagnostics: [Diagnostic] = []
    var taken: Set<Int> = []
    for row in rows {
      let exact = files.indices.filter {
        let file = files[$0]
        return file.name == row.file || Self.plain(file.path) == row.file
          || Self.plain(file.path) == Self.plain(folder + row.file)
      }
      let matches =
        exact.isEmpty
        ? files.indices.filter { files[$0].name.hasSuffix("/" + row.file) } : exact
      guard let match = matches.first else {
        diagnostics.append(reader.tell("manifest.no-file", row.line, ["name": row.file]))
        continue
      }
      guard matches.count == 1 else {
        let names = matches.map { files[$0].name }.joined(separator: ", ")
        diagnostics.append(
          reader.tell("manifest.ambiguous", row.line, ["name": row.file, "files": names]))
        continue
      }
      guard taken.insert(match).inserted else {
        diagnostics.append(reader.tell("manifest.repeated", row.line, ["name": row.file]))
        continue
      }
      files[match].described = files[match].described.overlaid(by: row.metadata)
    }
    return diagnostics
  }
}
