import Citations
package import DocumentModel
import Linking
import PassageIndex
package import Registry

/// A law's text, or one provision of it, on a day.
package struct ShownLaw: Sendable {
  package var lawID: LawID
  package var title: String
  package var lawNumber: String
  package var revision: LawRevisionID?
  package var asOf: CalendarDay?
  package var provision: ProvisionPath
  /// The address of the shown node where it is no article: `Sp2-At_1`, `Mpat_1`.
  package var address: String?
  /// The law that added a shown set of supplementary provisions, where its LawId is known.
  package var amendingLaw: LawID?
  /// 第五十条.
  package var label = ""
  package var caption = ""
  /// The titles of the chapters it stands in.
  package var path: [String] = []
  package var text = ""
  /// What a reader must know: not yet in force, changed since, other revisions held.
  package var notes: [Diagnostic]
  /// All stored revisions of the law, by day.
  package var held: [LawRevisionID]
  /// Where the held texts show that revisions between or before them are missing.
  package var gaps: [RevisionGap]
  /// What orders and regulations fill in of it (委任先).
  package var delegated: [LinkedProvision] = []
  /// The provisions of laws above that it fills in (委任元).
  package var delegating: [LinkedProvision] = []
  /// Who answers for the law.
  package var competence: [Competence] = []
}

