import DocumentModel
package import PassageIndex
package import Registry

/// One document, ministry, law or year with its passages by pillar.
package struct CrossedRow: Sendable {
  /// The document's id, the ministry's name, the LawId or the year.
  package var key: String
  /// What a reader calls it.
  package var name: String
  package var counts: PillarCounts

  package init(key: String, name: String, counts: PillarCounts) {
    self.key = key
    self.name = name
    self.counts = counts
  }
}

/// Passages by pillar, crossed with documents, ministries, laws and years.
package struct CrossedPillars: Sendable {
  package var all: PillarCounts
  /// The largest first, as are ministries and laws.
  package var documents: [CrossedRow]
  package var ministries: [CrossedRow]
  package var laws: [CrossedRow]
  /// Ascending.
  package var years: [CrossedRow]
}

extension [CrossedRow] {
  /// Returns the rows with the most passages, at most `count`, in the order they stand in.
  ///
  /// Of equal rows the first are kept; of years, which stand in ascending order, the last.
  package func largest(_ count: Int) -> [CrossedRow] {
    let isAscending = zip(self, dropFirst()).contains { $0.counts.total < $1.counts.total }
    let kept = indices.sorted { a, b in
      let (first, second) = (self[a].counts.total, self[b].counts.total)
      return first != second ? first > second : isAscending ? a > b : a < b
    }.prefix(count)
    return kept.sorted().map { self[$0] }
  }
}

/// Shows where the texts put their weight.
package struct CrossPillars: Sendable {
  private let base: KnowledgeBase
  private let laws: LawNames

  package init(_ base: KnowledgeBase, registry: Registry) {
    self.base = base
    laws = LawNames(registry)
  }

  /// Counts the passages of the whole index.
  package func run() throws -> CrossedPillars {
    let cross = try base.ask { reader throws(IndexError) in try reader.pillarCross() }
    let titles = Dictionary(
      try base.documents().map { ($0.id.rawValue, $0.metadata.title?.value ?? $0.source) },
      uniquingKeysWith: { first, _ in first })
    return CrossedPillars(
      all: cross.all, documents: Self.rows(cross.documents) { titles[$0] ?? $0 },
      ministries: Self.rows(cross.ministries) { $0 },
      laws: Self.rows(cross.laws) { laws.short(facet: $0) },
      years: Self.rows(cross.years) { $0 }.sorted { $0.key < $1.key })
  }

  private static func rows(
    _ counts: [String: PillarCounts], name: (String) -> String
  ) -> [CrossedRow] {
    counts.sorted { ($1.value.total, $0.key) < ($0.value.total, $1.key) }
      .map { CrossedRow(key: $0.key, name: name($0.key), counts: $0.value) }
  }
}
