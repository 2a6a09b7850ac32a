import DocumentModel
import Readers

/// What `pdftotext -bbox-layout` prints of a PDF, to passages; the program itself is not ours to try.
struct BoxesTarget: FuzzTarget {
  static let name = "pdf-boxes"
  static let summary = "the boxes of a PDF's words: reading order, tables, notes, to passages"
  static let seeds = ["pdf"]

  private let proof = DocumentProof()

  init() {}

  func run(_ bytes: [UInt8]) {
    let reader = PDFReader { _ in ProcessOutput(status: 0, output: bytes, errors: "") }
    let read = reader.read(
      [], id: DocumentID("d"), source: "d.pdf", path: "d.pdf", sha256: "")
    if let document = read.value { proof.prove(document) }
  }
}
