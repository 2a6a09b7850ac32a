import Archive
import DocumentModel
import Readers

/// Word files: archives as they are, and any other bytes as the parts of one.
///
/// A changed archive mostly fails its checksums; the parts must be reached another way.
struct DOCXTarget: FuzzTarget {
  static let name = "docx"
  static let summary = "Word files: archive, styles, numbering, text, tables, notes, passages"
  static let seeds = ["docx", "xml"]

  private let proof = DocumentProof()

  init() {}

  func run(_ bytes: [UInt8]) {
    let file = bytes.starts(with: [0x50, 0x4B]) ? bytes : Self.archive(of: bytes)
    guard
      let document = try? DOCXReader().read(
        file, id: DocumentID("d"), source: "d.docx", sha256: "")
    else { return }
    precondition(String(validating: document.utf8, as: UTF8.self) != nil, "the text is UTF-8")
    precondition(document.marks.count == document.utf8.count { $0 == 0x0A }, "a mark a line")
    proof.prove(document)
  }

  /// A Word file whose every part is the input.
  private static func archive(of bytes: [UInt8]) -> [UInt8] {
    let parts = ["styles", "numbering", "settings", "footnotes", "endnotes", "header", "footer"]
    func relations(_ targets: [(type: String, path: String)]) -> [UInt8] {
      Array(
        ("<Relationships>"
          + targets.map { "<Relationship Type=\"t/\($0.type)\" Target=\"\($0.path)\"/>" }.joined()
          + "</Relationships>").utf8)
    }
    var writer = ZipWriter()
    writer.add("_rels/.rels", relations([("officeDocument", "word/document.xml")]))
    writer.add("word/_rels/document.xml.rels", relations(parts.map { ($0, "\($0).xml") }))
    for part in ["document"] + parts { writer.add("word/\(part).xml", bytes) }
    return writer.finish()
  }
}
