package import DocumentModel

/// A document read back from the index with all that was stored for it.
package struct StoredDocument: Sendable {
  package var record: DocumentRecord
  /// The source with its bytes and pages.
  package var source: SourceDocument
  /// The citable text, UTF-8; spans of sections, blocks and passages count in it.
  package var citable: [UInt8]
  /// In reading order, parents before children.
  package var sections: [Section]
  package var blocks: [Block]
  package var passages: [Passage]
  /// In reading order, those outside passages included.
  package var links: [Link]
  /// For each link, the passage that holds it, or nil.
  package var linkPassages: [PassageID?]
  package var relations: [PassageID: PassageRelations]
  package var pillars: [SectionID: PillarAssignment]
  package var repairs: [Repair]
  package var diagnostics: [Diagnostic]

  /// Returns the citable text of a block.
  package func text(of block: Block) -> String {
    String(decoding: citable[block.span.utf8Range()], as: UTF8.self)
  }

  /// The repairs that lie wholly inside a span of the source, ascending.
  package func repairs(within span: TextSpan<Source>) -> ArraySlice<Repair> {
    var low = 0
    var high = repairs.count
    while low < high {
      let middle = (low + high) / 2
      if repairs[middle].source.lowerBound < span.lowerBound {
        low = middle + 1
      } else {
        high = middle
      }
    }
    let end = repairs[low...].firstIndex { $0.source.upperBound > span.upperBound } ?? repairs.count
    return repairs[low..<end]
  }
}

/// Counts over the whole index.
package struct IndexStatistics: Sendable, Equatable {
  package var documents = 0
  package var sections = 0
  package var blocks = 0
  package var passages = 0
  /// By kind.
  package var links: [String: Int] = [:]
  package var repairs = 0
  /// Bytes of the sources.
  package var sourceBytes = 0
  /// Counts of passages by pillar, ministry, law, document and year.
  package var facets = Facets()

  package init() {}
}

/// One thing that `check` found.
package struct IntegrityFinding: Sendable, Equatable {
  /// A stable name such as `check.offset`.
  package var identifier: String
  /// Where: a document, passage or table.
  package var subject: String
  package var detail: String

  package init(_ identifier: String, subject: String, detail: String) {
    self.identifier = identifier
    self.subject = subject
    self.detail = detail
  }
}
