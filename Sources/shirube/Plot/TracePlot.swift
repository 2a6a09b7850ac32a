import Citations
import DocumentModel
import Workbench

/// Draws the course of one measure, or of two on one axis: stages as lanes, time as the axis.
///
/// The picture reads in print without colour: done, planned and as-of steps differ by shape, a
/// period from an uncertain date by its bar, and a stage without evidence is a lane that says so.
struct TracePlot {
  /// What the picture says of its making.
  struct Caption {
    /// 収録文書5点（…）.
    var corpus: String
    var day: CalendarDay
  }

  let words: TraceWords
  let caption: Caption
  /// Whether two measures are drawn.
  var isCompared = false

  /// Pixels: a slide of 1280 by 720, longer where there is more to show.
  private let width = 1280
  private let margin = 24
  /// Beside the stages' names, and the traces' letters where there are two.
  private var chart: Range<Int> { (isCompared ? 196 : 168)..<(width - margin) }
  private let patterns = [
    """
    <pattern id="period" width="6" height="6" patternUnits="userSpaceOnUse">\
    <rect width="6" height="6" fill="#fff"/>\
    <path d="M-1,1 l2,-2 M0,6 l6,-6 M5,7 l2,-2" stroke="#000" stroke-width="1"/></pattern>
    """,
    """
    <pattern id="break" width="10" height="10" patternUnits="userSpaceOnUse">\
    <path d="M0,10 l10,-10" stroke="#bbb" stroke-width="1"/></pattern>
    """,
  ]

  /// Returns the picture as SVG in UTF-8, its last line without a line end.
  func draw(_ traces: [TracedMeasure]) -> String {
    let keys = SourceKeys(traces)
    let board = TraceBoard(traces, words: words, keys: keys, options: .init(x: chart))
    var picture = SVGPicture(width: width)
    var y = addTitle(traces, to: &picture)
    let top = y
    y += 44
    let bottom = y + board.lanes.reduce(0) { $0 + $1.height }
    addAxis(board.axis, from: top, to: bottom, &picture)
    y = addLanes(board, from: y, &picture)
    y = addLegend(y + 26, of: board, to: &picture)
    y = addOtherGaps(traces, from: y, &picture)
    y = addKey(board, traces, keys, from: y, &picture)
    y = addSources(keys, traces, from: y, &picture)
    let title = title(traces)
    return picture.document(
      title: title, description: captionLine(traces) + "。" + gapNote,
      language: Console.language.rawValue, height: y + margin, patterns: patterns)
  }

  private func title(_ traces: [TracedMeasure]) -> String {
    let names = traces.map { Words.say("「\($0.trace.measure.name)」", "“\($0.trace.measure.name)”") }
    return Words.say(
      names.joined(separator: "と") + "の経過", "The course of " + names.joined(separator: " and "))
  }

  private func captionLine(_ traces: [TracedMeasure]) -> String {
    let day = words.date(EDTF(caption.day.iso8601))
    let terms = traces.map(\.trace.measure.name).joined(separator: Words.say("、", ", "))
    return Words.say(
      "対象: \(terms)　｜　\(caption.corpus)　｜　\(day)作成",
      "Measure: \(terms)  |  \(caption.corpus)  |  made on \(day)")
  }

  private var gapNote: String {
    Words.say(
      "「収録文書に見当たらない」は、行われていないという意味ではありません。",
      "“Not found in the corpus” doesn’t mean that it was not done.")
  }

  private func addTitle(_ traces: [TracedMeasure], to picture: inout SVGPicture) -> Int {
    var y = 18
    for line in SVGPicture.lines(of: title(traces), width: width - 2 * margin, size: 26, limit: 2) {
      y += 30
      picture.text(margin, y, line, .init(size: 26, isBold: true))
    }
    for line in SVGPicture.lines(of: captionLine(traces), width: width - 2 * margin, size: 13) {
      y += 20
      picture.text(margin, y, line, .init(size: 13, fill: "#333"))
    }
    guard isCompared else { return y + 16 }
    var x = margin
    y += 30
    for (series, traced) in traces.enumerated() {
      addTag(series, x, y - 14, to: &picture)
      let name = traced.trace.measure.name
      picture.text(x + 28, y, name, .init(size: 15, isBold: true))
      x += 28 + SVGPicture.width(of: name, size: 15) + 40
    }
    return y + 16
  }

  /// The letter of a trace in a box: black for the first, white for the second.
  private func addTag(_ series: Int, _ x: Int, _ y: Int, to picture: inout SVGPicture) {
    let isFirst = series == 0
    picture.box(x, y, 20, 18, fill: isFirst ? "#000" : "#fff")
    picture.text(
      x + 10, y + 14, TraceBoard.letter(series),
      .init(size: 13, isBold: true, anchor: .middle, fill: isFirst ? "#fff" : nil))
  }

