import Citations
package import DocumentModel
import PassageIndex

/// A law's text, or one provision of it, on a day.
package struct ShownLaw: Sendable {
  package var lawID: LawID
  package var title: String
  package var lawNumber: String
  package var revision: LawRevisionID?
  package var asOf: CalendarDay?
  package var provision: ProvisionPath
  /// 第五十条.
  package var label: String
  package var caption: String
  /// The titles of the chapters it stands in.
  package var path: [String]
  package var text: String
  /// What a reader must know: not yet in force, changed since, other revisions held.
  package var notes: [Diagnostic]
  /// All stored revisions of the law, by day.
  package var held: [LawRevisionID]
}

/// Shows a law or one of its provisions as it stood on a day.
package struct ShowLaw: Sendable {
  private let library: LawLibrary

  package init(_ library: LawLibrary) { self.library = library }

  /// Returns the provision in the revision in force on a day; without a day, today's.
  ///
  /// Where the article was not in force on that day, the nearest text is shown with a note that
  /// tells why; it is never passed off as the law of that day.
  ///
  /// - Throws: `WorkbenchError` with exit status 1 where the text or the provision isn't held.
  package func run(
    _ law: LawID, _ provision: ProvisionPath, asOf day: CalendarDay?
  ) throws -> ShownLaw {
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
      provision: provision, label: "", caption: "", path: [], text: "", notes: notes, held: held)
    guard let article = provision.article else {
      shown.text = text.articles.map { "\($0.label)\($0.caption)\n\($0.text)" }
        .joined(separator: "\n\n")
      return shown
    }
    guard let found = text.articles.first(where: { $0.numbers.contains(article) }) else {
      throw WorkbenchError(
        .nothing, "law.no-such-provision",
        ["law": text.title, "provision": LawCitation().text(ProvisionPath(article: article))])
    }
    shown.label = found.label
    shown.caption = found.caption
    shown.path = found.path
    shown.text = try part(of: found, in: text, provision)
    if let change = try library.change(of: article, since: revision) {
      shown.notes.append(Self.note(on: change))
    }
    return shown
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
    var address = law.nodes[article.node].address + "-Pr_\(provision.paragraph ?? "1")"
    if let item = provision.item { address += "-It_\(item)" }
    guard let text = law.text(at: address) else {
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
