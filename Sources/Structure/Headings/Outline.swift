import DocumentModel

/// Gives headings their levels: 1 for the document's title, 2 for a chapter or slide, 3 for a
/// block, and so on below.
///
/// Ranks that the document gives are kept, a report's own nesting is followed. Elsewhere a heading
/// stands below the nearest one before it whose form ranks higher on the same slide, and within a
/// slide a form has one level.
struct Outline: Sendable {
  /// Whether pages may be slides, so that a title without a number may stand above numbered ones.
  var mayHoldSlides = true
  /// Whether the first of several headings of the highest rank titles the document, as in Markdown;
  /// else only one that stands alone and bears no number does.
  var takesFirstAsTitle = true

  /// Sets the level of every heading among the drafts.
  func assignLevels(to drafts: inout [BlockDraft]) {
    settleBareNumbers(in: &drafts)
    let headings = drafts.indices.filter { drafts[$0].heading != nil }
    let hasRanks = headings.contains { if case .rank? = drafts[$0].heading { true } else { false } }
    if !mayHoldSlides, !hasRanks {
      return NestedOutline().assignLevels(to: &drafts, at: headings)
    }
    promoteSequences(in: &drafts)
    let isNumbered = headings.first.map { drafts[$0].opening.isLabel } ?? false
    let ranks = GivenRanks(
      headings.compactMap { drafts[$0].heading },
      takesFirstAsTitle: takesFirstAsTitle, takesLoneAsTitle: takesFirstAsTitle || !isNumbered)
    let chapter = chapterScheme(headings.compactMap { drafts[$0].heading })
    var slide: [Int] = []
    for index in headings {
      let level: Int? =
        switch drafts[index].heading {
        case .title: 1
        case .slide: 2
        case .rank(let rank): ranks.level(of: rank, isFirst: index == headings.first)
        case .number(let label) where label.scheme == chapter && label.ordinals.count == 1: 2
        default: nil
        }
      if let level {
        setLevels(of: slide, in: &drafts)
        slide = []
        drafts[index].level = level
      } else {
        slide.append(index)
      }
    }
    setLevels(of: slide, in: &drafts)
  }

  /// Numbers with nothing but a space behind them that run on from 1 through the text number its
  /// chapters (1 はじめに … 2 現状 …); where they begin anew they number lists.
  private func settleBareNumbers(in drafts: inout [BlockDraft]) {
    var bare: [(index: Int, label: NumberLabel)] = []
    for index in drafts.indices {
      guard case .number(let label) = drafts[index].heading, label.ordinals.count == 1 else {
        continue
      }
      if label.isBare {
        bare.append((index, label))
      } else if label.scheme <= .decimal {
        return
      }
    }
    guard bare.count >= 2,
      bare.enumerated().allSatisfy({ $0.element.label.ordinals == [$0.offset + 1] })
    else { return }
    for (index, label) in bare {
      var label = label
      label.isBare = false
      drafts[index].heading = .number(label)
    }
  }

  /// The scheme that numbers chapters: the one of the first heading, where it isn't a slide's.
  private func chapterScheme(_ marks: [BlockDraft.HeadingMark]) -> NumberLabel.Scheme? {
    for mark in marks {
      switch mark {
      case .title, .rank: continue
      case .slide: return .chapter
      case .number(let label) where !label.isBare && label.scheme <= .parenthesized:
        return label.scheme
      default: return .chapter
      }
    }
    return .chapter
  }

  /// Levels of the headings below one chapter or slide.
  private func setLevels(of slide: [Int], in drafts: inout [BlockDraft]) {
    var path: [(rank: Int, level: Int)] = []
    var deepest: [Int: Int] = [:]
    for index in slide {
      let rank = rank(of: drafts[index])
      while let last = path.last, last.rank >= rank { path.removeLast() }
      let level = (path.last?.level ?? 2) + 1
      path.append((rank, level))
      deepest[rank] = max(deepest[rank, default: 3], level)
    }
    for index in slide { drafts[index].level = deepest[rank(of: drafts[index])] ?? 3 }
  }

  private func rank(of draft: BlockDraft) -> Int {
    switch draft.heading {
    case .form(let form):
      switch form {
      case .words: 0
      case .bracket, .disc, .diamond: 10
      case .square, .arrow: 20
      case .angle: 60
      }
    case .number(let label):
      if label.isBare {
        55
      } else {
        switch label.scheme {
        case .chapter, .section, .roman: 5
        case .decimal: 30 + label.ordinals.count
        case .parenthesized, .kanji: 40
        case .circled: 50
        case .kana, .letter: 58
        }
      }
    default: 0
    }
  }

  /// Numbers that go on across slides title slides themselves: (1) … (参考) … (2).
  private func promoteSequences(in drafts: inout [BlockDraft]) {
    for scheme in [NumberLabel.Scheme.parenthesized, .letter] {
      var run: [(index: Int, ordinal: Int)] = []
      var crossesSlide = false
      var sawSlide = false
      func promote() {
        guard crossesSlide, Set(run.map(\.ordinal)).count > 1 else { return }
        for member in run { drafts[member.index].heading = .slide }
      }
      for index in drafts.indices {
        switch drafts[index].heading {
        case .number(let label) where label.scheme == scheme && label.ordinals.count == 1:
          let ordinal = label.ordinals[0]
          let last = run.last?.ordinal
          let repeats = scheme == .letter && last == ordinal
          if let last, ordinal != last + 1, !repeats {
            promote()
            run = []
            crossesSlide = false
          }
          if !run.isEmpty, sawSlide { crossesSlide = true }
          run.append((index, ordinal))
          sawSlide = false
        case .slide, .title: sawSlide = true
        default: break
        }
      }
      promote()
    }
  }
}

/// Carries the ranks of Markdown or of styles over to the levels of a document.
struct GivenRanks: Sendable {
  private var top = 1
  private var shift = 0
  private var firstIsTitle = false

  init(
    _ marks: [BlockDraft.HeadingMark], takesFirstAsTitle: Bool, takesLoneAsTitle: Bool
  ) {
    let ranks = marks.compactMap { mark -> Int? in
      if case .rank(let rank) = mark { rank } else { nil }
    }
    guard let top = ranks.min() else { return }
    self.top = top
    let hasOtherTitle = marks.contains(.title)
    let isAlone = ranks.count { $0 == top } == 1
    firstIsTitle =
      !hasOtherTitle && ranks.first == top && marks.first == .rank(top)
      && (isAlone ? takesLoneAsTitle : takesFirstAsTitle)
    // Several headings of the top rank are chapters, the first of them the title.
    shift = (firstIsTitle && isAlone ? 1 : 2) - top
  }

  func level(of rank: Int, isFirst: Bool) -> Int {
    if isFirst, firstIsTitle, rank == top { return 1 }
    return rank + shift
  }
}