  /// Years above, and a line down at the start of each.
  private func addAxis(_ axis: TimeAxis, from top: Int, to bottom: Int, _ picture: inout SVGPicture)
  {
    for (number, column) in axis.columns.enumerated() {
      let middle = (column.x.lowerBound + column.x.upperBound) / 2
      if column.isBreak {
        picture.box(
          column.x.lowerBound, top, column.x.count, bottom - top, fill: "url(#break)", stroke: nil)
        picture.text(middle, top + 26, "〜", .init(size: 13, anchor: .middle))
        continue
      }
      let year = column.years.lowerBound
      picture.box(
        column.x.lowerBound, top, column.x.count, 44, fill: number % 2 == 0 ? "#eee" : "#fff",
        stroke: nil)
      let (main, small) = yearNames(year)
      if SVGPicture.width(of: main, size: 14) <= column.x.count {
        picture.text(middle, top + 18, main, .init(size: 14, isBold: true, anchor: .middle))
        if column.x.count < 170 {
          picture.text(middle, top + 35, small, .init(size: 11, anchor: .middle))
        }
      } else if SVGPicture.width(of: "\(year)", size: 11) <= column.x.count {
        picture.text(middle, top + 26, "\(year)", .init(size: 11, anchor: .middle))
      }
      if column.x.count >= 170 { addMonths(year, small, axis, top, bottom, &picture) }
    }
    for column in axis.columns {
      picture.path(
        "M\(column.x.lowerBound),\(top) V\(bottom)", stroke: "#888", "stroke-dasharray=\"2 3\"")
    }
  }

  /// Quarters of a wide year.
  private func addMonths(
    _ year: Int, _ name: String, _ axis: TimeAxis, _ top: Int, _ bottom: Int,
    _ picture: inout SVGPicture
  ) {
    for month in [1, 4, 7, 10] {
      guard let day = CalendarDay(year: year, month: month, day: 1) else { continue }
      let x = axis.x(of: day)
      let label = Words.say("\(month)月", "\(month)")
      picture.text(x + 3, top + 38, month == 1 ? "\(name) \(label)" : label, .init(size: 11))
      if month > 1 {
        picture.path("M\(x),\(top + 28) V\(bottom)", stroke: "#ccc", "stroke-dasharray=\"1 4\"")
      }
    }
  }

  /// A year in the calendar of the language, and in the other one below it.
  private func yearNames(_ year: Int) -> (String, String) {
    let era = words.calendar.text(EDTF("\(year)"))
    guard Console.language == .ja, era != "\(year)年" else { return ("\(year)", "") }
    return (era, "\(year)")
  }

  private func addLanes(
    _ board: TraceBoard, from top: Int, _ picture: inout SVGPicture
  ) -> Int {
    var y = top
    let names = margin..<(chart.lowerBound - 4)
    var index = 0
    while index < board.lanes.count {
      let stage = board.lanes[index].stage
      let parts = board.lanes[index...].prefix { $0.stage == stage }
      let height = parts.reduce(0) { $0 + $1.height }
      picture.box(names.lowerBound, y, names.count, height, fill: "#eee", stroke: nil)
      picture.text(
        names.lowerBound + 10, y + 21, Words.stage(stage), .init(size: 15, isBold: true))
      picture.path("M\(names.lowerBound),\(y) H\(chart.upperBound)", stroke: "#000")
      for lane in parts {
        if parts.count > 1 {
          addTag(lane.series, names.upperBound - 24, y + 6, to: &picture)
          if lane.series > 0 {
            picture.path(
              "M\(names.upperBound - 28),\(y) H\(chart.upperBound)", stroke: "#888",
              "stroke-dasharray=\"4 3\"")
          }
        }
        add(lane, y, of: parts.count, textSize: board.textSize, to: &picture)
        y += lane.height
      }
      index += parts.count
    }
    picture.path("M\(names.lowerBound),\(y) H\(chart.upperBound)", stroke: "#000")
    return y
  }

