/// A defect of extraction that the citable layer mends, named for its rule.
package enum RepairRule: String, Sendable, CaseIterable, Codable {
  /// A byte order mark at the start of the file is dropped.
  case byteOrderMark = "byte-order-mark"
  /// A Kangxi or CJK radical code point that stands for a unified ideograph (⺠ → 民, ⼈ → 人).
  case radical
  /// A private-use code point of a symbol font that stands for a list bullet (U+F06C → ●).
  case privateUseBullet = "private-use-bullet"
  /// A line end in the middle of a sentence between two CJK characters is dropped.
  case lineEnd = "line-end"
  /// A line end in the middle of a sentence between Latin words becomes one space.
  case lineEndSpace = "line-end-space"
  /// White space that spreads a short word over its line is dropped (米 国 → 米国).
  case letterSpacing = "letter-spacing"
  /// A control character, or a mark of the direction of writing, is dropped: nobody sees it, a terminal
  /// obeys it, and a word with one inside isn't found.
  case controlCharacter = "control-character"
}

/// One repair that was made: which rule, where in the source, what stood there and what stands now.
package struct Repair: Sendable, Equatable {
  package var rule: RepairRule
  /// The repaired bytes in the source.
  package var source: TextSpan<Source>
  /// The characters as they stand in the source.
  package var before: String
  /// The characters as they stand in the citable text.
  package var after: String

  package init(rule: RepairRule, source: TextSpan<Source>, before: String, after: String) {
    self.rule = rule
    self.source = source
    self.before = before
    self.after = after
  }
}
