import Archive
import DocumentModel
import Readers

/// Word files, whole or as one of their parts put into a file by itself.
///
/// A change to a packed file mostly ends at its checksum; a part given as XML gets past it.
struct WordTarget: FuzzTarget {
  static let name = "docx"
  static let summary = "Word files, and their parts as XML, to passages"
  static let seeds = ["docx"]

  /// The parts by their root element.
  private static let parts = [
    ("w:styles", "styles"), ("w:numbering", "numbering"), ("w:footnotes", "footnotes"),
    ("w:document", "document"),
  ]
  private let proof = DocumentProof()

  init() {}

  func run(_ bytes: [UInt8]) {
    let file = bytes.starts(with: [0x50, 0x4B]) ? bytes : Self.file(holding: bytes)
    guard
      let document = try? DOCXReader().read(
        file, id: DocumentID("d"), source: "d.docx", sha256: "")
    else { return }
    proof.prove(document)
  }

  private static func file(holding xml: [UInt8]) -> [UInt8] {
    let head = String(decoding: xml.prefix(400), as: UTF8.self)
    let own = parts.first { head.contains("<" + $0.0) }?.1 ?? "document"
    var writer = ZipWriter()
    writer.add("[Content_Types].xml", Array("<Types/>".utf8))
    writer.add("_rels/.rels", Array(relations(["officeDocument": "word/document.xml"]).utf8))
    writer.add(
      "word/_rels/document.xml.rels",
      Array(
        relations([
          "styles": "styles.xml", "numbering": "numbering.xml", "footnotes": "footnotes.xml",
        ]).utf8))
    if own != "document" { writer.add("word/document.xml", Array(sample.utf8)) }
    writer.add("word/\(own).xml", xml)
    return writer.finish()
  }

  private static func relations(_ targets: [String: String]) -> String {
    let rows = targets.sorted { $0.key < $1.key }.map {
      "<Relationship Id=\"\($0.key)\" Type=\"http://x/\($0.key)\" Target=\"\($0.value)\"/>"
    }
    return "<Relationships>" + rows.joined() + "</Relationships>"
  }

  /// A document that uses styles, numbers and notes.
  private static let sample = """
    <w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>
    <w:p><w:pPr><w:pStyle w:val="1"/></w:pPr><w:r><w:t>供給網の強化</w:t></w:r></w:p>
    <w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr>
    <w:r><w:t>備蓄を増やす。</w:t></w:r><w:r><w:footnoteReference w:id="1"/></w:r></w:p>
    </w:body></w:document>
    """
}