  private func add(
    _ lane: TraceBoard.Lane, _ top: Int, of parts: Int, textSize: Int, to picture: inout SVGPicture
  ) {
    if lane.items.isEmpty {
      let isAlone = isCompared && parts == 1
      let missing =
        isAlone
        ? Words.say("どちらも収録文書に見当たらない", "neither found in the corpus")
        : Words.say("収録文書に見当たらない", "not found in the corpus")
      let note = lane.isGap ? missing : "–"
      let size = SVGPicture.width(of: note, size: 13) + 32
      let middle = (chart.lowerBound + chart.upperBound) / 2
      picture.box(
        middle - size / 2, top + 4, size, 22, fill: "#fff", stroke: "#888",
        "stroke-dasharray=\"4 3\"")
      picture.text(middle, top + 20, note, .init(size: 13, anchor: .middle, fill: "#333"))
      return
    }
    var starts: [Int] = []
    var y = top + 4
    for height in lane.rows {
      starts.append(y)
      y += height
    }
    for item in lane.items {
      let told = "\(item.number) \(words.date(item.step.date)) \(StepLabel.words(item.step))"
      picture.group(told) { picture in
        add(item, y: starts[item.row], textSize: textSize, to: &picture)
      }
    }
  }

  private func add(_ item: TraceBoard.Item, y: Int, textSize: Int, to picture: inout SVGPicture) {
    let middle = y + TraceBoard.radius + 2
    addExtent(item, middle, to: &picture)
    addMark(item.number, item.step.status, item.x, middle, to: &picture)
    guard !item.header.isEmpty else { return }
    var base = y + textSize + (item.isLabelBelow ? 2 * TraceBoard.radius + 3 : 1)
    addLine(item.header, item.labelX, base, textSize - 1, isBold: true, to: &picture)
    for line in item.lines {
      base += textSize + 3
      addLine(line, item.labelX, base, textSize, to: &picture)
    }
    for line in item.facts {
      base += textSize + 1
      addLine(line, item.labelX, base, textSize - 2, to: &picture)
    }
  }

  /// A line on white, so that the dotted lines of the years don't run through it.
  private func addLine(
    _ line: String, _ x: Int, _ y: Int, _ size: Int, isBold: Bool = false,
    to picture: inout SVGPicture
  ) {
    let width = SVGPicture.width(of: line, size: size)
    picture.box(x, y - size, width, size + 3, fill: "#fff", stroke: nil)
    picture.text(x, y, line, .init(size: size, isBold: isBold))
  }

  /// A hatched bar for a period, a line with two ends for a date known only by month or year, an
  /// arrow for an open end.
  private func addExtent(_ item: TraceBoard.Item, _ y: Int, to picture: inout SVGPicture) {
    guard let extent = item.extent else { return }
    if item.isOpenEnd || item.isOpenStart {
      let (tail, head) =
        item.isOpenEnd
        ? (extent.lowerBound, extent.upperBound) : (extent.upperBound, extent.lowerBound)
      let back = item.isOpenEnd ? head - 7 : head + 7
      picture.path(
        "M\(tail),\(y) H\(head) M\(back),\(y - 5) L\(head),\(y) L\(back),\(y + 5)", stroke: "#000",
        "stroke-width=\"2\"")
    } else if item.isPeriod {
      picture.box(extent.lowerBound, y - 5, extent.count, 10, fill: "url(#period)")
    } else {
      picture.path(
        "M\(extent.lowerBound),\(y) H\(extent.upperBound) M\(extent.lowerBound),\(y - 6) v12 "
          + "M\(extent.upperBound),\(y - 6) v12", stroke: "#000")
    }
  }

  /// A disc for what was done, a dashed ring for what was planned, a square for the state on a day.
  private func addMark(
    _ number: String, _ status: StepStatus, _ x: Int, _ y: Int, to picture: inout SVGPicture
  ) {
    let radius = TraceBoard.radius
    switch status {
    case .done: picture.circle(x, y, radius: radius, fill: "#000")
    case .planned:
      picture.circle(
        x, y, radius: radius, fill: "#fff", "stroke-width=\"2\" stroke-dasharray=\"4 3\"")
    case .asOf:
      picture.box(
        x - radius + 1, y - radius + 1, 2 * radius - 2, 2 * radius - 2, fill: "#fff",
        stroke: "#000",
        "stroke-width=\"2\"")
    }
    picture.text(
      x, y + 4, number,
      .init(
        size: number.count > 2 ? 10 : 12, isBold: true, anchor: .middle,
        fill: status == .done ? "#fff" : nil))
  }