/// Shows a law or one of its provisions as it stood on a day.
package struct ShowLaw: Sendable {
  private let library: LawLibrary
  private let registry: Registry

  package init(_ library: LawLibrary, registry: Registry) {
    self.library = library
    self.registry = registry
  }

  /// Returns what was asked for in the revision in force on a day; without a day, today's.
  ///
  /// Where the article was not in force on that day, the nearest text is shown with a note that
  /// tells why; it is never passed off as the law of that day.
  ///
  /// - Throws: `WorkbenchError` with exit status 1 where the text or the provision isn't held.
  package func run(_ found: FoundLaw, asOf day: CalendarDay?) throws -> ShownLaw {
    let (law, provision) = (found.lawID, found.provision)
    let held = try library.revisions(of: law).map(\.id)
    var notes: [Diagnostic] = []
    let revision: LawRevisionID
    if let article = provision.article {
      revision = try choose(article, of: law, on: day ?? library.today, notes: &notes)
    } else {
      revision = try library.revision(of: law, on: day)
    }
    let text = try library.text(revision)
    var shown = ShownLaw(
      lawID: law, title: text.title, lawNumber: text.lawNumber, revision: revision, asOf: day,
      provision: provision, notes: notes, held: held, gaps: try library.gaps(of: law))
    var article: String?
    if let place = found.place {
      try fill(&shown, with: place, found.placeWords, of: text)
    } else if let number = provision.article {
      article = try fill(&shown, with: number, of: text)
    } else {
      shown.text = text.articles.map { "\($0.label)\($0.caption)\n\($0.text)" }
        .joined(separator: "\n\n")
    }
    try relate(&shown, article: article, entry: found.entry)
    return shown
  }

  /// Takes an article or a part of it, and returns the text of the whole article.
  private func fill(
    _ shown: inout ShownLaw, with article: String, of text: LawText
  ) throws -> String {
    guard let found = text.articles.first(where: { $0.numbers.contains(article) }),
      let revision = shown.revision
    else {
      throw WorkbenchError(
        .nothing, "law.no-such-provision",
        ["law": text.title, "provision": LawCitation().text(ProvisionPath(article: article))])
    }
    shown.label = found.label
    shown.caption = found.caption
    shown.path = found.path
    shown.text = try part(of: found, in: text, shown.provision)
    if let change = try library.change(of: article, since: revision) {
      shown.notes.append(Self.note(on: change))
    }
    return found.text
  }

  /// Takes a set of supplementary provisions, an appendix or any node by its address.
  private func fill(
    _ shown: inout ShownLaw, with place: LawPlace, _ words: String, of text: LawText
  ) throws {
    let node = text.node(at: place) { caption, law in
      guard let wanted = AmendingLawName(law) else { return caption == law }
      return AmendingLawName(caption) == wanted
    }
    guard let node else {
      throw WorkbenchError(
        .nothing, "law.no-such-part", ["law": text.title, "part": words])
    }
    let found = text.nodes[node]
    shown.address = found.address
    shown.label = found.label
    shown.caption =
      found.kind == .supplementary && !found.caption.isEmpty
      ? "（\(found.caption)）" : found.caption
    shown.path = text.path(of: node)
    shown.text = text.text(below: node)
    var ancestor: Int? = node
    while let index = ancestor, text.nodes[index].kind != .supplementary {
      ancestor = text.nodes[index].parent
    }
    guard let set = ancestor, let name = AmendingLawName(text.nodes[set].caption) else { return }
    let known = shown.held.compactMap(\.amendingLaw) + registry.laws.map(\.lawID)
    shown.amendingLaw = known.first { AmendingLawName($0) == name }
  }

  /// Adds what the law leaves to others, what it fills in itself, and who answers for it.
  ///
  /// `article` is the text of the shown article, part of which may be shown.
  private func relate(
    _ shown: inout ShownLaw, article: String?, entry: LawEntry?
  ) throws {
    guard let revision = shown.revision, shown.address == nil else { return }
    let day = max(shown.asOf ?? library.today, revision.inForceFrom ?? library.today)
    let delegations = try LawDelegations(library, registry: registry)
    let number = shown.provision.article
    shown.delegated = try delegations.downward(
      from: shown.lawID, article: number, text: article, on: day
    ).filter { shown.provision.holds($0.own) }
    shown.delegating = try delegations.upward(from: revision, article: number)
      .filter { shown.provision.holds($0.own) }
    guard let entry else { return }
    shown.competence = try LawCompetence(library, registry: registry).run(entry, on: day)
  }

  private func choose(
    _ article: String, of law: LawID, on day: CalendarDay, notes: inout [Diagnostic]
  ) throws -> LawRevisionID {
    let arguments = ["provision": article, "day": day.iso8601]
    func told(_ identifier: String, _ revision: LawRevisionID) -> LawRevisionID {
      var all = arguments
      all["revision"] = revision.inForceFrom?.iso8601 ?? revision.rawValue
      notes.append(Diagnostic(identifier, .warning, arguments: all))
      return revision
    }
    switch try library.status(of: article, in: law, on: day) {
    case .inForce(let revision): return revision
    case .notYetInForce(let revision): return told("law.not-yet-in-force", revision)
    case .notYetEnacted(let revision): return told("law.not-yet-enacted", revision)
    case .removed(let revision): return told("law.removed", revision)
    case .unknown(let revision?): return told("law.unknown-then", revision)
    case .unknown(nil), nil:
      throw WorkbenchError(.nothing, "law.not-held", ["law": law.rawValue])
    case .noSuchProvision:
      throw WorkbenchError(
        .nothing, "law.no-such-provision",
        ["law": law.rawValue, "provision": LawCitation().text(ProvisionPath(article: article))])
    }
  }

  /// Returns the text of the paragraph or item asked for, else of the whole article.
  private func part(
    of article: LawArticle, in law: LawText, _ provision: ProvisionPath
  ) throws -> String {
    guard provision.paragraph != nil || provision.item != nil else { return article.text }
    guard let text = law.text(at: law.address(of: provision, in: article)) else {
      throw WorkbenchError(
        .nothing, "law.no-such-provision",
        ["law": law.title, "provision": LawCitation().text(provision)])
    }
    return text
  }

  private static func note(on change: ArticleChange) -> Diagnostic {
    switch change.kind {
    case .moved:
      Diagnostic(
        "law.moved-since", .note, arguments: ["provision": change.to?.label ?? ""])
    case .removed: Diagnostic("law.removed-since", .note)
    case .changed, .added: Diagnostic("law.changed-since", .note)
    }
  }
}

extension ProvisionPath {
  /// Whether another provision of the same law lies in this one, or holds it.
  fileprivate func holds(_ other: ProvisionPath) -> Bool {
    func agrees(_ a: String?, _ b: String?) -> Bool { a == nil || b == nil || a == b }
    // The only paragraph of an article is cited without a number.
    return agrees(article, other.article) && agrees(paragraph, other.paragraph)
      && agrees(item, other.item)
  }
}

extension LawText {
  /// Returns the address of a paragraph or item of an article; a lone paragraph is number 1.
  func address(of provision: ProvisionPath, in article: LawArticle) -> String {
    let paragraph = nodes[article.node].address + "-Pr_\(provision.paragraph ?? "1")"
    return provision.item.map { paragraph + "-It_\($0)" } ?? paragraph
  }
}
