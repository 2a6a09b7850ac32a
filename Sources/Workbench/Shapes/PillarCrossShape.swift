import PassageIndex

/// What `stats --by pillar --format json` prints; all numbers are passages.
package struct PillarCrossShape: Encodable, Sendable, Equatable {
  package struct Row: Encodable, Sendable, Equatable {
    package var key: String?
    package var name: String?
    package var know: Int
    package var nurture: Int
    package var protect: Int
    package var none: Int
    package var total: Int

    enum CodingKeys: String, CodingKey { case key, name, know, nurture, protect, none, total }

    init(_ counts: PillarCounts, key: String? = nil, name: String? = nil) {
      self.key = key
      self.name = name
      know = counts.know
      nurture = counts.nurture
      protect = counts.protect
      none = counts.none
      total = counts.total
    }

    init(_ row: CrossedRow) { self.init(row.counts, key: row.key, name: row.name) }
  }

  package var all: Row
  package var documents: [Row]
  package var ministries: [Row]
  package var laws: [Row]
  package var years: [Row]

  enum CodingKeys: String, CodingKey { case all, documents, ministries, laws, years }

  package init(_ crossed: CrossedPillars) {
    all = Row(crossed.all)
    documents = crossed.documents.map { Row($0) }
    ministries = crossed.ministries.map { Row($0) }
    laws = crossed.laws.map { Row($0) }
    years = crossed.years.map { Row($0) }
  }
}
