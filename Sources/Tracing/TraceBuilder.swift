package import DocumentModel

/// Builds a measure's chain of dated steps from the documents that speak of it.
///
/// A step is one dated event that a sentence, an item, a row or a line of a schedule tells. Nothing
/// is inferred beyond the words: a date that no rule of the ``StageLexicon`` can read is no step, and
/// a stage without a step is a gap in the corpus, not in the measure.
package struct TraceBuilder: Sendable {
  private let fold: TraceFolding
  private let asOf: CalendarDay?
  private let listsSameFigures: Bool

  /// Makes a builder that folds text for matching with `fold` and looks back at targets from a day.
  ///
  /// A trace lists the figures that differ; `listsSameFigures` adds those given one value alone.
  package init(
    fold: @escaping TraceFolding = TraceText.foldWidth, asOf: CalendarDay? = nil,
    listsSameFigures: Bool = false
  ) {
    self.fold = fold
    self.asOf = asOf
    self.listsSameFigures = listsSameFigures
  }

  /// Returns the words by which the documents that may tell of a measure are found.
  package func searchTerms(for measure: Measure) -> [String] {
    let matcher = MeasureMatcher(measure, fold: fold)
    let names = [measure.name] + measure.aliases + measure.concepts
    // の and dots come and go (航空機の部品 is 航空機部品), and so do 制度 and 要件 at the end.
    var seen: Set<String> = []
    return (names + (matcher.tellingParts + matcher.keys).map { String(codePoints: $0) }).filter {
      !$0.isEmpty && seen.insert($0).inserted
    }
  }

  /// Returns for each law the articles that govern a measure, from the first to the last.
  package func articles(of measure: Measure) -> [String: ClosedRange<Int>] {
    MeasureMatcher(measure, fold: fold).articles
  }

  /// Returns the titles, without their edition, of documents that are named with the measure: those
  /// that may turn out to be its own.
  package func companions(of measure: Measure, in context: TraceContext) -> [String] {
    let matcher = MeasureMatcher(measure, fold: fold)
    return AssociatedDocuments.together(
      in: context.documents.map { $0.map { TracePassage($0, matcher: matcher) } },
      matcher: matcher
    ).filter { $0.value >= 2 }.keys.sorted()
  }

  /// Returns further names that the texts give the measure beside its own.
  package func declaredNames(of measure: Measure, in context: TraceContext) -> [String] {
    NameFinder(matcher: MeasureMatcher(measure, fold: fold)).names(in: context)
  }

  /// Returns the trace of a measure over passages in reading order.
  package func build(_ measure: Measure, from passages: [PassageRecord]) -> Staged<Trace> {
    build(measure, from: TraceContext(passages: passages))
  }

  /// Returns the trace of a measure.
  package func build(_ measure: Measure, from context: TraceContext) -> Staged<Trace> {
    let matcher = MeasureMatcher(measure, fold: fold)
    let lexicon = StageLexicon(fold: fold)
    let foreign = ForeignActors(fold: fold)
    var candidates: [TraceMerger.Candidate] = []
    var figures = FigureComparison()
    var lineage = LineageFinder(fold: fold)
    let ownLaw = Self.onlyLaw(of: measure)
    let documents = context.documents.map { passages in
      passages.map { TracePassage($0, matcher: matcher) }
    }
    let associated = AssociatedDocuments(
      in: documents, matcher: matcher, named: context.titleCounts)
    for passages in documents {
      let recency = Self.recency(of: passages, context)
      let relevance = TraceRelevance(
        passages: passages, matcher: matcher, associated: associated, foreign: foreign)
      let maker = StepMaker(passages: passages, ownLaw: ownLaw)
      var told = EventFinder(lexicon: lexicon).events(in: passages).compactMap { event in
        relevance.rank(of: event).map { (event: event, rank: $0) }
      }
      told += SnapshotFinder(lexicon: lexicon).events(in: passages, relevance)
      if let own = EventFinder(lexicon: lexicon).publication(of: passages, matcher) {
        told.append(own)
      }
      for (event, rank) in told {
        candidates.append(
          candidate(
            event, rank, maker.step(event, rank: rank), passages, matcher, recency: recency))
      }
      figures.add(passages, relevance)
      figures.add(rows: told.map(\.event), passages)
      lineage.add(passages, relevance, told: told.map(\.event))
    }
    let chain = withoutBackground(candidates.filter { !$0.isTarget })
    let merged = TraceMerger(chain).merge(chain)
    let targets = candidates.filter { $0.isTarget || $0.step.status == .planned }.map {
      GapFinder.Target(step: $0.step, setOn: $0.recency)
    }
    return Staged(
      Trace(
        measure: measure, steps: merged,
        gaps: GapFinder(asOf: asOf).gaps(in: merged, targets: targets),
        figures: figures.figures(includingSame: listsSameFigures), lineage: lineage.lineage()))
  }

  /// The Act of a measure that rests on one alone: it stands on it where a step cites nothing itself.
  private static func onlyLaw(of measure: Measure) -> LawTarget? {
    let laws = Set(
      measure.provisions.compactMap { $0.split(separator: "#").first.map(String.init) })
    return laws.count == 1 ? laws.first.map { LawTarget(lawID: LawID($0), title: nil) } : nil
  }

  private func candidate(
    _ event: TraceEvent, _ rank: TraceRelevance.Rank, _ step: TraceStep,
    _ passages: [TracePassage], _ matcher: MeasureMatcher, recency: String
  ) -> TraceMerger.Candidate {
    let passage = passages[event.passage]
    let amount = step.amount.map(fold)
    return TraceMerger.Candidate(
      step: step, rank: rank, isExplicit: event.datePlace != nil && !event.date.isRelative,
      namesAct: event.basis.split(separator: " ").count > 2
        || event.basis.hasPrefix("snapshot.done"),
      words: words(of: event, in: passage, matcher),
      amount: amount.flatMap {
        AmountScanner.amounts(in: $0, $0.scalars.indices).first?.value
      }, isOneScheme: !matcher.articles.isEmpty, recency: recency, isTarget: event.isTarget)
  }

  /// The letters of an event's sentences without dates, the measure's names and the words of the act.
  private func words(
    of event: TraceEvent, in passage: TracePassage, _ matcher: MeasureMatcher
  ) -> [UInt32] {
    let span = passage.sentences.filter { $0.overlaps(event.clause) }
    let letters = span.flatMap { sentence in
      sentence.filter { index in !passage.dates.contains { $0.range.contains(index) } }
        .map { passage.text.scalars[$0] }
    }.filter { TracePassage.isLetter($0) && $0 != 0x306E }
    // A long name of a plan (研究開発ビジョン) tells it from others; ガイドライン doesn't.
    let act = event.basis.split(separator: " ").dropFirst().map {
      MeasureMatcher.squeeze(fold(String($0))).scalars
    }.filter { $0.count <= 6 }
    return (matcher.names + act + Self.formalActs).reduce(letters) { letters, word in
      Self.leaving(out: word, of: letters)
    }
  }

  private static let formalActs = ["閣議決定", "抜粋", "公布", "施行"].map {
    $0.unicodeScalars.map(\.value)
  }

  /// The letters with 0 in place of every occurrence of a word.
  private static func leaving(out word: [UInt32], of letters: [UInt32]) -> [UInt32] {
    let text = TraceText(scalars: letters, ranges: [])
    var rest: [UInt32] = []
    var end = 0
    for place in text.places(of: word, in: letters.indices) {
      rest += letters[end..<place.lowerBound] + [0]
      end = place.upperBound
    }
    return end == 0 ? letters : rest + letters[end...]
  }

  /// The date of a document, or the last day that it tells of, for judging which of two is newer.
  private static func recency(of passages: [TracePassage], _ context: TraceContext) -> String {
    guard let document = passages.first?.record.document else { return "" }
    if let date = document.metadata.date?.value { return date }
    if let day = context.lastDays[document.id] { return day }
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
}
