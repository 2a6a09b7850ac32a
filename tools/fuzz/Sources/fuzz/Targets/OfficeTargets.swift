import Archive
import DocumentModel
import Readers

/// Makes an Office file of an input: an archive as it is, any other bytes as each part of one.
///
/// A changed archive mostly fails its checksums; the parts must be reached another way.
private func archive(
  of bytes: [UInt8], main: String, parts: [(path: String, type: String)]
) -> [UInt8] {
  guard !bytes.starts(with: [0x50, 0x4B]) else { return bytes }
  func relations(_ targets: [(id: String, type: String, path: String)]) -> [UInt8] {
    Array(
      ("<Relationships>"
        + targets.map { "<Relationship Id=\"\($0)\" Type=\"t/\($1)\" Target=\"/\($2)\"/>" }.joined()
        + "</Relationships>").utf8)
  }
  func relationsPath(_ path: String) -> String {
    let folder = path.lastIndex(of: "/").map { path[...$0] } ?? ""
    return "\(folder)_rels/\(path.dropFirst(folder.count)).rels"
  }
  var writer = ZipWriter()
  writer.add("_rels/.rels", relations([("r", "officeDocument", main)]))
  let targets = parts.enumerated().map { (id: "rId\($0 + 1)", type: $1.type, path: $1.path) }
  for path in [main] + parts.map(\.path) {
    writer.add(relationsPath(path), relations(targets))
    writer.add(path, bytes)
  }
  return writer.finish()
}

/// Holds what a reader made of such a file, if it could read it, to what must be true.
private func prove(_ read: Staged<SourceDocument>?, by proof: DocumentProof) {
  guard let document = read?.value else { return }
  precondition(String(validating: document.utf8, as: UTF8.self) != nil, "the text is UTF-8")
  precondition(document.marks.count == document.utf8.count { $0 == 0x0A }, "a mark a line")
  for page in document.pages { precondition(page.span.upperBound.utf8 <= document.utf8.count) }
  proof.prove(document)
}

/// PowerPoint files: archives as they are, and any other bytes as the parts of one.
struct PPTXTarget: FuzzTarget {
  static let name = "pptx"
  static let summary = "PowerPoint files: slides, layouts, boxes, tables, notes, passages"
  static let seeds = ["pptx", "xml"]

  private let proof = DocumentProof()

  init() {}

  func run(_ bytes: [UInt8]) {
    let file = archive(
      of: bytes, main: "ppt/presentation.xml",
      parts: [
        ("ppt/s.xml", "slide"), ("ppt/l.xml", "slideLayout"), ("ppt/m.xml", "slideMaster"),
        ("ppt/n.xml", "notesSlide"),
      ])
    prove(
      try? PPTXReader().read(
        file, id: DocumentID("d"), source: "d.pptx", path: "d.pptx", sha256: ""), by: proof)
  }
}

/// Excel files: archives as they are, and any other bytes as the parts of one.
struct XLSXTarget: FuzzTarget {
  static let name = "xlsx"
  static let summary = "Excel files: sheets, strings, number formats, merged cells, passages"
  static let seeds = ["xlsx", "xml"]

  private let proof = DocumentProof()

  init() {}

  func run(_ bytes: [UInt8]) {
    let file = archive(
      of: bytes, main: "xl/workbook.xml",
      parts: [
        ("xl/w.xml", "worksheet"), ("xl/t.xml", "sharedStrings"), ("xl/u.xml", "styles"),
      ])
    prove(
      try? XLSXReader().read(
        file, id: DocumentID("d"), source: "d.xlsx", path: "d.xlsx", sha256: ""), by: proof)
  }
}
