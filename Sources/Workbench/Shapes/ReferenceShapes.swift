package import Citations
package import DocumentModel

/// A document as reference managers take it: one item of CSL-JSON.
package struct CSLItemShape: Encodable, Sendable, Equatable {
  package struct Name: Encodable, Sendable, Equatable {
    package var literal: String
    enum CodingKeys: String, CodingKey { case literal }
  }
  package struct Day: Encodable, Sendable, Equatable {
    /// Year, month and day as far as they are known.
    package var parts: [[Int]]
    enum CodingKeys: String, CodingKey { case parts = "date-parts" }
  }

  package var id: String
  package var type: String
  package var title: String
  package var author: [Name]?
  package var issued: Day?
  package var accessed: Day?
  package var genre: String?
  package var url: String?
  package var note: String?
  package var language = "ja"

  enum CodingKeys: String, CodingKey {
    case id, type, title, author, issued, accessed, genre, note, language
    case url = "URL"
  }

  package init(_ document: DocumentRecord) {
    let metadata = document.metadata
    id = document.id.rawValue
    type = document.mediaType == "text/html" ? "webpage" : "report"
    title = metadata.title?.value ?? document.source
    author = metadata.issuer.map { [Name(literal: $0.value)] }
    issued = Self.day(metadata.date?.value)
    accessed = Self.day(metadata.retrievedAt?.value)
    genre = metadata.kind?.value
    url = metadata.url?.value
    note = metadata.licence?.value
  }

  private static func day(_ date: String?) -> Day? {
    guard let date, let first = EDTF(date).interval?.first else { return nil }
    let count = date.hasPrefix("FY") ? 1 : date.split(separator: "-").count
    return Day(parts: [Array([first.year, first.month, first.day].prefix(count))])
  }
}

/// An excerpt as a W3C Web Annotation.
package struct AnnotationShape: Encodable, Sendable, Equatable {
  package struct Body: Encodable, Sendable, Equatable {
    package var type = "TextualBody"
    package var value: String
    package var purpose: String
    package var language = "ja"
    enum CodingKeys: String, CodingKey { case type, value, purpose, language }
  }
  package struct Selector: Encodable, Sendable, Equatable {
    package var type: String
    package var exact: String?
    package var prefix: String?
    package var suffix: String?
    package var start: Int?
    package var end: Int?
    enum CodingKeys: String, CodingKey { case type, exact, prefix, suffix, start, end }
  }
  package struct Target: Encodable, Sendable, Equatable {
    package var source: String
    package var selector: [Selector]
    enum CodingKeys: String, CodingKey { case source, selector }
  }

  package var context = "http://www.w3.org/ns/anno.jsonld"
  package var id: String
  package var type = "Annotation"
  package var motivation: String
  package var body: [Body]
  package var target: Target

  enum CodingKeys: String, CodingKey {
    case id, type, motivation, body, target
    case context = "@context"
  }

  package init(_ cited: CitedExcerpt, remark: String?) {
    let excerpt = cited.excerpt
    let document = excerpt.record.document
    id = "urn:shirube:passage:\(excerpt.record.passage.id)"
    motivation = remark == nil ? "highlighting" : "commenting"
    body = [Body(value: cited.citation, purpose: "describing")]
    if let remark { body.append(Body(value: remark, purpose: "commenting")) }
    let (quote, position) = (excerpt.quoteSelector, excerpt.positionSelector)
    target = Target(
      source: document.metadata.url?.value ?? "urn:sha256:\(document.sha256)",
      selector: [
        Selector(
          type: "TextQuoteSelector", exact: quote.exact, prefix: quote.prefix, suffix: quote.suffix),
        Selector(type: "TextPositionSelector", start: position.start, end: position.end),
      ])
  }
}
