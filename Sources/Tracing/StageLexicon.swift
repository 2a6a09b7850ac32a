internal import DocumentModel

/// What the words around a date say was done, as a stage of a measure.
///
/// A rule names the things decided on and the verbs of the act; the first rule whose words stand in
/// the clause decides. Orders come before the Acts they carry out, and the acts of carrying out come
/// last, since 認定 or 実施 also stand inside the names of plans and reports.
struct StageLexicon: Sendable {
  /// A rule with its words, folded as the texts are.
  struct Rule: Sendable {
    /// The stable name that a step's basis gives.
    var name: String
    var stage: TraceStage
    /// One of them must stand in the clause; none means any.
    var things: [[UInt32]]
    /// One of them must stand in the clause; none means any.
    var acts: [[UInt32]]
    /// None of them may stand in the clause.
    var unless: [[UInt32]]
  }

  /// What a clause was found to say.
  struct Reading: Sendable {
    var stage: TraceStage
    /// The rule and the words that decided, `law.enacted: 改正法 公布`.
    var basis: String
    /// The words that decided: the thing, the act, or both.
    var names: [String] = []
    /// Where the first of the deciding words stands, in code points.
    var place: Range<Int>?
  }

  private let rules: [Rule]
  private let doneActs: [[UInt32]]
  private let planned: [[UInt32]]
  private let forecasts: [[UInt32]]
  private let fold: TraceFolding

  init(fold: @escaping TraceFolding) {
    self.fold = fold
    self.rules = StageRules.all.map { rule in
      Rule(
        name: rule.name, stage: rule.stage, things: rule.things.map { fold($0).scalars },
        acts: rule.acts.map { fold($0).scalars }, unless: rule.unless.map { fold($0).scalars })
    }
    self.doneActs = StageRules.doneActs.map { fold($0).scalars }
    self.planned = StageRules.planned.map { fold($0).scalars }
    self.forecasts = StageRules.forecasts.map { fold($0).scalars }
  }

  /// Returns what a title says was done, or nil where no rule applies.
  func read(_ title: String) -> Reading? {
    let text = fold(title)
    return read(text, in: text.scalars.indices)
  }

  /// Whether a clause tells of what is still to come.
  func isPlanned(_ text: TraceText, in range: Range<Int>) -> Bool {
    planned.contains { text.contains($0, in: range) }
  }

  /// Whether a clause tells of what is foreseen or thought, so of no event.
  func isForecast(_ text: TraceText, in range: Range<Int>) -> Bool {
    forecasts.contains { text.contains($0, in: range) }
  }

  /// Returns what a clause says was done, or nil where no rule applies.
  ///
  /// Words inside the names of bodies don't count (戦略 of 統合イノベーション戦略推進会議), nor, for what isn't an
  /// act of law, those inside the names of laws.
  func read(
    _ text: TraceText, in range: Range<Int>, _ names: TracePassage.Names = .init()
  ) -> Reading? {
    for rule in rules {
      let isLegal =
        rule.stage == .law || rule.stage == .cabinetOrder
        || rule.stage == .ministerialOrder
      let masks = isLegal ? names.bodies : names.bodies + names.laws
      let things = found(rule.things, text, range, masks)
      let acts = found(rule.acts, text, range, masks)
      guard things != nil || rule.things.isEmpty, acts != nil || rule.acts.isEmpty,
        rule.unless.allSatisfy({ !text.contains($0, in: range) })
      else { continue }
      let words = [things, acts].compactMap { $0 }.map { String(codePoints: text.scalars[$0]) }
      return Reading(
        stage: rule.stage, basis: "\(rule.name): \(words.joined(separator: " "))",
        names: words, place: things ?? acts)
    }
    return nil
  }

  /// Returns what a statement as of a date says: a thing done by then, or a state of things.
  func readSnapshot(_ text: TraceText, in range: Range<Int>) -> Reading? {
    if let act = found(doneActs, text, range) {
      return Reading(
        stage: .implementation, basis: "snapshot.done: \(String(codePoints: text.scalars[act]))",
        place: act)
    }
    return Reading(stage: .followUp, basis: "snapshot.state")
  }

  /// Returns the place of the first word of the list that stands in the range, or nil.
  private func found(
    _ words: [[UInt32]], _ text: TraceText, _ range: Range<Int>, _ masks: [Range<Int>] = []
  ) -> Range<Int>? {
    for word in words where text.contains(word, in: range) {
      let place = text.places(of: word, in: range).first { place in
        !masks.contains { $0.lowerBound <= place.lowerBound && place.upperBound <= $0.upperBound }
      }
      if let place { return place }
    }
    return nil
  }
}
