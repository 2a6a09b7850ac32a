/// Text as it is quoted: the source's own words with extraction defects repaired and logged.
///
/// Spans count UTF-8 bytes of `utf8`. The map leads back to the bytes of the source, so that every
/// character shown to a reader can be found in the file.
package struct CitableText: Sendable, Equatable {
  /// The text, UTF-8.
  package let utf8: [UInt8]
  /// Aligned runs back to the source.
  package let map: OffsetMap<Citable, Source>
  /// The repairs made, ascending by their place in the source.
  package let repairs: [Repair]

  package init(utf8: [UInt8], map: OffsetMap<Citable, Source>, repairs: [Repair]) {
    self.utf8 = utf8
    self.map = map
    self.repairs = repairs
  }

  /// Returns the characters of a span; it is a programmer error to cut a character.
  package func string(_ span: TextSpan<Citable>) -> String {
    String(decoding: utf8[span.utf8Range()], as: UTF8.self)
  }

  /// Returns the source bytes a span was made from, in reading order.
  package func sourceSpans(_ span: TextSpan<Citable>) -> [TextSpan<Source>] {
    map.pieces(of: span, partial: .expand) ?? []
  }

  /// The whole text as one span.
  package var span: TextSpan<Citable> { TextSpan(0, utf8.count) }
}

/// Builds a citable text and its map together, piece by piece in reading order.
///
/// This is the one place where text and map are made: a stage that drops marks, joins lines or puts
/// columns in order copies, replaces and separates, and gets both in step.
package struct CitableTextBuilder: Sendable {
  private let base: CitableText
  private var utf8: [UInt8] = []
  private var runs: [OffsetMap<Citable, Citable>.Run] = []
  private var repairs: [Repair]

  /// Starts an empty text whose pieces will be taken from `base`.
  package init(from base: CitableText) {
    self.base = base
    self.repairs = base.repairs
    utf8.reserveCapacity(base.utf8.count)
  }

  /// The offset at which the next piece will start.
  package var end: TextOffset<Citable> { TextOffset(utf8.count) }

  /// Copies a span of the base text as it is.
  package mutating func copy(_ span: TextSpan<Citable>) {
    guard !span.isEmpty else { return }
    let range = span.utf8Range()
    let start = utf8.count
    utf8.append(contentsOf: base.utf8[range])
    if let last = runs.last, last.isIdentity, last.to.upperBound == range.lowerBound {
      runs[runs.count - 1] = .init(
        from: last.from.lowerBound..<utf8.count, to: last.to.lowerBound..<range.upperBound,
        isIdentity: true)
    } else {
      runs.append(.init(from: start..<utf8.count, to: range, isIdentity: true))
    }
  }

  /// Puts other characters in the place of a span of the base text and logs the repair.
  ///
  /// An empty replacement drops the span: a joined line end leaves only its log entry.
  package mutating func replace(
    _ span: TextSpan<Citable>, with replacement: String, rule: RepairRule
  ) {
    let start = utf8.count
    utf8.append(contentsOf: replacement.utf8)
    if utf8.count > start {
      runs.append(.init(from: start..<utf8.count, to: span.utf8Range(), isIdentity: false))
    }
    let pieces = base.sourceSpans(span)
    let lower = pieces.map(\.lowerBound).min() ?? TextOffset(0)
    let upper = pieces.map(\.upperBound).max() ?? lower
    repairs.append(
      Repair(
        rule: rule, source: lower..<upper, before: base.string(span), after: replacement))
  }

  /// Adds characters that the source doesn't have, such as the line end between two blocks.
  package mutating func separate(with separator: String) {
    let start = utf8.count
    utf8.append(contentsOf: separator.utf8)
    runs.append(.init(from: start..<utf8.count, to: 0..<0, isIdentity: false))
  }

  /// Returns the finished text with its map back to the source.
  package consuming func finish() -> CitableText {
    let sorted = repairs.sorted {
      ($0.source.lowerBound, $0.source.upperBound) < ($1.source.lowerBound, $1.source.upperBound)
    }
    return CitableText(
      utf8: utf8, map: OffsetMap<Citable, Citable>(runs: runs).composed(with: base.map),
      repairs: sorted)
  }
}
