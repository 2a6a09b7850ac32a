import DocumentModel
import Foundation
import Pillars
import TestSupport

/// A document written as an outline: `# ` to `#### ` are headings, `| ` is a row of cells, `- ` an
/// item, any other line a paragraph.
struct Outline {
  let document: StructuredDocument

  init(_ outline: String) {
    var utf8: [UInt8] = []
    var sections: [Section] = []
    var blocks: [Block] = []
    var open: [Section] = []
    let whole = Location(spans: [TextSpan(0, 0)], line: 1, lineEnd: 1)
    for (number, line) in outline.split(separator: "\n").enumerated() {
      let level = line.prefix { $0 == "#" }.count
      let text = level > 0 ? line.dropFirst(level + 1) : line.drop { "-|".contains($0) }
      let start = utf8.count
      utf8 += Array(text.utf8)
      let span: TextSpan<Citable> = TextSpan(start, utf8.count)
      utf8.append(0x0A)
      if level > 0 {
        open.removeAll { $0.level >= level }
        let section = Section(
          id: SectionID("s\(sections.count)"), parent: open.last?.id, level: level,
          title: String(text), rawTitle: String(text), titleSpan: span, span: span,
          location: whole, isSynthetic: false, path: open.map(\.title) + [String(text)])
        sections.append(section)
        open.append(section)
      }
      if sections.isEmpty {
        let section = Section(
          id: SectionID("s0"), parent: nil, level: 1, title: "", rawTitle: "", titleSpan: nil,
          span: span, location: whole, isSynthetic: true, path: [])
        sections.append(section)
        open.append(section)
      }
      var cells: [TextSpan<Citable>] = []
      if line.hasPrefix("|") {
        var cursor = start
        for cell in text.split(separator: "|", omittingEmptySubsequences: false) {
          cells.append(TextSpan(cursor, cursor + cell.utf8.count))
          cursor += cell.utf8.count + 1
        }
      }
      let kind: BlockKind =
        level > 0
        ? .heading : line.hasPrefix("|") ? .table : line.hasPrefix("-") ? .listItem : .paragraph
      blocks.append(
        Block(
          id: BlockID("b\(number)"), section: open[open.count - 1].id, kind: kind, span: span,
          location: whole, cells: cells))
    }
    let map = OffsetMap<Citable, Source>(runs: [
      .init(from: 0..<utf8.count, to: 0..<utf8.count, isIdentity: true)
    ])
    document = StructuredDocument(
      id: DocumentID("d"), citable: CitableText(utf8: utf8, map: map, repairs: []),
      sections: sections, blocks: blocks, passages: [], lines: LineIndex(utf8), pages: [],
      metadata: DocumentMetadata())
  }

  /// The sections' pillars, one line each: `育成策: nurture (explicit)`.
  func pillars(_ classifier: PillarClassifier, links: [Link] = []) -> [String] {
    let assignments = classifier.classify(document, links: links).value
    return zip(document.sections, assignments).map { section, assignment in
      let names = assignment.pillars.map(\.rawValue).joined(separator: " ")
      return "\(section.title): \(names.isEmpty ? "" : names + " ")(\(assignment.basis.rawValue))"
    }
  }
}

extension PillarTables {
  /// The tables of the checkout.
  static func ofCheckout() throws -> (frame: PillarFrame, model: PillarModel) {
    var tables: [String: [UInt8]] = [:]
    for file in files {
      tables[file] = [UInt8](try Data(contentsOf: Places.registry.appending(path: file)))
    }
    return try load(tables: tables)
  }
}

extension PillarClassifier {
  /// The classifier with the tables of the checkout.
  static func ofCheckout() throws -> PillarClassifier {
    let (frame, model) = try PillarTables.ofCheckout()
    return PillarClassifier(frame: frame, model: model)
  }
}
