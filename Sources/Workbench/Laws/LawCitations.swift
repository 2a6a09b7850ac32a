import Citations
package import DocumentModel
import PassageIndex

/// One citation of a law in a document, with whether the provision was there on the document's day.
package struct CheckedCitation: Sendable {
  package var record: PassageRecord
  package var link: Link
  package var law: LawTarget
  /// The document's day; nil where the document has no date.
  package var day: CalendarDay?
  /// What the stored revisions tell; nil where no text of the law is held or the day isn't known.
  package var status: ProvisionStatus?
}

/// Lists the passages that cite a law, and checks every citation against the stored revisions.
package struct LawCitations: Sendable {
  private let base: KnowledgeBase
  private let library: LawLibrary

  package init(_ base: KnowledgeBase, library: LawLibrary) {
    self.base = base
    self.library = library
  }

  /// Returns the citations of a law, or of one article of it, by the documents' dates.
  ///
  /// Links by a defined term alone (`concept`) are no citations; they come only where asked for.
  package func citing(
    _ law: LawID, _ provision: ProvisionPath, concepts: FindLawConcepts? = nil
  ) throws -> [CheckedCitation] {
    try citations(adding: concepts) { target in
      target.lawID == law
        && (provision.article == nil || target.provision.article == provision.article)
    }
    .filter { concepts != nil || $0.link.basis != .concept }
    .sorted { a, b in
      let dates = [a, b].map { $0.record.document.metadata.date?.value ?? "9999" }
      let places = [a, b].map { ($0.record.document.id, $0.link.span.lowerBound) }
      return dates[0] != dates[1] ? dates[0] < dates[1] : places[0] < places[1]
    }
  }

  /// Returns every citation of an article whose law is held, with its status.
  package func checked() throws -> [CheckedCitation] {
    let held = Set(try library.heldLaws())
    return try citations { target in
      guard let law = target.lawID else { return false }
      return held.contains(law) && target.provision.article != nil
    }
    .filter { $0.link.basis != .concept }
  }

  /// Returns a warning for each citation of an article that no held revision has.
  package func withoutProvision() throws -> [Diagnostic] {
    guard !(try library.heldLaws()).isEmpty else { return [] }
    return try checked().filter { $0.status == .noSuchProvision }.map { citation in
      Self.warning(citation.law, citation.link, in: citation.record.document)
    }
  }

  /// Returns a warning for each of a document's links to an article that no held revision has.
  package func withoutProvision(
    _ links: [Link], in document: DocumentRecord
  ) throws -> [Diagnostic] {
    guard let day = document.lastDay, !(try library.heldLaws()).isEmpty else { return [] }
    var known: [LawTarget: ProvisionStatus] = [:]
    var found: [Diagnostic] = []
    for link in links where link.basis != .concept {
      guard case .law(let law) = link.target else { continue }
      let status = try known[law] ?? self.status(law, on: day)
      known[law] = status
      if status == .noSuchProvision { found.append(Self.warning(law, link, in: document)) }
    }
    return found
  }

  private static func warning(
    _ law: LawTarget, _ link: Link, in document: DocumentRecord
  ) -> Diagnostic {
    Diagnostic(
      "law.no-such-provision", .warning,
      arguments: [
        "law": law.title ?? law.lawID?.rawValue ?? "", "source": document.source,
        "provision": LawCitation().text(ProvisionPath(article: law.provision.article)),
      ], location: link.location)
  }

  private func citations(
    adding concepts: FindLawConcepts? = nil, where isWanted: (LawTarget) -> Bool
  ) throws -> [CheckedCitation] {
    var found: [CheckedCitation] = []
    // Documents cite the same few articles again and again: each is asked for once a day.
    var known: [Question: ProvisionStatus?] = [:]
    for document in try base.documents() {
      let day = document.lastDay
      try base.forEachRecords(of: document.id) { records in
        for record in try concepts?.run(records, addingLinks: true) ?? records {
          for link in record.links {
            guard case .law(let law) = link.target, isWanted(law) else { continue }
            let question = Question(law: law.lawID, provision: law.provision, day: day)
            let status = try known[question] ?? self.status(law, on: day)
            known[question] = .some(status)
            found.append(
              CheckedCitation(record: record, link: link, law: law, day: day, status: status))
          }
        }
      }
    }
    return found
  }

  /// What the status of a citation depends on: the article and the day.
  private struct Question: Hashable {
    var law: LawID?
    var article: String?
    var isSupplementary: Bool
    var day: CalendarDay?

    init(law: LawID?, provision: ProvisionPath, day: CalendarDay?) {
      self.law = law
      article = provision.article
      isSupplementary = provision.isSupplementary
      self.day = day
    }
  }

  private func status(_ law: LawTarget, on day: CalendarDay?) throws -> ProvisionStatus? {
    guard let id = law.lawID, let article = law.provision.article, let day,
      !law.provision.isSupplementary
    else { return nil }
    return try library.status(of: article, in: id, on: day)
  }
}
