/// Breaks lines as Japanese typesetting does, by columns.
///
/// A break may stand between any two CJK characters and at spaces, but no line begins with a closing
/// mark or ends with an opening one (禁則処理, JIS X 4051). An address (`https://…`) is never broken, so
/// that it can be copied: it stands on a line of its own, longer than the width if need be.
struct TextWrapper {
  /// The columns of a line.
  var width: Int

  /// Returns the lines of a text as ranges of its code points; a line end in the text ends a line.
  func lines(of scalars: [Unicode.Scalar]) -> [Range<Int>] {
    var lines: [Range<Int>] = []
    var start = 0
    while start < scalars.count {
      var end = start
      var used = 0
      while end < scalars.count, scalars[end] != "\n" {
        let columns = DisplayWidth.columns(scalars[end])
        if used + columns > width, end > start { break }
        used += columns
        end += 1
      }
      if end < scalars.count, scalars[end] != "\n" {
        end = breakPoint(in: scalars, from: start, before: end)
      }
      lines.append(start..<end)
      if end < scalars.count, scalars[end] == "\n" {
        end += 1
      } else {
        while end < scalars.count, scalars[end] == " " { end += 1 }
      }
      start = end
    }
    return lines
  }

  /// Returns the last place at or before `limit` where the line may break.
  private func breakPoint(in scalars: [Unicode.Scalar], from start: Int, before limit: Int) -> Int {
    if let address = address(in: scalars, around: limit) {
      return address.lowerBound > start ? address.lowerBound : address.upperBound
    }
    var place = limit
    // A break is sought in the last part of the line only: a long word is cut where the line ends.
    let least = start + max(1, (limit - start) / 2)
    while place > least {
      if mayBreak(scalars[place - 1], scalars[place]) { return place }
      place -= 1
    }
    return limit
  }

  /// Returns the address that a break at `place` would cut, or nil.
  private func address(in scalars: [Unicode.Scalar], around place: Int) -> Range<Int>? {
    let isPart = { (scalar: Unicode.Scalar) in scalar.isASCII && scalar.value > 0x20 }
    var start = place
    while start > 0, isPart(scalars[start - 1]) { start -= 1 }
    var end = place
    while end < scalars.count, isPart(scalars[end]) { end += 1 }
    guard start < place, place < end else { return nil }
    let run = scalars[start..<end]
    return run.starts(with: "https://".unicodeScalars) || run.starts(with: "http://".unicodeScalars)
      ? start..<end : nil
  }

  private func mayBreak(_ before: Unicode.Scalar, _ after: Unicode.Scalar) -> Bool {
    if Self.closing.contains(after) || Self.opening.contains(before) { return false }
    if before == " " || after == " " { return true }
    return DisplayWidth.columns(before) == 2 || DisplayWidth.columns(after) == 2
  }

  private static let closing = Set(
    "、。，．・：；？！）」』】〕〉》］｝”’ー々ゝ〜ぁぃぅぇぉっゃゅょァィゥェォッャュョ,.:;?!)]}%％".unicodeScalars)
  private static let opening = Set("（「『【〔〈《［｛“‘([{".unicodeScalars)
}
