import Archive
import DocumentModel

/// The parts of an Office file and how they relate (ECMA-376 part 2).
///
/// Only what lies in the archive is ever read: a relationship to outside is passed over.
struct OfficePackage: Sendable {
  /// A relationship of one part to another.
  struct Relation: Sendable {
    /// The name by which the part's text refers to it: `rId2`.
    var id: String
    /// The last word of its type: `slide`, `sharedStrings`.
    var type: String
    /// The path of the other part in the archive.
    var path: String
  }

  private let archive: ZipReader
  private let entries: [String: ZipReader.Entry]
  /// The relationships of the package itself.
  let relations: [Relation]
  /// The path of the main part: the document, presentation or workbook.
  let main: String

  /// The most bytes that a part may unpack to.
  private static let partLimit = 128 << 20

  /// Opens the archive and finds the main part, the last part of whose path must be one of `names`
  /// or whose folder `folder`.
  init(_ bytes: [UInt8], folder: String, names: Set<String>) throws(OfficeReadingError) {
    do throws(ZipError) {
      archive = try ZipReader(bytes, limits: ZipLimits(entryBytes: Self.partLimit))
    } catch {
      throw .archive(error)
    }
    entries = Dictionary(archive.entries.map { ($0.name, $0) }) { first, _ in first }
    relations = try Self.relations("_rels/.rels", base: "", in: archive, entries)
    guard let main = relations.first(where: { $0.type == "officeDocument" })?.path,
      entries[main] != nil,
      main.contains(folder + "/") || names.contains(String(main.split(separator: "/").last ?? ""))
    else { throw .noDocument }
    self.main = main
  }

  /// Whether the archive has a part at a path.
  func holds(_ path: String) -> Bool { entries[path] != nil }

  /// Returns the relationships of the part at a path to parts that are there, in the order named.
  func relations(of path: String) throws(OfficeReadingError) -> [Relation] {
    let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
    let name = path.dropFirst(folder.count)
    return try Self.relations("\(folder)_rels/\(name).rels", base: folder, in: archive, entries)
      .filter { entries[$0.path] != nil }
  }

  /// Reads the part at a path by `body`.
  func read<Value>(
    _ path: String, _ body: (XMLPullReader) throws(XMLReadingError) -> Value
  ) throws(OfficeReadingError) -> Value {
    guard let entry = entries[path] else { throw .noDocument }
    return try Self.read(entry, in: archive, body)
  }

  /// Reads the first part of a type among some relationships by `body`; nil where there is none.
  func read<Value>(
    firstOf type: String, among relations: [Relation],
    _ body: (XMLPullReader) throws(XMLReadingError) -> Value
  ) throws(OfficeReadingError) -> Value? {
    guard let path = relations.first(where: { $0.type == type && holds($0.path) })?.path else {
      return nil
    }
    return try read(path, body)
  }

  /// What the file says of itself; empty where it has no such part.
  func coreProperties() throws(OfficeReadingError) -> DocumentMetadata {
    try read(firstOf: "core-properties", among: relations) {
      (reader) throws(XMLReadingError) in
      try OfficeCoreProperties(reader).metadata
    } ?? DocumentMetadata()
  }

  private static func read<Value>(
    _ entry: ZipReader.Entry, in archive: ZipReader,
    _ body: (XMLPullReader) throws(XMLReadingError) -> Value
  ) throws(OfficeReadingError) -> Value {
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

  /// The relationships that a part of them lists; external ones are left out.
  private static func relations(
    _ path: String, base: String, in archive: ZipReader, _ entries: [String: ZipReader.Entry]
  ) throws(OfficeReadingError) -> [Relation] {
    guard let entry = entries[path] else { return [] }
    return try read(entry, in: archive) { (reader) throws(XMLReadingError) in
      var relations: [Relation] = []
      while true {
        switch try reader.next() {
        case .start:
          guard reader.name == "Relationship", let type = reader.attribute("Type"),
            let target = reader.attribute("Target"), reader.attribute("TargetMode") != "External"
          else { continue }
          let word = type.split(separator: "/").last.map(String.init) ?? type
          relations.append(
            Relation(
              id: reader.attribute("Id") ?? "", type: word, path: resolved(target, base: base)))
        case .end, .text: break
        case .finished: return relations
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
}
