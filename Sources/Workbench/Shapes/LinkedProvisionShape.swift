import Citations
import DocumentModel

/// A provision of another law beside a shown one, as `laws show --format json` prints it.
package struct LinkedProvisionShape: Encodable, Sendable, Equatable {
  package var lawID: String?
  package var title: String
  /// The other law's revision that says so.
  package var revision: String?
  package var article: String?
  package var paragraph: String?
  package var item: String?
  /// Which part of the shown law: `第50条第1項`.
  package var own: String?
  package var words: String
  package var url: String?

  enum CodingKeys: String, CodingKey {
    case title, revision, article, paragraph, item, own, words, url
    case lawID = "law_id"
  }

  init(_ linked: LinkedProvision) {
    lawID = linked.lawID?.rawValue
    title = linked.title
    revision = linked.revision?.rawValue
    article = linked.provision.article
    paragraph = linked.provision.paragraph
    item = linked.provision.item
    own = linked.own.isEmpty ? nil : LawCitation().text(linked.own)
    words = linked.words
    url = LawAddress.current(
      LawTarget(lawID: linked.lawID, title: linked.title, provision: linked.provision))
  }
}

/// A ministry that answers for a law, as `laws show --format json` prints it.
package struct CompetenceShape: Encodable, Sendable, Equatable {
  package var ministry: String
  package var evidence: LinkedProvisionShape?

  enum CodingKeys: String, CodingKey { case ministry, evidence }

  init(_ competence: Competence) {
    ministry = competence.ministry
    evidence = competence.evidence.map(LinkedProvisionShape.init)
  }
}

/// A gap between held revisions, as `laws show` and `laws list --held` print it.
package struct RevisionGapShape: Encodable, Sendable, Equatable {
  /// The held revision before; null for the time before the first.
  package var after: String?
  package var before: String
  package var amendments: Int?
  package var amendingLaws: [String]

  enum CodingKeys: String, CodingKey {
    case after, before, amendments
    case amendingLaws = "amending_laws"
  }

  init(_ gap: RevisionGap) {
    after = gap.after?.rawValue
    before = gap.before.rawValue
    amendments = gap.amendments
    amendingLaws = gap.amendingLaws
  }
}
