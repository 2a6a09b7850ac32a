import DocumentModel
import Readers
import TextNormalization

/// Plain text in any encoding, to passages.
struct TextTarget: FuzzTarget {
  static let name = "text"
  static let summary = "plain text: encoding, pages, structure, passages"
  static let seeds = ["txt"]

  private let proof = DocumentProof()

  init() {}

  func run(_ bytes: [UInt8]) {
    guard let text = try? Decoder().decode(bytes) else { return }
    var document = PlainTextReader().read(
      text.utf8, id: DocumentID("d"), source: "d.txt", sha256: ""
    ).value
    document.ownBytes = text.map.map { OwnBytes(bytes: bytes, map: $0) }
    proof.prove(document)
  }
}
