import Citations
import DocumentModel

/// How a cited law stood on the day that counts, as links and relations print it.
package struct CitedVersionShape: Encodable, Sendable, Equatable {
  /// The day whose law is meant.
  package var asOf: String
  /// Why that day: `document_date` or `as_of`.
  package var rule: String
  package var status: String?
  package var revision: String?
  package var inForceFrom: String?
  package var urlDated: String?
  /// What became of the article since: `changed`, `moved`, `removed`.
  package var since: String?
  package var movedTo: String?

  enum CodingKeys: String, CodingKey {
    case rule, status, revision, since
    case asOf = "as_of"
    case inForceFrom = "in_force_from"
    case urlDated = "url_dated"
    case movedTo = "moved_to"
  }

  init(_ version: CitedVersion, of law: LawTarget) {
    asOf = version.day.iso8601
    rule = version.rule.rawValue
    status = version.status?.name
    revision = version.revision?.rawValue
    inForceFrom = version.revision?.inForceFrom?.iso8601
    urlDated = version.revision.flatMap { LawAddress.dated($0, law.provision) }
    since = version.since?.rawValue
    movedTo = version.movedTo
  }

  /// Makes the version of a target that is a law of which text is held; else nil.
  init?(_ target: LinkTarget, _ versions: CitedVersions, in document: DocumentRecord) {
    guard case .law(let law) = target, let version = versions[law, document] else { return nil }
    self.init(version, of: law)
  }
}
