/// A stretch of time of which the held texts themselves show that a revision is missing.
package struct RevisionGap: Sendable, Equatable {
  /// The held revision before; nil where the time before the first one is meant.
  package var after: LawRevisionID?
  /// The held revision after.
  package var before: LawRevisionID
  /// How many amendments the text counts there beyond those of held revisions; nil where only that
  /// there was one is known.
  package var amendments: Int?
  /// The laws that made them, where the text names them: 令和五年五月一七日法律第二八号.
  package var amendingLaws: [String]

  package init(
    after: LawRevisionID?, before: LawRevisionID, amendments: Int?, amendingLaws: [String] = []
  ) {
    self.after = after
    self.before = before
    self.amendments = amendments
    self.amendingLaws = amendingLaws
  }
}
