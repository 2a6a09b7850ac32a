package import DocumentModel

/// Gives what stands under a frame's label a section of its own, where the label is no heading.
///
/// Slides set 知る, 育てる and 守る beside their rows, often vertically, and tables have them in their
/// first column. Each such row becomes a synthetic section below the one that holds it, up to the
/// next label; blocks, passages and their texts stay as they are.
package struct FrameDivider: Sendable {
  private let markers: MarkerFinder

  package init(frame: PillarFrame) { markers = MarkerFinder(frame) }

  /// A label with the blocks that stand under it, by position in the document.
  private struct Row {
    var title: TextSpan<Citable>
    var blocks: Range<Int>
  }

  /// Returns the document with a section for each labelled row.
  package func divide(_ document: StructuredDocument) -> StructuredDocument {
    let labels = Set(document.blocks.indices.filter { isLabelled($0, of: document) })
    guard !labels.isEmpty else { return document }
    var divided = document
    divided.sections = []
    var owned: [SectionID: [Int]] = [:]
    for (index, block) in document.blocks.enumerated() {
      owned[block.section, default: []].append(index)
    }
    var owners: [BlockID: SectionID] = [:]
    for section in document.sections {
      divided.sections.append(section)
      for (number, row) in rows(owned[section.id] ?? [], labels, of: document).enumerated() {
        let part = part(row, number: number + 1, of: section, in: document)
        divided.sections.append(part)
        for index in row.blocks {
          divided.blocks[index].section = part.id
          owners[document.blocks[index].id] = part.id
        }
      }
    }
    for index in divided.passages.indices {
      if let owner = owners[divided.passages[index].block] {
        divided.passages[index].section = owner
      }
    }
    return divided
  }

  /// The labelled rows among a section's own blocks, which follow one another in the document.
  private func rows(
    _ blocks: [Int], _ labels: Set<Int>, of document: StructuredDocument
  ) -> [Row] {
    var rows: [Row] = []
    for index in blocks {
      if labels.contains(index) {
        rows.append(Row(title: title(of: document.blocks[index]), blocks: index..<index + 1))
      } else if let last = rows.indices.last, rows[last].blocks.upperBound == index {
        rows[last].blocks = rows[last].blocks.lowerBound..<index + 1
      }
    }
    return rows
  }

  /// Whether a block is a label or begins with a cell that is one.
  private func isLabelled(_ index: Int, of document: StructuredDocument) -> Bool {
    let block = document.blocks[index]
    let title = title(of: block)
    guard block.kind != .heading, block.kind != .furniture,
      title.utf8Count() <= Self.longestLabel
    else { return false }
    return !markers.label(ScalarText(document.citable.utf8, in: title.utf8Range())).isEmpty
  }

  private func title(of block: Block) -> TextSpan<Citable> { block.cells.first ?? block.span }

  /// In bytes; a label is a few words, or a few of them in a row.
  private static let longestLabel = 1000

  private func part(
    _ row: Row, number: Int, of section: Section, in document: StructuredDocument
  ) -> Section {
    let first = document.blocks[row.blocks.lowerBound].span
    let last = document.blocks[row.blocks.upperBound - 1].span
    let span = first.lowerBound..<last.upperBound
    let title = document.citable.string(row.title)
    return Section(
      id: SectionID("\(section.id).row\(number)"), parent: section.id,
      level: min(section.level + 1, 4), title: title, rawTitle: title, titleSpan: nil, span: span,
      location: document.location(of: span), isSynthetic: true, path: section.path + [title])
  }
}
