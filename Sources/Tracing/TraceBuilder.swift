package import DocumentModel

/// Builds a measure's chain of dated steps from the documents that speak of it.
///
/// A step is one dated event that a sentence, an item, a row or a line of a schedule tells. Nothing
/// is inferred beyond the words: a date that no rule of the ``StageLexicon`` can read is no step, and
/// a stage without a step is a gap in the corpus, not in the measure.
package struct TraceBuilder: Sendable {
  private let fold: TraceFolding

  /// Makes a builder that folds text for matching with `fold`.
  package init(fold: @escaping TraceFolding = TraceText.foldWidth) {
    self.fold = fold
  }

  /// Returns the words by which the documents that may tell of a measure are found.
  package func searchTerms(for measure: Measure) -> [String] {
    let parts = MeasureMatcher.parts(of: fold(measure.name).scalars).filter { $0.count >= 4 }
    let words = parts.map { part in
      var view = String.UnicodeScalarView()
      for scalar in part { view.append(Unicode.Scalar(scalar) ?? "\u{FFFD}") }
      return String(view)
    }
    return [measure.name] + measure.aliases + measure.concepts + words
  }

  /// Returns the trace of a measure over passages in reading order.
  package func build(_ measure: Measure, from passages: [PassageRecord]) -> Staged<Trace> {
    build(measure, from: TraceContext(passages: passages))
  }

  /// Returns the trace of a measure over whole documents.
  package func build(_ measure: Measure, from context: TraceContext) -> Staged<Trace> {
    let matcher = MeasureMatcher(measure, fold: fold)
    let lexicon = StageLexicon(fold: fold)
    var steps: [TraceMerger.Candidate] = []
    var figures = FigureComparison()
    let laws = Set(
      measure.provisions.compactMap { $0.split(separator: "#").first.map(String.init) })
    // A measure of one Act stands on it where a step cites nothing itself.
    let ownLaw = laws.count == 1 ? laws.first.map { LawTarget(lawID: LawID($0), title: nil) } : nil
    let documents = context.documents.map { passages in
      passages.map { TracePassage($0, matcher: matcher) }
    }
    let associated = AssociatedDocuments(in: documents, matcher: matcher)
    for passages in documents {
      let recency = Self.recency(of: passages)
      let relevance = TraceRelevance(
        passages: passages, matcher: matcher, associated: associated)
      for event in EventFinder(lexicon: lexicon).events(in: passages) {
        guard let rank = relevance.rank(of: event) else { continue }
        steps.append(candidate(event, rank: rank, passages, recency: recency, ownLaw: ownLaw))
      }
      for (event, rank) in SnapshotFinder(lexicon: lexicon).events(in: passages, relevance) {
        steps.append(candidate(event, rank: rank, passages, recency: recency, ownLaw: ownLaw))
      }
      figures.add(passages, relevance)
    }
    let merged = TraceMerger().merge(withoutBackground(steps))
    let trace = Trace(
      measure: measure, steps: merged, gaps: GapFinder().gaps(in: merged),
      figures: figures.figures())
    return Staged(trace)
  }

  private func candidate(
    _ event: TraceEvent, rank: TraceRelevance.Rank, _ passages: [TracePassage], recency: String,
    ownLaw: LawTarget?
  ) -> TraceMerger.Candidate {
    let passage = passages[event.passage]
    let step = TraceStep(
      date: event.date.value, stage: event.stage,
      evidence: evidence(passage, clause: event.clause, isCell: event.isRow),
      also: [rank.remark, event.amounts].compactMap { $0 }.map {
        evidence(passages[$0], clause: nil, isCell: false)
      },
      law: law(of: passage, near: event) ?? (rank.isCertain ? ownLaw : nil),
      ministry: ministry(
        of: passage, near: rank.place ?? event.clause, in: event.isRow ? event.clause : nil),
      amount: amount(of: event, in: passage)
        ?? event.amounts.flatMap { amount(in: passages[$0]) }, basis: event.basis)
    let span = passage.sentences.filter { $0.overlaps(event.clause) }
    let words = span.flatMap { sentence in
      sentence.filter { index in !passage.dates.contains { $0.range.contains(index) } }
        .map { passage.text.scalars[$0] }
    }
    return TraceMerger.Candidate(
      step: step, rank: rank, isExplicit: event.datePlace != nil && !event.date.isRelative,
      namesAct: event.basis.split(separator: " ").count > 2
        || event.basis.hasPrefix("snapshot.done"),
      words: words.filter { TracePassage.isLetter($0) }, recency: recency)
  }

  /// The date of a document, or the last day that it tells of, for judging which of two is newer.
  private static func recency(of passages: [TracePassage]) -> String {
    if let date = passages.first?.record.document.metadata.date?.value { return date }
    let days = passages.flatMap(\.dates).filter { $0.target.role != .target }
      .map(\.target.value.rawValue).filter { $0.utf8.count == 10 && !$0.hasPrefix("..") }
    return days.max() ?? ""
  }

  /// Leaves out what others did, told under the measure's heading, before anything of its own.
  private func withoutBackground(
    _ candidates: [TraceMerger.Candidate]
  ) -> [TraceMerger.Candidate] {
    let own = candidates.filter { $0.rank.value >= 10 }.map { TraceMerger.sortKey($0.step.date) }
    guard let first = own.min() else { return candidates }
    let acts: Set<TraceStage> = [.implementation, .followUp, .plan]
    return candidates.filter {
      $0.rank.value >= 10 || !acts.contains($0.step.stage)
        || TraceMerger.sortKey($0.step.date) >= first
    }
  }

  /// Quotes the sentences that hold the clause, the cell of a row, or the whole passage.
  private func evidence(
    _ passage: TracePassage, clause: Range<Int>?, isCell: Bool
  ) -> TraceEvidence {
    let record = passage.record.passage
    var quoted = passage.text.scalars.indices
    if let clause, isCell {
      quoted = clause
    } else if let clause, passage.sentences.count > 1 {
      let touched = passage.sentences.filter { $0.overlaps(clause) }
      if let first = touched.first, let last = touched.last {
        quoted = first.lowerBound..<last.upperBound
      }
    }
    let isWhole = quoted == passage.text.scalars.indices
    return TraceEvidence(
      passage: record.id, document: passage.record.document.id, location: record.location,
      quote: isWhole ? record.text : passage.string(quoted))
  }

  /// The law that the event's own words cite, else the provision of a term in them.
  ///
  /// Of several the one before the words that decided the stage counts: in a clause on the order
  /// that designates fields of technology, the field's term and not one further off.
  private func law(of passage: TracePassage, near event: TraceEvent) -> LawTarget? {
    let start = passage.record.passage.span.lowerBound.utf8
    // Where the sentence had to say what was done, its laws count too.
    let isToldByClause = event.decided.map { event.clause.overlaps($0) } ?? true
    let told = isToldByClause ? event.clause : passage.sentence(at: event.clause.lowerBound)
    let clause = passage.text.bytes(told)
    let decided = event.decided.map { passage.text.bytes($0).upperBound } ?? clause.upperBound
    var cited: [(offset: Int, law: LawTarget)] = []
    var terms: [(offset: Int, law: LawTarget)] = []
    for link in passage.record.links {
      guard case .law(let law) = link.target, law.lawID != nil,
        link.span.lowerBound.utf8 - start < clause.upperBound,
        link.span.upperBound.utf8 - start > clause.lowerBound
      else { continue }
      if link.basis == .concept {
        terms.append((link.span.lowerBound.utf8 - start, law))
      } else {
        cited.append((link.span.lowerBound.utf8 - start, law))
      }
    }
    return cited.last { $0.offset < decided }?.law ?? cited.first?.law
      ?? terms.last { $0.offset < decided }?.law ?? terms.first?.law
  }

  /// The ministry named nearest after the words that matched, such as 半導体（経産）.
  private func ministry(
    of passage: TracePassage, near place: Range<Int>, in cells: Range<Int>?
  ) -> String? {
    let bounds = passage.text.bytes(cells ?? passage.text.scalars.indices)
    let start = passage.record.passage.span.lowerBound.utf8
    let from = passage.text.bytes(place).lowerBound
    let named = passage.record.links.compactMap { link -> (offset: Int, value: String)? in
      guard case .ministry(let ministry) = link.target,
        bounds.contains(link.span.lowerBound.utf8 - start)
      else { return nil }
      return (link.span.lowerBound.utf8 - start, ministry.value)
    }
    return (named.first { $0.offset >= from } ?? named.last)?.value
  }

  /// The first amount of a row.
  private func amount(in passage: TracePassage) -> String? {
    AmountScanner.amounts(in: passage.text, passage.text.scalars.indices).first.map {
      passage.string($0.range)
    }
  }

  /// The amount nearest to the date, for money; as the text writes it.
  private func amount(of event: TraceEvent, in passage: TracePassage) -> String? {
    let amounts = AmountScanner.amounts(in: passage.text, event.clause)
    let date = event.datePlace?.lowerBound ?? event.clause.lowerBound
    let nearest = amounts.min { abs($0.range.lowerBound - date) < abs($1.range.lowerBound - date) }
    return nearest.map { amount in
      passage.string(amount.range)
    }
  }
}
