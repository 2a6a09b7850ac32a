import Citations
import DocumentModel

/// What `cite` and `export` print as JSON.
package struct CiteShape: Encodable, Sendable, Equatable {
  package struct Refused: Encodable, Sendable, Equatable {
    package var passage: String
    package var reason: String

    enum CodingKeys: String, CodingKey { case passage, reason }
  }

  package var excerpts: [ExcerptShape]
  package var refused: [Refused]
  /// The query of an export.
  package var query: String?
  /// How many passages an export found, where it holds fewer.
  package var total: Int?

  enum CodingKeys: String, CodingKey { case excerpts, refused, query, total }

  package init(_ cited: CitedExcerpts, query: String? = nil, total: Int? = nil) {
    excerpts = cited.excerpts.map(ExcerptShape.init)
    refused = cited.refused.map {
      Refused(passage: $0.passage.rawValue, reason: $0.reason.rawValue)
    }
    self.query = query
    self.total = total
  }
}

/// A repair as `cite`, `show` and `explain` print it.
package struct RepairShape: Encodable, Sendable, Equatable {
  package var rule: String
  package var byteStart: Int
  package var byteEnd: Int
  package var before: String
  package var after: String

  enum CodingKeys: String, CodingKey {
    case rule, before, after
    case byteStart = "byte_start"
    case byteEnd = "byte_end"
  }

  init(_ repair: Repair) {
    rule = repair.rule.rawValue
    byteStart = repair.source.lowerBound.utf8
    byteEnd = repair.source.upperBound.utf8
    before = repair.before
    after = repair.after
  }
}

/// A verified excerpt.
package struct ExcerptShape: Encodable, Sendable, Equatable {
  /// W3C Web Annotation selectors; positions count code points of the source text.
  package struct Selectors: Encodable, Sendable, Equatable {
    package struct Quote: Encodable, Sendable, Equatable {
      package var type = "TextQuoteSelector"
      package var exact: String
      package var prefix: String
      package var suffix: String

      enum CodingKeys: String, CodingKey { case type, exact, prefix, suffix }
    }
    package struct Position: Encodable, Sendable, Equatable {
      package var type = "TextPositionSelector"
      package var start: Int
      package var end: Int

      enum CodingKeys: String, CodingKey { case type, start, end }
    }
    package var quote: Quote
    package var position: Position

    enum CodingKeys: String, CodingKey { case quote, position }
  }

  package var passage: String
  package var quote: String
  package var status: String
  package var repairs: [RepairShape]
  package var spans: [[Int]]
  package var line: Int
  package var lineEnd: Int
  package var page: Int?
  package var document: DocumentShape
  package var section: SectionBriefShape
  package var citation: String
  package var licence: String?
  package var selectors: Selectors

  enum CodingKeys: String, CodingKey {
    case passage, quote, status, repairs, spans, line, page, document, section, citation, licence
    case selectors
    case lineEnd = "line_end"
  }

  init(_ cited: CitedExcerpt) {
    let excerpt = cited.excerpt
    let record = excerpt.record
    passage = record.passage.id.rawValue
    quote = excerpt.quote
    status = excerpt.status.rawValue
    repairs = excerpt.repairs.map(RepairShape.init)
    spans = record.passage.location.pairs
    line = record.passage.location.line
    lineEnd = record.passage.location.lineEnd
    page = record.passage.location.page
    document = DocumentShape(record: record.document, type: nil)
    section = SectionBriefShape(record)
    citation = cited.citation
    licence = cited.licence
    selectors = Selectors(
      quote: .init(
        exact: excerpt.quoteSelector.exact, prefix: excerpt.quoteSelector.prefix,
        suffix: excerpt.quoteSelector.suffix),
      position: .init(start: excerpt.positionSelector.start, end: excerpt.positionSelector.end))
  }
}
