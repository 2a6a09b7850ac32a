import DocumentModel
import Foundation
import Linking
import Registry
import TestSupport

/// The checkout's own registry, read once.
let checkoutRegistry: Registry = {
  var tables: [String: [UInt8]] = [:]
  let files = try? FileManager.default.contentsOfDirectory(
    at: Places.registry, includingPropertiesForKeys: nil)
  for file in files ?? [] where file.pathExtension == "jsonl" {
    tables[file.lastPathComponent] = (try? Data(contentsOf: file)).map(Array.init)
  }
  return (try? RegistryLoader().load(tables: tables)) ?? Registry()
}()

/// A document of one section whose lines are its paragraphs.
func document(_ text: String, date: String? = nil, issuer: String? = nil) -> StructuredDocument {
  var blocks: [Block] = []
  var passages: [Passage] = []
  let section = SectionID("s")
  let id = DocumentID("d")
  let utf8 = Array(text.utf8)
  let lines = LineIndex(utf8)
  var start = 0
  for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
    let span = TextSpan<Citable>(start, start + line.utf8.count)
    let location = lines.location([TextSpan<Source>(span.lowerBound.utf8, span.upperBound.utf8)])
    let block = Block(
      id: BlockID("b\(number)"), section: section, kind: .paragraph, span: span,
      location: location)
    blocks.append(block)
    passages.append(
      Passage(
        id: PassageID("p\(number)"), document: id, section: section, block: block.id,
        kind: .paragraph, span: span, location: location, text: String(line)))
    start += line.utf8.count + 1
  }
  var metadata = DocumentMetadata()
  metadata.date = date.map { .init($0, .given) }
  metadata.issuer = issuer.map { .init($0, .given) }
  let whole = TextSpan<Citable>(0, utf8.count)
  return StructuredDocument(
    id: id,
    citable: CitableText(utf8: utf8, map: .identity(count: utf8.count), repairs: []),
    sections: [
      Section(
        id: section, parent: nil, level: 1, title: "", rawTitle: "", titleSpan: nil, span: whole,
        location: lines.location([TextSpan<Source>(0, utf8.count)]), isSynthetic: true, path: [])
    ],
    blocks: blocks, passages: passages, lines: lines, pages: [], metadata: metadata)
}

/// Mentions told as `surface=value`, in reading order, for one-line cases.
struct MentionList {
  var values: String

  init(_ mentions: [Mention], in document: StructuredDocument) {
    values = mentions.sorted { $0.span.lowerBound < $1.span.lowerBound }.map { mention in
      let value =
        switch mention.target {
        case .date(let date): date.value.rawValue
        case .ministry(let unit), .org(let unit): unit.value
        case .document(let title): title
        case .law(let law): law.lawID?.rawValue ?? "?"
        }
      return "\(document.citable.string(mention.span))=\(value)"
    }.joined(separator: " ")
  }
}
