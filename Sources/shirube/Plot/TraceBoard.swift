import DocumentModel
import Workbench

/// Where every step of one or two traces stands on a board of stages and years.
///
/// Lanes are stages, in their usual order; with two traces each lane has one part for either. A step
/// takes a row of its lane in which nothing else stands where it or its label does.
struct TraceBoard {
  /// What a board is laid out for.
  struct Options {
    /// Pixels of the chart, without the lanes' names.
    var x: Range<Int>
    /// Beyond so many steps the labels go into a key below.
    var mostLabels = 24
  }

  /// A step with its mark and label.
  struct Item {
    var number: String
    var step: TraceStep
    /// The centre of the mark.
    var x: Int
    /// The days it covers, where they are more than the mark; open ends are given a short arrow.
    var extent: Range<Int>?
    var isOpenStart = false
    var isOpenEnd = false
    /// Whether the extent is a period, not a date known only by its month or year.
    var isPeriod = false
    var header = ""
    var lines: [String] = []
    var facts: [String] = []
    /// Where the label begins.
    var labelX = 0
    /// Whether the label stands under the mark, for the sake of a long extent.
    var isLabelBelow = false
    var row = 0
  }

  /// The part of a lane that belongs to one trace.
  struct Lane {
    var stage: TraceStage
    /// 0 for the first trace; the only lane of a stage that no trace has stands for all.
    var series: Int
    var items: [Item]
    /// Whether the corpus holds nothing of this stage.
    var isGap: Bool
    /// Pixels, by row.
    var rows: [Int] = []
    var height: Int { rows.isEmpty ? 30 : rows.reduce(0, +) + 6 }
  }

  let axis: TimeAxis
  let lanes: [Lane]
  /// Steps that could not be drawn for want of a date that the calendar knows.
  let undated: [Item]
  /// Pixels of a label's letters.
  let textSize: Int
  let hasLabels: Bool
  /// Pixels of a mark from its centre.
  static let radius = 11

  init(_ traces: [TracedMeasure], words: TraceWords, keys: SourceKeys, options: Options) {
    let count = traces.reduce(0) { $0 + $1.trace.steps.count }
    hasLabels = count <= options.mostLabels
    textSize = count <= 8 ? 14 : 13
    let days = traces.flatMap(\.trace.steps).flatMap { step in
      [step.date.interval?.first, step.date.interval?.last].compactMap { $0 }
    }
    axis = TimeAxis(days: days, x: options.x)
    var lanes: [Lane] = []
    var undated: [Item] = []
    let placing = Placing(
      axis: axis, x: options.x, words: words, keys: keys, textSize: textSize,
      lineLimit: hasLabels ? 3 : 0)
    let items = traces.enumerated().map { series, traced in
      traced.trace.steps.enumerated().compactMap { index, step -> Item? in
        let letter = traces.count > 1 ? Self.letter(series) : ""
        let number = letter + "\(index + 1)"
        guard step.date.interval != nil else {
          undated.append(Item(number: number, step: step, x: 0))
          return nil
        }
        return placing.item(step, number: number)
      }
    }
    for stage in TraceStage.allCases {
      let parts = traces.indices.map { series in
        Lane(
          stage: stage, series: series, items: items[series].filter { $0.step.stage == stage },
          isGap: traces[series].trace.lacks(stage))
      }
      // A stage that was left out by the question is neither a step nor a gap.
      guard parts.contains(where: { $0.isGap || !$0.items.isEmpty }) else { continue }
      // What no trace has is told once.
      lanes += parts.allSatisfy(\.isGap) ? parts.prefix(1) : parts.map(placing.packed)[...]
    }
    self.lanes = lanes
    self.undated = undated
  }

  /// The letter of a trace among several: A, B.
  static func letter(_ series: Int) -> String {
    String(Unicode.Scalar(UInt8(0x41 + series)))
  }
}

/// Places one step after the other.
private struct Placing {
  let axis: TimeAxis
  let x: Range<Int>
  let words: TraceWords
  let keys: SourceKeys
  let textSize: Int
  let lineLimit: Int
  private let arrow = 30

  init(
    axis: TimeAxis, x: Range<Int>, words: TraceWords, keys: SourceKeys, textSize: Int,
    lineLimit: Int
  ) {
    self.axis = axis
    self.x = x
    self.words = words
    self.keys = keys
    self.textSize = textSize
    self.lineLimit = lineLimit
  }

