import Citations
package import DocumentModel
package import PassageIndex

/// What `laws show --format json` prints where the text is held.
package struct ShownLawShape: Encodable, Sendable, Equatable {
  package var lawID: String
  package var title: String
  package var lawNumber: String
  package var revision: String?
  package var asOf: String?
  package var article: String?
  package var paragraph: String?
  package var item: String?
  package var label: String
  package var caption: String
  package var path: [String]
  package var text: String
  package var notes: [String]
  package var address: String?
  package var held: [String]
  package var gaps: [RevisionGapShape]
  package var delegated: [LinkedProvisionShape]
  package var delegating: [LinkedProvisionShape]
  package var competence: [CompetenceShape]
  package var url: String?
  package var urlDated: String?

  enum CodingKeys: String, CodingKey {
    case title, revision, article, paragraph, item, label, caption, path, text, notes, held, url
    case address, gaps, delegated, delegating, competence
    case lawID = "law_id"
    case lawNumber = "law_number"
    case asOf = "as_of"
    case urlDated = "url_dated"
  }

  package init(_ shown: ShownLaw) {
    lawID = shown.lawID.rawValue
    title = shown.title
    lawNumber = shown.lawNumber
    revision = shown.revision?.rawValue
    asOf = shown.asOf?.iso8601
    article = shown.provision.article
    paragraph = shown.provision.paragraph
    item = shown.provision.item
    label = shown.label
    caption = shown.caption
    path = shown.path
    text = shown.text
    notes = shown.notes.map(\.identifier)
    held = shown.held.map(\.rawValue)
    address = shown.address
    gaps = shown.gaps.map(RevisionGapShape.init)
    delegated = shown.delegated.map(LinkedProvisionShape.init)
    delegating = shown.delegating.map(LinkedProvisionShape.init)
    competence = shown.competence.map(CompetenceShape.init)
    url = shown.url
    urlDated = shown.urlDated
  }
}

extension ShownLaw {
  /// The page of the shown part in the text of today.
  package var url: String? {
    if let address { return LawAddress.page(of: lawID, node: address, amendingLaw: amendingLaw) }
    return LawAddress.current(LawTarget(lawID: lawID, title: title, provision: provision))
  }

  /// The page of the shown part in the shown revision; nil where its day isn't known.
  package var urlDated: String? {
    guard let revision else { return nil }
    guard let address else { return LawAddress.dated(revision, provision) }
    return LawAddress.page(
      of: lawID, revision: revision, node: address, amendingLaw: amendingLaw)
  }
}

/// What `laws list --held --format json` prints.
package struct HeldLawsShape: Encodable, Sendable, Equatable {
  package struct Revision: Encodable, Sendable, Equatable {
    package var revision: String
    package var lawID: String
    package var title: String
    package var lawNumber: String
    package var lawType: String
    package var inForceFrom: String?
    package var source: String
    package var articles: Int
    package var paragraphs: Int
    package var items: Int

    enum CodingKeys: String, CodingKey {
      case revision, title, source, articles, paragraphs, items
      case lawID = "law_id"
      case lawNumber = "law_number"
      case lawType = "law_type"
      case inForceFrom = "in_force_from"
    }
  }

  package var revisions: [Revision]
  package var gaps: [RevisionGapShape]

  enum CodingKeys: String, CodingKey { case revisions, gaps }

  package init(_ stored: [StoredRevision], gaps: [RevisionGap]) {
    self.gaps = gaps.map(RevisionGapShape.init)
    revisions = stored.map {
      Revision(
        revision: $0.id.rawValue, lawID: $0.id.lawID.rawValue, title: $0.title,
        lawNumber: $0.lawNumber, lawType: $0.lawType, inForceFrom: $0.id.inForceFrom?.iso8601,
        source: $0.source, articles: $0.articles, paragraphs: $0.paragraphs, items: $0.items)
    }
  }
}

/// What `laws diff --format json` prints.
package struct LawDiffShape: Encodable, Sendable, Equatable {
  package struct Change: Encodable, Sendable, Equatable {
    package var kind: String
    package var from: String?
    package var to: String?
    package var label: String
    package var caption: String
    package var before: String?
    package var after: String?

    enum CodingKeys: String, CodingKey { case kind, from, to, label, caption, before, after }
  }

  package var older: String
  package var newer: String
  package var changes: [Change]

  enum CodingKeys: String, CodingKey { case older, newer, changes }

  package init(_ diff: LawDiff) {
    older = diff.older.rawValue
    newer = diff.newer.rawValue
    changes = diff.changes.map { change in
      let named = change.to ?? change.from
      return Change(
        kind: change.kind.rawValue, from: change.from?.number, to: change.to?.number,
        label: named?.label ?? "", caption: named?.caption ?? "", before: change.from?.text,
        after: change.to?.text)
    }
  }
}

/// What `laws cited --format json` and `laws check --format json` print.
package struct LawCitationsShape: Encodable, Sendable, Equatable {
  package struct Citation: Encodable, Sendable, Equatable {
    package var passage: String
    package var document: String
    package var date: String?
    package var line: Int
    package var page: Int?
    package var surface: String
    package var lawID: String?
    package var article: String?
    package var paragraph: String?
    package var item: String?
    package var basis: String
    package var ministries: [String]
    package var status: String?
    package var revision: String?
    package var text: String

    enum CodingKeys: String, CodingKey {
      case passage, document, date, line, page, surface, article, paragraph, item, basis
      case ministries, status, revision, text
      case lawID = "law_id"
    }
  }

  package var citations: [Citation]

  enum CodingKeys: String, CodingKey { case citations }

  package init(_ found: [CheckedCitation]) {
    citations = found.map { citation in
      Citation(
        passage: citation.record.passage.id.rawValue,
        document: citation.record.document.id.rawValue,
        date: citation.record.document.metadata.date?.value, line: citation.link.location.line,
        page: citation.link.location.page, surface: citation.link.surface,
        lawID: citation.law.lawID?.rawValue, article: citation.law.provision.article,
        paragraph: citation.law.provision.paragraph, item: citation.law.provision.item,
        basis: citation.link.basis.rawValue, ministries: Self.ministries(citation.record),
        status: citation.status?.name, revision: citation.status?.revision?.rawValue,
        text: citation.record.passage.text)
    }
  }

  private static func ministries(_ record: PassageRecord) -> [String] {
    record.relations.ministries.compactMap { relation in
      guard case .ministry(let unit) = relation.target else { return nil }
      return unit.value
    }
  }
}

extension ProvisionStatus {
  /// The status as the machine interface writes it.
  package var name: String {
    switch self {
    case .inForce: "in_force"
    case .notYetInForce: "not_yet_in_force"
    case .notYetEnacted: "not_yet_enacted"
    case .removed: "removed"
    case .unknown: "unknown"
    case .noSuchProvision: "no_such_provision"
    }
  }

  /// The revision that the status speaks of.
  package var revision: LawRevisionID? {
    switch self {
    case .inForce(let id), .notYetInForce(let id), .notYetEnacted(let id), .removed(let id): id
    case .unknown(let id): id
    case .noSuchProvision: nil
    }
  }
}
