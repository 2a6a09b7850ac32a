package import DocumentModel
import PassageIndex

/// A passage with everything beside it.
package struct ShownPassage: Sendable {
  package var record: PassageRecord
  /// The source lines the passage stands on, with their 1-based numbers.
  package var lines: [(number: Int, text: String)]
  package var repairs: [Repair]
  /// The passages before and after it in reading order.
  package var previous: PassageID?
  package var next: PassageID?
}

/// Shows one passage.
package struct Show: Sendable {
  private let base: KnowledgeBase

  package init(_ base: KnowledgeBase) { self.base = base }

  /// Returns a passage with its source lines, repairs and neighbours.
  package func run(_ id: String) throws -> ShownPassage {
    let record = try base.record(id)
    let document = record.document.id
    let location = record.passage.location
    let source = try base.ask { reader throws(IndexError) in try reader.source(of: document) }
    let repairs = try base.ask { reader throws(IndexError) in
      try reader.repairs(of: document, within: location.hull)
    }
    let beside = try base.ask { reader throws(IndexError) in
      try reader.neighbours(of: record.passage.id)
    }
    var shown = ShownPassage(record: record, lines: [], repairs: repairs)
    if let source {
      let index = LineIndex(source.utf8)
      shown.lines = (location.line...max(location.line, location.lineEnd)).map { line in
        let bytes = source.utf8[index.span(ofLine: line).utf8Range()]
        return (line, String(decoding: bytes, as: UTF8.self))
      }
    }
    (shown.previous, shown.next) = beside
    return shown
  }
}
