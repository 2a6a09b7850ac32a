import DocumentModel

/// A year that stands alone over what follows: 【2022年】, ＜令和5年度＞, a line with only 2023年.
enum YearLabel {
  /// Returns the year where an expression is a label at the beginning of its block.
  ///
  /// A label is bracketed at the head of the block, or the block holds nothing else.
  static func date(
    _ expression: DateExpression, _ outcome: DateResolver.Outcome, in block: BlockText
  ) -> ResolvedDate? {
    guard expression.bound == .point, expression.first.month == nil,
      expression.first.part == nil, expression.first.year != nil,
      block.text.isInitial(expression.range.lowerBound)
    else { return nil }
    let before = block.text.scalar(expression.range.lowerBound - 1)
    let after = block.text.scalar(expression.range.upperBound)
    let isBracketed =
      [0x3010, 0x3C, 0x3008, 0x300A, 0x5B, 0x28, 0x3014].contains(before)
      && [0x3011, 0x3E, 0x3009, 0x300B, 0x5D, 0x29, 0x3015].contains(after)
    if isBracketed { return outcome.date }
    for scalar in block.text.scalars[expression.range.upperBound...]
    where scalar >= 0x3041 || (0x30...0x7A).contains(scalar) {
      return nil
    }
    return outcome.date
  }
}
