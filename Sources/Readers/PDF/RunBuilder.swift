import DocumentModel

/// Puts the words of a page together into runs, each on one line and without a wide gap.
struct RunBuilder: Sendable {
  /// The widest gap inside a run, in full squares.
  private static let widestGap = 0.45
  /// How far the boxes of two words may overlap where the empty halves of 、 and 「 are left out, in
  /// full squares.
  static let deepestOverlap = 0.85
  /// The widest gap between a bullet or number and its words, in full squares.
  private static let widestLabelGap = 4.5

  /// Returns the runs of horizontal words, and each line of vertical words as one run.
  ///
  /// - Complexity: O(*n* · *m*) in the number of words and of the words on a line.
  func runs(of words: [TextBox]) -> [PrintedRun] {
    let horizontal = words.filter { !Self.isVertical($0) }
    let vertical = words.filter(Self.isVertical)
    return joinLabels(join(horizontal)) + turned(vertical)
  }

  /// Whether a word's characters stand one below the other.
  static func isVertical(_ word: TextBox) -> Bool {
    let count = word.text.unicodeScalars.count
    // A short Latin word's box may be higher than wide as it lies.
    guard word.squares > 0 else { return count >= 4 && word.box.height > 2 * word.box.width }
    return count >= 2 && word.box.height > 1.3 * word.box.width
  }

  /// Runs of words of one line, from left to right.
  private func join(_ words: [TextBox]) -> [PrintedRun] {
    var runs: [PrintedRun] = []
    // Runs by the height at which they stand, so that a crowded page stays cheap.
    var shelves: [Int: [Int]] = [:]
    for word in words.sorted(by: { ($0.box.left, $0.box.top) < ($1.box.left, $1.box.top) }) {
      let shelf = Int(word.box.middle / Self.shelfHeight)
      var best: (run: Int, gap: Double)?
      var isShadow = false
      for index in (shelf - 2...shelf + 2).flatMap({ shelves[$0] ?? [] }) {
        let run = runs[index]
        guard run.isLevel(with: word.box) else { continue }
        if run.words.contains(where: { Self.isShadow(word, of: $0) }) {
          isShadow = true
          break
        }
        let gap = word.box.left - run.box.right
        let em = max(run.em, word.em)
        guard gap > -Self.deepestOverlap * em, gap <= Self.widestGap * em else { continue }
        if best.map({ abs(gap) < abs($0.gap) }) ?? true { best = (index, gap) }
      }
      if isShadow { continue }
      if let best {
        runs[best.run].add(word)
      } else {
        shelves[shelf, default: []].append(runs.count)
        runs.append(PrintedRun(word))
      }
    }
    return runs
  }

  private static let shelfHeight = 12.0

  /// The same word printed a second time at its place, as shadows and false bold type are made.
  private static func isShadow(_ word: TextBox, of other: TextBox) -> Bool {
    word.text == other.text && abs(word.box.left - other.box.left) < 0.25 * word.em
      && abs(word.box.top - other.box.top) < 0.25 * word.em
  }

  /// Puts a bullet or a number before the words it stands beside.
  private func joinLabels(_ runs: [PrintedRun]) -> [PrintedRun] {
    var runs = runs.sorted { ($0.box.left, $0.box.top) < ($1.box.left, $1.box.top) }
    var index = runs.count - 1
    while index >= 0 {
      let label = runs[index]
      let text = label.text
      if PageLabel.isLabel(text) || PageLabel.isCaptionNumber(text) {
        let next = runs.indices.dropFirst(index + 1).filter { other in
          let gap = runs[other].box.left - label.box.right
          return gap > 0 && gap <= Self.widestLabelGap * max(label.em, runs[other].em)
            && runs[other].isLevel(with: label.box)
        }.min { runs[$0].box.left < runs[$1].box.left }
        if let next, joins(label, runs[next]) {
          runs[index].add(runs[next])
          runs.remove(at: next)
        }
      }
      index -= 1
    }
    return runs
  }

  private func joins(_ label: PrintedRun, _ words: PrintedRun) -> Bool {
    let text = words.text
    if PageLabel.isCaptionNumber(label.text) { return CaptionWording.isCaption(label.text + text) }
    return !PageLabel.isLabel(text) && !PageLabel.isPageNumber(text)
  }

  /// Lines of vertical words, read from top to bottom.
  private func turned(_ words: [TextBox]) -> [PrintedRun] {
    guard !words.isEmpty else { return [] }
    let lying = words.map { TextBox($0.text, PageTurn.laid($0.box)) }
    return join(lying).map { run in
      PrintedRun(TextBox(run.text, PageTurn.raised(run.box)))
    }
  }
}

/// Turns a page so that vertical lines, which go from right to left, lie from top to bottom.
enum PageTurn {
  /// The place of a box on the turned page, whose upper edge is the page's right one.
  static func laid(_ box: PageBox, width: Double = 0) -> PageBox {
    PageBox(left: box.top, top: width - box.right, right: box.bottom, bottom: width - box.left)
  }

  /// The place on the page of a box on the turned page.
  static func raised(_ box: PageBox, width: Double = 0) -> PageBox {
    PageBox(left: width - box.bottom, top: box.left, right: width - box.top, bottom: box.right)
  }

  /// Whether most characters of a page stand one below the other.
  static func isVertical(_ page: BoxedPage) -> Bool {
    var vertical = 0
    var all = 0
    for word in page.words {
      let count = word.text.unicodeScalars.count
      all += count
      if RunBuilder.isVertical(word) { vertical += count }
    }
    return vertical * 2 > all
  }

  /// The page with its vertical lines laid down, and the forms of marks that only vertical text has
  /// as their ordinary characters.
  static func laid(_ page: BoxedPage) -> BoxedPage {
    var page = page
    page.words = page.words.map {
      TextBox(ordinary($0.text), laid($0.box, width: page.width))
    }
    (page.width, page.height) = (page.height, page.width)
    return page
  }

  /// Characters with the vertical forms of marks (︑ ︒ ﹁) as those of horizontal text (、 。 「).
  static func ordinary(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: { (0xFE10...0xFE48).contains($0.value) }) else {
      return text
    }
    return String(scalars: text.unicodeScalars.map { forms[$0] ?? $0 })
  }

  /// Unicode's compatibility decompositions of the blocks Vertical Forms and CJK Compatibility
  /// Forms, in full width.
  private static let forms: [Unicode.Scalar: Unicode.Scalar] = [
    "\u{FE10}": "，", "\u{FE11}": "、", "\u{FE12}": "。", "\u{FE13}": "：", "\u{FE14}": "；",
    "\u{FE15}": "！", "\u{FE16}": "？", "\u{FE17}": "〖", "\u{FE18}": "〗", "\u{FE19}": "…",
    "\u{FE30}": "‥", "\u{FE31}": "—", "\u{FE32}": "–", "\u{FE33}": "＿", "\u{FE35}": "（",
    "\u{FE36}": "）", "\u{FE37}": "｛", "\u{FE38}": "｝", "\u{FE39}": "〔", "\u{FE3A}": "〕",
    "\u{FE3B}": "【", "\u{FE3C}": "】", "\u{FE3D}": "《", "\u{FE3E}": "》", "\u{FE3F}": "〈",
    "\u{FE40}": "〉", "\u{FE41}": "「", "\u{FE42}": "」", "\u{FE43}": "『", "\u{FE44}": "』",
    "\u{FE47}": "［", "\u{FE48}": "］",
  ]
}
