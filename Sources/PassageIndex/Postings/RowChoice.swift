/// Chooses which rows of the lists of one term are wanted.
protocol RowChoice {
  /// The first row that may be wanted, `Int.max` where no other is.
  var wanted: Int { get }
  /// How many rows were asked for; nil for all.
  var count: Int? { get }
  /// Goes back to the first row, for the list of an older segment.
  mutating func restart()
  /// Passes the next of the rows asked for.
  mutating func skip()
  /// Returns the place of a row where it is wanted; `row` isn't less than `wanted`.
  mutating func place(of row: Int) -> Int?
}

extension RowChoice {
  @inline(__always)
  var isDone: Bool { wanted == .max }
}

/// Every row.
struct AllRows: RowChoice {
  var wanted: Int { .min }
  var count: Int? { nil }
  mutating func restart() {}
  mutating func skip() {}

  @inline(__always)
  mutating func place(of row: Int) -> Int? { row }
}

/// Some rows, ascending, each with its place among them.
struct ChosenRows: RowChoice {
  private let rows: UnsafeBufferPointer<Int64>
  private var next = 0
  private(set) var wanted = 0

  /// The rows must stay where they are as long as the choice is in use.
  init(_ rows: UnsafeBufferPointer<Int64>) {
    self.rows = rows
    restart()
  }

  var count: Int? { rows.count }

  mutating func restart() {
    next = -1
    skip()
  }

  @inline(__always)
  mutating func skip() {
    next += 1
    wanted = next < rows.count ? Int(rows[next]) : .max
  }

  @inline(__always)
  mutating func place(of row: Int) -> Int? {
    while wanted < row { skip() }
    guard wanted == row else { return nil }
    defer { skip() }
    return next
  }
}

/// The rows of a choice that no newer segment told of: what the newest says of a row holds.
struct NewestRows<Choice: RowChoice>: RowChoice {
  private var choice: Choice
  private var told: RowSet

  init(_ choice: Choice, upTo lastRow: Int) {
    self.choice = choice
    told = RowSet(upTo: lastRow)
  }

  var wanted: Int { choice.wanted }
  var count: Int? { choice.count }
  mutating func restart() { choice.restart() }
  mutating func skip() { choice.skip() }

  mutating func place(of row: Int) -> Int? {
    guard let place = choice.place(of: row), !told.contains(Int64(row)) else { return nil }
    told.insert(Int64(row))
    return place
  }
}
