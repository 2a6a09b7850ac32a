import DocumentModel
package import PassageIndex

/// What `search --format json` prints, and a line of a batch.
package struct SearchShape: Encodable, Sendable, Equatable {
  package struct FacetsShape: Encodable, Sendable, Equatable {
    package var pillar: [String: Int]
    package var ministry: [String: Int]
    package var body: [String: Int]
    package var law: [String: Int]
    package var article: [String: Int]
    package var document: [String: Int]
    package var kind: [String: Int]
    package var issuer: [String: Int]
    package var year: [String: Int]

    enum CodingKeys: String, CodingKey {
      case pillar, ministry, body, law, article, document, kind, issuer, year
    }

    package init(_ facets: Facets) {
      pillar = facets.pillar
      ministry = facets.ministry
      body = facets.body
      law = facets.law
      article = facets.article
      document = facets.document
      kind = facets.kind
      issuer = facets.issuer
      year = facets.year
    }
  }

  package var query: String
  package var reading: String
  package var expanded: [String]
  package var total: Int
  package var facets: FacetsShape?
  package var hits: [HitShape]
  /// The words of a question that are found in parts only.
  package var unseen: [String]?
  package var absence: AbsenceShape?
  /// Milliseconds the query took; in a batch only.
  package var elapsed: Double?
  /// Why a query of a batch could not be run.
  package var error: String?

  enum CodingKeys: String, CodingKey {
    case query, reading, expanded, unseen, total, facets, hits, absence, error
    case elapsed = "elapsed_ms"
  }

  package init(
    _ result: SearchResult, query: String, countsFacets: Bool = true,
    versions: CitedVersions = .none
  ) {
    self.query = query
    reading = result.reading
    expanded = result.expanded
    total = result.total
    facets = countsFacets ? FacetsShape(result.facets) : nil
    hits = result.hits.map { HitShape($0, versions: versions) }
    unseen = result.unseen.isEmpty ? nil : result.unseen
    absence = result.absence.map(AbsenceShape.init)
  }

  /// Makes the line of a query that could not be run.
  package init(failed query: String, error: String) {
    self.query = query
    reading = ""
    expanded = []
    total = 0
    hits = []
    self.error = error
  }
}

/// A ranked passage as `search` prints it.
package struct HitShape: Encodable, Sendable, Equatable {
  package var passage: String
  package var twins: [String]
  package var line: Int
  package var lineEnd: Int
  package var page: Int?
  package var score: Double
  /// What the score is the sum of; absent where it wasn't asked for.
  package var scoreTerms: [ScoreTermShape]?
  package var snippet: String
  package var highlights: [[Int]]
  package var document: DocumentShape
  package var section: SectionBriefShape
  package var laws: [RelationShape]
  package var ministries: [RelationShape]
  package var dates: [RelationShape]
  /// True where OCR read it from a picture; else absent.
  package var ocr: Bool?

  enum CodingKeys: String, CodingKey {
    case passage, twins, line, page, score, snippet, highlights, document, section
    case laws, ministries, dates, ocr
    case lineEnd = "line_end"
    case scoreTerms = "score_terms"
  }

  init(_ hit: Hit, versions: CitedVersions) {
    let record = hit.record
    ocr = record.isRecognized ? true : nil
    passage = record.passage.id.rawValue
    twins = hit.twins.map(\.rawValue)
    line = record.passage.location.line
    lineEnd = record.passage.location.lineEnd
    page = record.passage.location.page
    // Rounded so that equal content prints equal bytes whatever the machine's last digits are.
    score = (hit.score * 10_000).rounded() / 10_000
    scoreTerms = hit.scoreTerms.isEmpty ? nil : hit.scoreTerms.map(ScoreTermShape.init)
    snippet = hit.snippet
    highlights = hit.highlights.map { [$0.lowerBound, $0.upperBound] }
    document = DocumentShape(brief: record.document)
    section = SectionBriefShape(record)
    laws = record.relations.laws.map {
      RelationShape($0, version: CitedVersionShape($0.target, versions, in: record.document))
    }
    ministries = record.relations.ministries.map { RelationShape($0) }
    dates = record.relations.dates.map { RelationShape($0) }
  }
}

/// One part of a hit's score.
package struct ScoreTermShape: Encodable, Sendable, Equatable {
  package var kind: String
  package var value: Double
  package var subject: String?
  package var passages: Int?
  package var count: Int?
  package var length: Int?

  enum CodingKeys: String, CodingKey { case kind, value, subject, passages, count, length }

  init(_ term: ScoreTerm) {
    kind = term.kind.rawValue
    value = (term.value * 10_000).rounded() / 10_000
    subject = term.subject
    passages = term.passages
    count = term.count
    length = term.length
  }
}

/// The section of a hit or excerpt.
package struct SectionBriefShape: Encodable, Sendable, Equatable {
  package var id: String
  package var path: [String]
  package var pillars: [String]
  package var pillarBasis: String

  enum CodingKeys: String, CodingKey {
    case id, path, pillars
    case pillarBasis = "pillar_basis"
  }

  init(_ record: PassageRecord) {
    id = record.section.id.rawValue
    path = record.section.path
    pillars = record.pillars.pillars.map(\.rawValue)
    pillarBasis = record.pillars.basis.rawValue
  }
}
