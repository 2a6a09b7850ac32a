import DocumentModel
import Readers
import TextNormalization

/// Web pages, to passages.
struct HTMLTarget: FuzzTarget {
  static let name = "html"
  static let summary = "web pages: elements, main part, lists, tables, notes, passages"
  static let seeds = ["html", "htm"]

  private let proof = DocumentProof()

  init() {}

  func run(_ bytes: [UInt8]) {
    _ = FileType(of: bytes, name: "a.html")
    _ = HTMLReader.declaredEncoding(of: bytes)
    guard let text = try? Decoder().decode(bytes, as: .utf8),
      let document = try? HTMLReader().read(
        text.utf8, id: DocumentID("d"), source: "d.html", sha256: "")
    else { return }
    precondition(String(validating: document.utf8, as: UTF8.self) != nil, "the text is UTF-8")
    precondition(document.marks.count == document.utf8.count { $0 == 0x0A }, "a mark a line")
    for page in document.pages { precondition(page.span.upperBound.utf8 <= document.utf8.count) }
    proof.prove(document)
  }
}