  /// Returns a step with its mark and label placed; the row is still 0.
  func item(_ step: TraceStep, number: String) -> TraceBoard.Item {
    var item = TraceBoard.Item(number: number, step: step, x: 0)
    let interval = step.date.interval
    let radius = TraceBoard.radius
    let first = interval?.first.map(axis.x(of:))
    let last = interval?.last.map(axis.x(of:))
    item.isPeriod = step.date.rawValue.contains("/")
    item.isOpenStart = first == nil
    item.isOpenEnd = last == nil
    let inside = { (x: Int) in min(max(x, self.x.lowerBound + radius), self.x.upperBound - radius) }
    switch (first, last) {
    case (let first?, let last?):
      item.x = inside(item.isPeriod ? first : (first + last) / 2)
      let end = inside(last)
      if item.isPeriod, end - item.x > radius { item.extent = item.x..<end }
      if !item.isPeriod, last - first > 4 * radius { item.extent = first..<last }
    case (let first?, nil):
      item.x = inside(first)
      item.extent = item.x..<min(item.x + radius + arrow, x.upperBound)
    case (nil, let last?):
      item.x = inside(last)
      item.extent = max(item.x - radius - arrow, x.lowerBound)..<item.x
    case (nil, nil): item.x = inside(x.lowerBound)
    }
    if lineLimit > 0 { label(&item) }
    return item
  }

  /// Writes the label of a step and finds its side.
  private func label(_ item: inout TraceBoard.Item) {
    let step = item.step
    item.header = words.shortDate(step.date)
    if let amount = step.amount { item.header += Words.say("　", "  ") + amount }
    item.header += Words.say("［\(keys.place(step.evidence))］", " [\(keys.place(step.evidence))]")
    // A short extent is passed by; under a longer one the label stands, no wider if it can be.
    item.isLabelBelow = (item.extent?.count ?? 0) > TraceBoard.radius + arrow
    let widest = 17 * textSize
    let width =
      item.isLabelBelow ? min(widest, max((item.extent?.count ?? 0) - 16, 12 * textSize)) : widest
    item.lines = SVGPicture.lines(
      of: StepLabel.words(step), width: width, size: textSize, limit: lineLimit, isBalanced: true)
    if lineLimit > 2 {
      let law = step.law.map { words.laws.short($0) }
      let facts = [law, step.ministry].compactMap { $0 }.joined(separator: Words.say("・", ", "))
      if !facts.isEmpty {
        item.facts = SVGPicture.lines(
          of: Words.say("（\(facts)）", "(\(facts))"), width: width, size: textSize - 2, limit: 2,
          isBalanced: true)
      }
    }
  }

  /// Where a step's label may begin, the best place first, and what step and label cover then.
  private func places(_ item: TraceBoard.Item) -> [(labelX: Int, stretch: Range<Int>)] {
    let radius = TraceBoard.radius
    let lower = min(item.x - radius, item.extent?.lowerBound ?? item.x)
    let upper = max(item.x + radius, item.extent?.upperBound ?? item.x)
    guard !item.header.isEmpty else { return [(item.x, lower..<upper)] }
    let width = labelWidth(item)
    if item.isLabelBelow {
      let start = min(item.extent?.lowerBound ?? item.x, x.upperBound - width)
      // One year may begin where another ends.
      return [(start, min(lower + 7, start)..<max(upper - 7, start + width))]
    }
    let after = (labelX: upper + 5, stretch: lower..<(upper + 5 + width))
    let before = (labelX: lower - 5 - width, stretch: (lower - 5 - width)..<upper)
    let fitting = [after, before].filter { $0.stretch.clamped(to: x) == $0.stretch }
    return fitting.isEmpty ? [after] : fitting
  }

  private func labelWidth(_ item: TraceBoard.Item) -> Int {
    let header = SVGPicture.width(of: item.header, size: textSize - 1)
    let lines = item.lines.map { SVGPicture.width(of: $0, size: textSize) }
    let facts = item.facts.map { SVGPicture.width(of: $0, size: textSize - 2) }
    return ([header] + lines + facts).max() ?? 0
  }

  /// Returns a lane with its steps in rows in which nothing touches.
  ///
  /// A label stands after its mark, but before it where the next mark is near and there is room.
  func packed(_ lane: TraceBoard.Lane) -> TraceBoard.Lane {
    var lane = lane
    let radius = TraceBoard.radius
    let order = lane.items.indices.sorted { (lane.items[$0].x, $0) < (lane.items[$1].x, $1) }
    var packing = RowPacking(gap: lineLimit > 0 ? 6 : 4)
    for (rank, index) in order.enumerated() {
      var places = places(lane.items[index])
      let next = rank + 1 < order.count ? lane.items[order[rank + 1]].x - radius : nil
      if let next, next < places[0].stretch.upperBound { places.reverse() }
      let (row, place) = packing.take(places.map(\.stretch))
      lane.items[index].row = row
      lane.items[index].labelX = places[place].labelX
    }
    lane.rows = Array(repeating: 2 * radius + 8, count: packing.count)
    for item in lane.items where !item.header.isEmpty {
      let label =
        (textSize + 3) * (1 + item.lines.count) + (textSize + 1) * item.facts.count + 8
        + (item.isLabelBelow ? 2 * radius : 0)
      lane.rows[item.row] = max(lane.rows[item.row], label)
    }
    return lane
  }
}

extension Trace {
  /// Whether the corpus holds no step of a stage that was asked for.
  func lacks(_ stage: TraceStage) -> Bool {
    gaps.contains { $0.kind == .stage && $0.stage == stage }
      && !steps.contains { $0.stage == stage }
  }
}
