package import DocumentModel
import PassageIndex

/// How a law that a passage cites stood on the day that counts for it.
package struct CitedVersion: Sendable, Equatable {
  /// Which day counts: the document's own date, or one that the reader gave.
  package enum Rule: String, Sendable {
    case documentDate = "document_date"
    case asOf = "as_of"
  }

  /// What became of the article between then and today.
  package enum Since: String, Sendable {
    case changed, moved, removed
  }

  package var day: CalendarDay
  package var rule: Rule
  /// Whether the cited article was there; nil for a citation of the law as a whole.
  package var status: ProvisionStatus?
  /// The revision to read: the one in force that day, else the one that `status` speaks of.
  package var revision: LawRevisionID?
  /// Nil where the article still stands as it did, and where none was in force.
  package var since: Since?
  /// Where a moved article stands today: 第二十六条.
  package var movedTo: String?
}

/// The versions of all laws that some passages cite, looked up once for each article and day.
package struct CitedVersions: Sendable {
  fileprivate struct Key: Hashable {
    var law: LawID
    var article: String?
    var day: CalendarDay
  }

  /// Knows of no version: what a reader has where no law text is held.
  package static let none = CitedVersions(found: [:], asOf: nil)

  fileprivate var found: [Key: CitedVersion]
  fileprivate let asOf: CalendarDay?

  /// Returns the version of a cited law for a document, or nil where none of its text is held, the
  /// document has no date, or a supplementary provision is cited.
  package subscript(law: LawTarget, document: DocumentRecord) -> CitedVersion? {
    guard !found.isEmpty, let day = asOf ?? document.lastDay else { return nil }
    return Key(law, on: day).flatMap { found[$0] }
  }
}

extension CitedVersions.Key {
  fileprivate init?(_ target: LawTarget, on day: CalendarDay) {
    guard let law = target.lawID, !target.isForeign, !target.provision.isSupplementary else {
      return nil
    }
    self.init(law: law, article: target.provision.article, day: day)
  }
}

extension DocumentRecord {
  /// The last day of its date: a document of June 2024 may cite what came into force that month.
  package var lastDay: CalendarDay? { metadata.date.flatMap { EDTF($0.value).interval?.last } }
}

/// Looks up the versions of the laws that passages cite.
package struct FindCitedVersions: Sendable {
  private let library: LawLibrary

  package init(_ library: LawLibrary) { self.library = library }

  /// Looks up every law among the links and relations of the passages.
  ///
  /// The day is `asOf`, else each document's own. Nothing is asked where no law is held.
  package func run(_ records: [PassageRecord], asOf: CalendarDay? = nil) throws -> CitedVersions {
    let held = Set(try library.heldLaws())
    guard !held.isEmpty else { return .none }
    var versions = CitedVersions(found: [:], asOf: asOf)
    var asked: Set<CitedVersions.Key> = []
    for record in records {
      guard let day = asOf ?? record.document.lastDay else { continue }
      let targets = record.links.map(\.target) + record.relations.laws.map(\.target)
      for case .law(let law) in targets {
        guard let key = CitedVersions.Key(law, on: day), held.contains(key.law),
          asked.insert(key).inserted
        else { continue }
        versions.found[key] = try version(key, rule: asOf == nil ? .documentDate : .asOf)
      }
    }
    return versions
  }

  private func version(
    _ key: CitedVersions.Key, rule: CitedVersion.Rule
  ) throws -> CitedVersion {
    var version = CitedVersion(day: key.day, rule: rule)
    guard let article = key.article else {
      version.revision = try library.revisionInForce(of: key.law, on: key.day)
      return version
    }
    let status = try library.status(of: article, in: key.law, on: key.day)
    version.status = status
    version.revision = status?.revision
    guard case .inForce(let revision) = status,
      let change = try library.change(of: article, since: revision)
    else { return version }
    switch change.kind {
    case .changed, .added: version.since = .changed
    case .removed: version.since = .removed
    case .moved:
      version.since = .moved
      version.movedTo = change.to?.label
    }
    return version
  }
}
