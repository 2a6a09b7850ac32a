package import DocumentModel
import Linking
package import PassageIndex

/// The stored texts of laws, asked by law, provision and day.
package struct LawLibrary: Sendable {
  private let base: KnowledgeBase
  private let chooser = RevisionChooser()
  /// The day that counts as now.
  package let today: CalendarDay

  package init(_ base: KnowledgeBase, today: CalendarDay) {
    self.base = base
    self.today = today
  }

  /// The stored revisions of a law, by day.
  package func revisions(of law: LawID? = nil) throws -> [StoredRevision] {
    try base.ask { reader throws(IndexError) in try reader.lawRevisions(of: law) }
  }

  /// The laws of which any text is held.
  package func heldLaws() throws -> [LawID] {
    try base.ask { reader throws(IndexError) in try reader.heldLaws() }
  }

  /// Returns the revision of a law in force on a day, or nil where none of that time is held.
  package func revisionInForce(of law: LawID, on day: CalendarDay) throws -> LawRevisionID? {
    chooser.revision(on: day, among: try revisionIDs(of: law))
  }

  /// The names of the stored revisions of a law, or of all laws, by law and day.
  package func revisionIDs(of law: LawID? = nil) throws -> [LawRevisionID] {
    try base.ask { reader throws(IndexError) in try reader.lawRevisionIDs(of: law) }
  }

  /// Returns the revision in force on a day, else the first one held after it; nil where none is.
  package func revisionNearest(of law: LawID, to day: CalendarDay) throws -> LawRevisionID? {
    let held = try revisionIDs(of: law)
    return chooser.revision(on: day, among: held)
      ?? held.filter { $0.inForceFrom != nil }.min() ?? held.min()
  }

  /// The gaps between the held revisions of a law, as their texts show them.
  package func gaps(of law: LawID) throws -> [RevisionGap] {
    let sets = try base.ask { reader throws(IndexError) in try reader.supplements(of: law) }
    return RevisionGapFinder().gaps(among: try revisionIDs(of: law), sets: sets)
  }

  /// The titles under which laws are held, with their numbers.
  func heldTitles() throws -> [(law: LawID, title: String, number: String)] {
    try base.ask { reader throws(IndexError) in try reader.lawTitles() }
  }

  /// What held orders say of a law, or of an article of it.
  func delegations(
    from titles: [String], number: String, article: String?
  ) throws -> [StoredDelegation] {
    try base.ask { reader throws(IndexError) in
      try reader.delegations(from: titles, number: number, article: article)
    }
  }

  /// What a revision of an order says of the laws above it.
  func delegations(in revision: LawRevisionID) throws -> [StoredDelegation] {
    try base.ask { reader throws(IndexError) in try reader.delegations(in: revision) }
  }

  /// The nodes of a revision that hold some words, with the captions of their articles.
  func nodes(
    naming words: [String], in revision: LawRevisionID
  ) throws -> [(node: LawNode, articleCaption: String)] {
    try base.ask { reader throws(IndexError) in
      try reader.lawNodes(holding: words, in: revision)
    }
  }

  /// Returns one revision of each law: the one in force on a day; without a day, today's.
  ///
  /// A law of which no revision of that day is held is left out; without a day none is.
  package func revisionsInForce(on day: CalendarDay?) throws -> [LawRevisionID] {
    Dictionary(grouping: try revisionIDs(), by: \.lawID).values.compactMap { held in
      if let day { return chooser.revision(on: day, among: held) }
      return chooser.current(on: today, among: held)
    }
    .sorted { $0.rawValue < $1.rawValue }
  }

  /// Returns a stored revision in full.
  ///
  /// - Throws: `WorkbenchError` with exit status 1 where it isn't held.
  package func text(_ revision: LawRevisionID) throws -> LawText {
    let text = try base.ask { reader throws(IndexError) in try reader.law(revision) }
    guard let text else {
      throw WorkbenchError(.nothing, "law.not-held", ["law": revision.lawID.rawValue])
    }
    return text
  }

  /// Returns the revision of a law in force on a day; without a day, the one in force today.
  ///
  /// - Throws: `WorkbenchError` with exit status 1 where no text of that time is held.
  package func revision(of law: LawID, on day: CalendarDay?) throws -> LawRevisionID {
    let held = try revisionIDs(of: law)
    guard !held.isEmpty else {
      throw WorkbenchError(.nothing, "law.not-held", ["law": law.rawValue])
    }
    guard let day else {
      guard let current = chooser.current(on: today, among: held) else {
        throw WorkbenchError(.nothing, "law.not-held", ["law": law.rawValue])
      }
      return current
    }
    guard let chosen = chooser.revision(on: day, among: held) else {
      throw WorkbenchError(
        .nothing, "law.no-revision-then",
        [
          "law": law.rawValue, "day": day.iso8601,
          "first": held.min()?.inForceFrom?.iso8601 ?? "",
        ])
    }
    return chosen
  }

  /// Tells whether an article was there on a day, or nil where no text of the law is held.
  package func status(
    of article: String, in law: LawID, on day: CalendarDay
  ) throws -> ProvisionStatus? {
    let numbers = try base.ask { reader throws(IndexError) in
      try reader.articleNumbers(of: law)
    }
    let held = try revisionIDs(of: law).map {
      HeldRevision(id: $0, articles: numbers[$0] ?? [])
    }
    return held.isEmpty ? nil : chooser.status(of: article, on: day, among: held)
  }

  /// What became of an article between a revision and the current one.
  package func change(
    of article: String, since revision: LawRevisionID
  ) throws -> ArticleChange? {
    let current = try self.revision(of: revision.lawID, on: nil)
    guard current > revision else { return nil }
    // Most articles stand unchanged: comparing two of them is far less than comparing two laws.
    let (then, now) = try base.ask { reader throws(IndexError) in
      (try reader.lawArticle(article, in: revision), try reader.lawArticle(article, in: current))
    }
    if !then.isEmpty, Self.words(then) == Self.words(now) { return nil }
    return try LawDiff(from: text(revision), to: text(current)).changes.first { change in
      change.from?.numbers.contains(article) ?? false
    }
  }

  /// What a reader sees of an article.
  private static func words(_ nodes: [LawNode]) -> [String] {
    nodes.flatMap { [$0.label, $0.caption, $0.text] }
  }
}
