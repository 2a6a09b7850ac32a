import Citations
package import DocumentModel
package import PassageIndex
package import Registry

/// What `documents --format json` prints.
package struct DocumentsShape: Encodable, Sendable, Equatable {
  /// A document with where each value of its description came from.
  package struct Entry: Encodable, Sendable, Equatable {
    package var document: DocumentShape
    package var origins: [String: String]
    package var retrievedAt: String?
    package var passages: Int

    enum CodingKeys: String, CodingKey {
      case origins, passages
      case retrievedAt = "retrieved_at"
    }

    package func encode(to encoder: any Encoder) throws {
      try document.encode(to: encoder)
      var container = encoder.container(keyedBy: CodingKeys.self)
      try container.encode(origins, forKey: .origins)
      try container.encode(passages, forKey: .passages)
      try container.encodeIfPresent(retrievedAt, forKey: .retrievedAt)
    }
  }

  package var documents: [Entry]

  enum CodingKeys: String, CodingKey { case documents }

  package init(_ records: [DocumentRecord], statistics: IndexStatistics) {
    documents = records.map { record in
      let fields = DocumentMetadata.Name.allCases.map { ($0.rawValue, record.metadata[$0]) }
      return Entry(
        document: DocumentShape(record: record, type: nil),
        origins: Dictionary(
          fields.compactMap { name, field in field.map { (name, $0.origin.rawValue) } },
          uniquingKeysWith: { first, _ in first }),
        retrievedAt: record.metadata.retrievedAt?.value,
        passages: statistics.facets.document[record.id.rawValue] ?? 0)
    }
  }
}

/// What `stats --format json` prints.
package struct StatsShape: Encodable, Sendable, Equatable {
  package var documents: Int
  package var sections: Int
  package var blocks: Int
  package var passages: Int
  package var links: [String: Int]
  package var repairs: Int
  package var sourceBytes: Int
  package var facets: SearchShape.FacetsShape
  package var digest: String
  package var registry: String

  enum CodingKeys: String, CodingKey {
    case documents, sections, blocks, passages, links, repairs, facets, digest, registry
    case sourceBytes = "source_bytes"
  }

  package init(_ statistics: IndexStatistics, digest: String, registry: String) {
    documents = statistics.documents
    sections = statistics.sections
    blocks = statistics.blocks
    passages = statistics.passages
    links = statistics.links
    repairs = statistics.repairs
    sourceBytes = statistics.sourceBytes
    facets = SearchShape.FacetsShape(statistics.facets)
    self.digest = digest
    self.registry = registry
  }
}

/// What `check --format json` prints.
package struct CheckShape: Encodable, Sendable, Equatable {
  package struct Finding: Encodable, Sendable, Equatable {
    package var identifier: String
    package var subject: String
    package var detail: String

    enum CodingKeys: String, CodingKey { case identifier, subject, detail }
  }

  /// Whether nothing is wrong: with the index, with what people decided, and with what a repair was to
  /// make anew.
  package var sound: Bool
  package var documents: Int
  package var passages: Int
  package var links: Int
  package var digest: String
  package var findings: [Finding]

  enum CodingKeys: String, CodingKey {
    case sound, documents, passages, links, digest, findings
  }

  package init(_ report: CheckReport, digest: String, isSound: Bool) {
    sound = isSound
    documents = report.documents
    passages = report.passages
    links = report.links
    self.digest = digest
    findings = report.findings.map {
      Finding(identifier: $0.identifier, subject: $0.subject, detail: $0.detail)
    }
  }
}

/// A law as `laws list` and `laws show` print it.
package struct LawShape: Encodable, Sendable, Equatable {
  package var lawID: String
  package var title: String
  package var lawNumber: String
  package var aliases: [String]
  package var parent: String?
  package var ministries: [String]
  package var article: String?
  package var url: String?
  package var source: String

  enum CodingKeys: String, CodingKey {
    case title, aliases, parent, ministries, article, url, source
    case lawID = "law_id"
    case lawNumber = "law_number"
  }

  package init(_ entry: LawEntry, provision: ProvisionPath = .init()) {
    lawID = entry.lawID.rawValue
    title = entry.title
    lawNumber = entry.lawNumber
    aliases = entry.aliases.map(\.name)
    parent = entry.parent?.rawValue
    ministries = entry.ministries
    article = provision.article
    url = LawAddress.current(
      LawTarget(lawID: entry.lawID, title: entry.title, provision: provision))
    source = entry.source
  }
}

/// What `laws list --format json` prints.
package struct LawsShape: Encodable, Sendable, Equatable {
  package var laws: [LawShape]

  enum CodingKeys: String, CodingKey { case laws }

  package init(_ entries: [LawEntry]) { laws = entries.map { LawShape($0) } }
}
