internal import DocumentModel

/// Writes a citable text and its map to the source together, piece after piece.
struct OffsetMapBuilder {
  private let source: [UInt8]
  private var utf8: [UInt8] = []
  private var runs: [OffsetMap<Citable, Source>.Run] = []
  private var repairs: [Repair] = []
  /// The source bytes copied since the last run was closed.
  private var pending: Range<Int>

  /// Starts an empty text made from `source`; `capacity` is the number of bytes expected.
  init(copying source: [UInt8], capacity: Int) {
    self.source = source
    self.pending = 0..<0
    utf8.reserveCapacity(capacity)
  }

  /// Copies source bytes as they are; pieces come in the order of the source.
  mutating func copy(_ range: Range<Int>) {
    if pending.isEmpty {
      pending = range
    } else if pending.upperBound == range.lowerBound {
      pending = pending.lowerBound..<range.upperBound
    } else {
      close()
      pending = range
    }
  }

  /// Puts other bytes, or none, in the place of source bytes; with a rule it is logged as a repair.
  mutating func replace(_ range: Range<Int>, with replacement: [UInt8], rule: RepairRule?) {
    close()
    if !replacement.isEmpty {
      let start = utf8.count
      utf8.append(contentsOf: replacement)
      runs.append(.init(from: start..<utf8.count, to: range, isIdentity: false))
    }
    if let rule {
      repairs.append(
        Repair(
          rule: rule, source: TextSpan(range.lowerBound, range.upperBound),
          before: String(decoding: source[range], as: UTF8.self),
          after: String(decoding: replacement, as: UTF8.self)))
    }
  }

  /// Returns the text with its map and the log of its repairs.
  mutating func finish() -> CitableText {
    close()
    return CitableText(utf8: utf8, map: OffsetMap(runs: runs), repairs: repairs)
  }

  private mutating func close() {
    guard !pending.isEmpty else { return }
    let start = utf8.count
    utf8.append(contentsOf: source[pending])
    runs.append(.init(from: start..<utf8.count, to: pending, isIdentity: true))
    pending = pending.upperBound..<pending.upperBound
  }
}
