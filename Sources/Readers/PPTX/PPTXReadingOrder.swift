/// Puts the boxes of a slide in the order in which they are read.
///
/// Where an empty strip parts the boxes from top to bottom they are columns, read one after the
/// other, those of vertical writing from the right; where one parts them from left to right they are rows. Boxes of one size in rows and
/// columns are a grid, which is read row by row. What nothing parts is read from its upper left.
struct PPTXReadingOrder: Sendable {
  /// A strip narrower than this, in English Metric Units, parts nothing: boxes that touch.
  private static let narrowest = 0.0
  /// More boxes than this are a drawing: they are read by their upper edges alone.
  private static let mostBoxes = 500

  /// Returns the positions of the boxes in reading order; those without a place stand last.
  func order(_ boxes: [PPTXBox?]) -> [Int] {
    var placed: [(index: Int, box: PPTXBox)] = []
    var unplaced: [Int] = []
    for (index, box) in boxes.enumerated() {
      if let box { placed.append((index, box)) } else { unplaced.append(index) }
    }
    let order =
      placed.count > Self.mostBoxes ? byUpperEdge(placed).map(\.index) : parted(placed, depth: 0)
    return order + unplaced
  }

  private func parted(_ boxes: [(index: Int, box: PPTXBox)], depth: Int) -> [Int] {
    guard boxes.count > 1, depth < 32 else { return byUpperEdge(boxes).map(\.index) }
    let columns = runs(boxes, from: \.left, to: \.right)
    let rows = runs(boxes, from: \.top, to: \.bottom)
    if rows.count > 1, isGrid(rows) { return rows.flatMap { parted($0, depth: depth + 1) } }
    if columns.count > 1 {
      let isVertical = boxes.allSatisfy(\.box.isVertical)
      return (isVertical ? columns.reversed() : columns).flatMap { parted($0, depth: depth + 1) }
    }
    if rows.count > 1 { return bands(rows).flatMap { parted($0, depth: depth + 1) } }
    return byUpperEdge(boxes).map(\.index)
  }

  /// The rows joined that the same columns part; a box across the columns ends them.
  private func bands(
    _ rows: [[(index: Int, box: PPTXBox)]]
  ) -> [[(index: Int, box: PPTXBox)]] {
    var bands: [[(index: Int, box: PPTXBox)]] = []
    for row in rows {
      if let last = bands.last, runs(last, from: \.left, to: \.right).count > 1,
        runs(last + row, from: \.left, to: \.right).count > 1
      {
        bands[bands.count - 1] += row
      } else {
        bands.append(row)
      }
    }
    return bands
  }

  /// The boxes in runs whose extents along one axis touch, in the order of that axis.
  private func runs(
    _ boxes: [(index: Int, box: PPTXBox)], from start: KeyPath<PPTXBox, Double>,
    to end: KeyPath<PPTXBox, Double>
  ) -> [[(index: Int, box: PPTXBox)]] {
    // A box that reaches a little into its neighbour's strip is beside it all the same.
    let give = 0.02
    func extent(_ box: PPTXBox) -> (from: Double, to: Double) {
      let length = box[keyPath: end] - box[keyPath: start]
      return (box[keyPath: start] + length * give, box[keyPath: end] - length * give)
    }
    let sorted = boxes.sorted {
      (extent($0.box).from, $0.index) < (extent($1.box).from, $1.index)
    }
    var runs: [[(index: Int, box: PPTXBox)]] = []
    var reach = -Double.infinity
    for member in sorted {
      let extent = extent(member.box)
      if extent.from > reach + Self.narrowest || runs.isEmpty {
        runs.append([member])
      } else {
        runs[runs.count - 1].append(member)
      }
      reach = max(reach, extent.to)
    }
    return runs
  }

  /// Whether there are as many boxes in each row, two or more, and all of about one size.
  private func isGrid(_ rows: [[(index: Int, box: PPTXBox)]]) -> Bool {
    guard let count = rows.first?.count, count > 1, rows.allSatisfy({ $0.count == count }),
      let first = rows.first?.first?.box
    else { return false }
    return rows.joined().allSatisfy {
      abs($0.box.height - first.height) <= first.height * 0.2
        && abs($0.box.width - first.width) <= first.width * 0.2
    }
  }

  private func byUpperEdge(
    _ boxes: [(index: Int, box: PPTXBox)]
  ) -> [(index: Int, box: PPTXBox)] {
    boxes.sorted { ($0.box.top, $0.box.left, $0.index) < ($1.box.top, $1.box.left, $1.index) }
  }
}