  /// What the shapes mean; only those that the picture has.
  private func addLegend(_ y: Int, of board: TraceBoard, to picture: inout SVGPicture) -> Int {
    let items = board.lanes.flatMap(\.items)
    var x = margin + 12
    let statuses: [(StepStatus, String)] = [
      (.done, Words.say("出来事", "event")), (.planned, Words.say("予定", "planned")),
      (.asOf, Words.say("その時点の状況", "state of things on the day")),
    ]
    for (status, name) in statuses where items.contains(where: { $0.step.status == status }) {
      addMark("", status, x, y - 4, to: &picture)
      picture.text(x + 18, y, name)
      x += 18 + SVGPicture.width(of: name) + 36
    }
    let extents: [(String, (TraceBoard.Item) -> Bool, TraceBoard.Item)] = [
      (
        Words.say("期間", "period"), { $0.isPeriod && !$0.isOpenEnd && !$0.isOpenStart },
        sample(isPeriod: true)
      ),
      (Words.say("年・年度・月だけが分かる日付", "date known by year or month only"), { !$0.isPeriod }, sample()),
      (
        Words.say("以降・以前", "from or until then"), { $0.isOpenEnd || $0.isOpenStart },
        sample(isOpenEnd: true)
      ),
    ]
    for (name, has, sample) in extents where items.contains(where: { $0.extent != nil && has($0) })
    {
      var shown = sample
      shown.extent = (x - 10)..<(x + 26)
      addExtent(shown, y - 4, to: &picture)
      picture.text(x + 34, y, name)
      x += 34 + SVGPicture.width(of: name) + 36
    }
    guard board.lanes.contains(where: \.isGap) else { return y }
    var y = y
    for line in SVGPicture.lines(of: gapNote, width: width - 2 * margin) {
      y += 20
      picture.text(margin, y, line)
    }
    return y
  }

  /// Targets whose day has passed and the like, which are no empty lanes.
  private func addOtherGaps(
    _ traces: [TracedMeasure], from top: Int, _ picture: inout SVGPicture
  ) -> Int {
    var y = top
    for (series, traced) in traces.enumerated() {
      let letter = isCompared ? TraceBoard.letter(series) + ": " : ""
      for gap in traced.trace.gaps where gap.kind != .stage {
        for line in SVGPicture.lines(of: "※ " + letter + words.gap(gap), width: width - 2 * margin)
        {
          y += 18
          picture.text(margin, y, line)
        }
      }
    }
    return y
  }

  private func sample(isPeriod: Bool = false, isOpenEnd: Bool = false) -> TraceBoard.Item {
    let evidence = TraceEvidence(
      passage: PassageID(""), document: DocumentID(""),
      location: Location(spans: [], line: 1, lineEnd: 1), quote: "")
    var item = TraceBoard.Item(
      number: "", step: TraceStep(date: EDTF(""), stage: .plan, evidence: evidence, basis: ""), x: 0
    )
    item.isPeriod = isPeriod
    item.isOpenEnd = isOpenEnd
    return item
  }

  /// Long chains are told by number below the board, in two columns.
  private func addKey(
    _ board: TraceBoard, _ traces: [TracedMeasure], _ keys: SourceKeys, from top: Int,
    _ picture: inout SVGPicture
  ) -> Int {
    let told = board.hasLabels ? board.undated : board.lanes.flatMap(\.items) + board.undated
    guard !told.isEmpty else { return top }
    let items = told.sorted { Self.order($0.number) < Self.order($1.number) }
    let column = (width - 3 * margin) / 2
    let half = (items.count + 1) / 2
    let widest =
      items.map { SVGPicture.width(of: words.shortDate($0.step.date)) }.max() ?? 0
    for (index, item) in items.enumerated() {
      let x = margin + (index < half ? 0 : column + margin)
      let y = top + 26 + (index < half ? index : index - half) * 18
      let date = words.shortDate(item.step.date)
      let place = "［\(keys.place(item.step.evidence))］"
      let start = 32 + widest + 12
      let room = column - start - SVGPicture.width(of: place)
      let told = SVGPicture.lines(of: StepLabel.words(item.step), width: room, limit: 1).first ?? ""
      picture.text(x + 24, y, item.number, .init(isBold: true, anchor: .end))
      picture.text(x + 32, y, date)
      picture.text(x + start, y, told + place)
    }
    return top + 26 + max(half - 1, 0) * 18
  }

  /// A number with its letter as it sorts.
  private static func order(_ number: String) -> String {
    let letter = number.prefix { !$0.isNumber }
    let digits = number.drop { !$0.isNumber }
    return letter + String(repeating: "0", count: max(0, 6 - digits.count)) + digits
  }

  private func addSources(
    _ keys: SourceKeys, _ traces: [TracedMeasure], from top: Int, _ picture: inout SVGPicture
  ) -> Int {
    guard !keys.documents.isEmpty else { return top }
    var y = top + 26
    picture.text(margin, y, Words.say("出典", "Sources"), .init(isBold: true))
    for document in keys.documents {
      let traced = traces.first { $0.documents[document] != nil }
      let source = traced.map { words.source(document, $0) } ?? document.rawValue
      let lines = SVGPicture.lines(of: source, width: width - 2 * margin - 40)
      for (number, line) in lines.enumerated() {
        y += 17
        if number == 0 { picture.text(margin, y, "［\(keys.key(document))］") }
        picture.text(margin + 40, y, line)
      }
    }
    return y
  }
}
