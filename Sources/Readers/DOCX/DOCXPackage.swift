import Archive

/// The parts of a Word file and what they are to each other (ECMA-376 part 2, relationships).
struct DOCXPackage: Sendable {
  /// What a part is to the document, by the last word of the relationship's type.
  enum Relation: String {
    case officeDocument, styles, numbering, footnotes, endnotes, header, footer, settings
    case coreProperties = "core-properties"
  }

  private let archive: ZipReader
  private let entries: [String: ZipReader.Entry]
  /// The path of the main document.
  let document: String
  /// Paths by the relation that the package or the main document names, in the order named.
  private let targets: [String: [String]]

  /// The most bytes that a part may unpack to.
  private static let partLimit = 128 << 20

  /// Opens the archive and finds the main document.
  init(_ bytes: [UInt8]) throws(DOCXReadingError) {
    do throws(ZipError) {
      archive = try ZipReader(bytes, limits: ZipLimits(entryBytes: Self.partLimit))
    } catch {
      throw .archive(error)
    }
    entries = Dictionary(archive.entries.map { ($0.name, $0) }) { first, _ in first }
    let root = try Self.relations("_rels/.rels", base: "", in: archive, entries)
    guard let document = root[Relation.officeDocument.rawValue]?.first,
      entries[document] != nil, document.contains("word/") || document.hasSuffix("document.xml")
    else { throw .noDocument }
    self.document = document
    let folder = Self.folder(of: document)
    let name = document.dropFirst(folder.count)
    let own = try Self.relations(
      "\(folder)_rels/\(name).rels", base: folder, in: archive, entries)
    targets = root.merging(own) { $1 }
  }

  /// Returns the paths of the parts with a relation to the document.
  func paths(_ relation: Relation) -> [String] {
    (targets[relation.rawValue] ?? []).filter { entries[$0] != nil }
  }

  /// Reads the first part with a relation by `body`; nil where there is none.
  func read<Value>(
    _ relation: Relation, _ body: (XMLPullReader) throws(XMLReadingError) -> Value
  ) throws(DOCXReadingError) -> Value? {
    guard let path = paths(relation).first else { return nil }
    return try read(path, body)
  }

  /// Reads the part at a path by `body`.
  func read<Value>(
    _ path: String, _ body: (XMLPullReader) throws(XMLReadingError) -> Value
  ) throws(DOCXReadingError) -> Value {
    guard let entry = entries[path] else { throw .noDocument }
    return try Self.read(entry, in: archive, body)
  }

  private static func read<Value>(
    _ entry: ZipReader.Entry, in archive: ZipReader,
    _ body: (XMLPullReader) throws(XMLReadingError) -> Value
  ) throws(DOCXReadingError) -> Value {
    let xml: [UInt8]
    do throws(ZipError) { xml = try archive.read(entry) } catch { throw .archive(error) }
    do throws(XMLReadingError) {
      return try XMLPullReader.pull(xml, body)
    } catch {
      switch error {
      case .malformed(let line): throw .malformed(part: entry.name, line: line)
      case .documentType(let line): throw .documentType(part: entry.name, line: line)
      }
    }
  }

  /// The targets of a relationships part by the last word of their type; external ones are left out.
  private static func relations(
    _ path: String, base: String, in archive: ZipReader, _ entries: [String: ZipReader.Entry]
  ) throws(DOCXReadingError) -> [String: [String]] {
    guard let entry = entries[path] else { return [:] }
    return try read(entry, in: archive) { (reader) throws(XMLReadingError) in
      var targets: [String: [String]] = [:]
      while true {
        switch try reader.next() {
        case .start:
          guard reader.name == "Relationship", let type = reader.attribute("Type"),
            let target = reader.attribute("Target"), reader.attribute("TargetMode") != "External"
          else { continue }
          let word = type.split(separator: "/").last.map(String.init) ?? type
          targets[word, default: []].append(resolved(target, base: base))
        case .end, .text: break
        case .finished: return targets
        }
      }
    }
  }

  /// `../word/styles.xml` beside `word/` is `word/styles.xml`; a path from the root loses its slash.
  private static func resolved(_ target: String, base: String) -> String {
    if target.hasPrefix("/") { return String(target.dropFirst()) }
    var parts = base.split(separator: "/")
    for part in target.split(separator: "/") where part != "." {
      if part == ".." { _ = parts.popLast() } else { parts.append(part) }
    }
    return parts.joined(separator: "/")
  }

  /// The folder of a path with its slash; empty at the root.
  private static func folder(of path: String) -> String {
    path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
  }
}
