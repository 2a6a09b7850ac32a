import Archive
import DocumentModel

@testable import Readers

/// A Word file made of the parts that a test gives.
struct DOCXFixture {
  /// What stands inside `w:body`.
  var body: String
  /// What stands inside `w:styles`, `w:numbering`, `w:settings`, `w:footnotes`, `w:endnotes`.
  var styles = ""
  var numbering = ""
  var settings = ""
  var footnotes = ""
  var endnotes = ""
  /// The content of a header and a footer.
  var header = ""
  var footer = ""
  /// What stands inside the core properties.
  var properties = ""

  init(_ body: String) { self.body = body }

  /// A paragraph of words, with what stands in its properties.
  static func paragraph(_ words: String, _ properties: String = "") -> String {
    "<w:p><w:pPr>\(properties)</w:pPr>\(run(words))</w:p>"
  }

  static func run(_ words: String, _ properties: String = "") -> String {
    "<w:r><w:rPr>\(properties)</w:rPr><w:t xml:space=\"preserve\">\(words)</w:t></w:r>"
  }

  /// A cell of a table, with what stands in its properties.
  static func cell(_ content: String, _ properties: String = "") -> String {
    "<w:tc><w:tcPr>\(properties)</w:tcPr>\(content)</w:tc>"
  }

  /// A part whose root has the namespaces of Word's own.
  static func part(_ name: String, _ content: String) -> [UInt8] {
    let spaces = [
      "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
      "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
      "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
      "v": "urn:schemas-microsoft-com:vml",
      "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
      "dc": "http://purl.org/dc/elements/1.1/", "dcterms": "http://purl.org/dc/terms/",
    ]
    let attributes = spaces.sorted { $0.key < $1.key }.map { " xmlns:\($0)=\"\($1)\"" }.joined()
    return Array("<?xml version=\"1.0\"?><\(name)\(attributes)>\(content)</\(name)>".utf8)
  }

  private static func relations(_ targets: [(type: String, path: String)]) -> [UInt8] {
    let base = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
    let entries = targets.enumerated().map {
      "<Relationship Id=\"r\($0)\" Type=\"\(base)\($1.type)\" Target=\"\($1.path)\"/>"
    }
    return Array("<Relationships>\(entries.joined())</Relationships>".utf8)
  }

  /// The parts by their paths, so that a test can put another in the place of one.
  var parts: [(path: String, content: [UInt8])] {
    let optional = [
      ("styles", "w:styles", styles), ("numbering", "w:numbering", numbering),
      ("settings", "w:settings", settings), ("footnotes", "w:footnotes", footnotes),
      ("endnotes", "w:endnotes", endnotes), ("header", "w:hdr", header),
      ("footer", "w:ftr", footer),
    ].filter { !$0.2.isEmpty }
    return [
      ("[Content_Types].xml", Array("<Types/>".utf8)),
      (
        "_rels/.rels",
        Self.relations([
          ("officeDocument", "word/document.xml"), ("core-properties", "docProps/core.xml"),
        ])
      ),
      ("docProps/core.xml", Self.part("coreProperties", properties)),
      ("word/document.xml", Self.part("w:document", "<w:body>\(body)</w:body>")),
      (
        "word/_rels/document.xml.rels",
        Self.relations(optional.map { ($0.0, "\($0.0).xml") })
      ),
    ] + optional.map { ("word/\($0.0).xml", Self.part($0.1, $0.2)) }
  }

  /// The archive of the parts.
  static func archive(_ parts: [(path: String, content: [UInt8])]) -> [UInt8] {
    var writer = ZipWriter()
    for part in parts { writer.add(part.path, part.content) }
    return writer.finish()
  }

  func read() throws -> SourceDocument {
    try DOCXReader().read(
      Self.archive(parts), id: DocumentID("d"), source: "d.docx", sha256: "")
  }

  /// The lines with their marks.
  func lines() throws -> [String] { markedLines(try read()) }
}
