import Citations
import DocumentModel

/// What a link or relation points at, as both print it.
package struct TargetShape: Encodable, Sendable, Equatable {
  package var lawID: String?
  package var title: String?
  package var article: String?
  package var paragraph: String?
  package var item: String?
  package var subitem: String?
  package var supplementary: Bool?
  package var foreign: Bool?
  package var url: String?
  package var value: String?
  package var parent: String?
  package var successor: String?
  package var relative: Bool?
  package var approximate: Bool?
  package var anchor: String?
  package var role: String?

  enum CodingKeys: String, CodingKey {
    case title, article, paragraph, item, subitem, supplementary, foreign, url
    case value, parent, successor, relative, approximate, anchor, role
    case lawID = "law_id"
  }

  init(_ target: LinkTarget) {
    switch target {
    case .law(let law):
      lawID = law.lawID?.rawValue
      title = law.title
      article = law.provision.article
      paragraph = law.provision.paragraph
      item = law.provision.item
      subitem = law.provision.subitem
      supplementary = law.provision.isSupplementary ? true : nil
      foreign = law.isForeign ? true : nil
      url = LawAddress.current(law)
    case .document(let document):
      value = document
    case .ministry(let body), .org(let body):
      value = body.value
      parent = body.parent
      successor = body.successor
    case .date(let date):
      value = date.value.rawValue
      relative = date.isRelative ? true : nil
      approximate = date.isApproximate ? true : nil
      anchor = date.anchor?.rawValue
      role = date.role?.rawValue
    }
  }
}

/// One thing a passage relates to, with where that came from.
package struct RelationShape: Encodable, Sendable, Equatable {
  package var target: TargetShape
  package var from: String
  package var basis: String
  package var evidence: String
  /// How a law stood on the document's day, where its text is held.
  package var version: CitedVersionShape?

  enum CodingKeys: String, CodingKey { case from, basis, evidence, version }

  init(_ relation: Relation, version: CitedVersionShape? = nil) {
    self.version = version
    target = TargetShape(relation.target)
    from = relation.origin.rawValue
    basis = relation.basis.rawValue
    evidence = relation.evidence
  }

  package func encode(to encoder: any Encoder) throws {
    try target.encode(to: encoder)
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(from, forKey: .from)
    try container.encode(basis, forKey: .basis)
    try container.encode(evidence, forKey: .evidence)
    try container.encodeIfPresent(version, forKey: .version)
  }
}

/// A link as `dump`, `show` and `explain` print it.
package struct LinkShape: Encodable, Sendable, Equatable {
  package var doc: String
  package var passage: String?
  package var kind: String
  package var line: Int
  package var lineEnd: Int
  package var page: Int?
  package var byteStart: Int
  package var byteEnd: Int
  /// The pieces, where the mention is interrupted.
  package var spans: [[Int]]?
  package var surface: String
  package var target: TargetShape
  package var basis: String
  package var rule: String
  package var evidence: String
  package var candidates: [String]?
  /// The document of the knowledge base that a cited title is, where it holds it.
  package var document: String?
  /// How a law stood on the document's day, where its text is held.
  package var version: CitedVersionShape?

  enum CodingKeys: String, CodingKey {
    case type, doc, passage, kind, line, page, spans, surface, basis, rule, evidence, candidates
    case version, document
    case lineEnd = "line_end"
    case byteStart = "byte_start"
    case byteEnd = "byte_end"
  }

  init(
    _ link: Link, in document: DocumentRecord, passage: PassageID?,
    version: CitedVersionShape? = nil, held: HeldDocuments = .none
  ) {
    self.version = version
    self.document = held[link.target, document]?.rawValue
    doc = document.id.rawValue
    self.passage = passage?.rawValue
    kind = link.kind.rawValue
    line = link.location.line
    lineEnd = link.location.lineEnd
    page = link.location.page
    byteStart = link.location.hull.lowerBound.utf8
    byteEnd = link.location.hull.upperBound.utf8
    spans = link.location.spans.count > 1 ? link.location.pairs : nil
    surface = link.surface
    target = TargetShape(link.target)
    basis = link.basis.rawValue
    rule = link.evidence.rule
    evidence = link.evidence.words
    candidates = link.evidence.candidates.isEmpty ? nil : link.evidence.candidates
  }

  package func encode(to encoder: any Encoder) throws {
    try target.encode(to: encoder)
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode("link", forKey: .type)
    try container.encode(doc, forKey: .doc)
    try container.encodeIfPresent(passage, forKey: .passage)
    try container.encode(kind, forKey: .kind)
    try container.encode(line, forKey: .line)
    try container.encode(lineEnd, forKey: .lineEnd)
    try container.encodeIfPresent(page, forKey: .page)
    try container.encode(byteStart, forKey: .byteStart)
    try container.encode(byteEnd, forKey: .byteEnd)
    try container.encodeIfPresent(spans, forKey: .spans)
    try container.encode(surface, forKey: .surface)
    try container.encode(basis, forKey: .basis)
    try container.encode(rule, forKey: .rule)
    try container.encode(evidence, forKey: .evidence)
    try container.encodeIfPresent(candidates, forKey: .candidates)
    try container.encodeIfPresent(document, forKey: .document)
    try container.encodeIfPresent(version, forKey: .version)
  }
}

extension Location {
  /// The pieces as pairs of 0-based, half-open source bytes.
  var pairs: [[Int]] { spans.map { [$0.lowerBound.utf8, $0.upperBound.utf8] } }
}
