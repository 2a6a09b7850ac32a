import DocumentModel
import TextNormalization

/// Cuts the shown part of a passage and marks the matched characters, exact to the character.
///
/// FTS5's own `snippet()` and `highlight()` mark whole bigrams and write text twice where matches
/// overlap, so the terms are found again in the folded text and mapped back.
struct SnippetGenerator {
  /// The most code points a snippet has, marks of omission not counted.
  var limit = 180
  let folding: SearchFolding

  init(folding: SearchFolding) { self.folding = folding }

  /// Returns the snippet and the matched ranges in its code points, ascending and disjoint.
  func snippet(of text: String, terms: [MatchTerm]) -> (text: String, highlights: [Range<Int>]) {
    let scalars = Array(text.unicodeScalars)
    let matched = matchedRanges(in: text, terms: terms)
    let window = window(in: scalars, around: matched)
    var snippet = String.UnicodeScalarView()
    let isCutBefore = window.lowerBound > 0
    if isCutBefore { snippet.append("…") }
    for scalar in scalars[window] {
      // A line end or tab would break the line in which the snippet is shown.
      snippet.append(scalar.properties.generalCategory == .control ? " " : scalar)
    }
    if window.upperBound < scalars.count { snippet.append("…") }
    let shift = window.lowerBound - (isCutBefore ? 1 : 0)
    let highlights = matched.compactMap { range -> Range<Int>? in
      let cut = range.clamped(to: window)
      return cut.isEmpty ? nil : (cut.lowerBound - shift)..<(cut.upperBound - shift)
    }
    return (String(snippet), highlights)
  }

  /// Returns the code points of `text` that the terms cover, overlaps merged.
  private func matchedRanges(in text: String, terms: [MatchTerm]) -> [Range<Int>] {
    let utf8 = Array(text.utf8)
    let key = SearchKey(folding.fold(utf8))
    var bytes: [Range<Int>] = []
    for form in terms.flatMap(\.forms) {
      for range in form.occurrences(in: key) {
        bytes.append(
          key.ranges[range.lowerBound].lowerBound..<key.ranges[range.upperBound - 1].upperBound)
      }
    }
    guard !bytes.isEmpty else { return [] }
    bytes.sort { ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound) }
    var merged: [Range<Int>] = []
    for range in bytes {
      if let last = merged.last, range.lowerBound < last.upperBound {
        merged[merged.count - 1] =
          last.lowerBound..<max(last.upperBound, range.upperBound)
      } else {
        merged.append(range)
      }
    }
    var codePoints = [Int](repeating: 0, count: utf8.count + 1)
    var count = 0
    for (i, byte) in utf8.enumerated() {
      if byte & 0xC0 != 0x80 { count += 1 }
      codePoints[i] = count - 1
    }
    codePoints[utf8.count] = count
    return merged.map { codePoints[$0.lowerBound]..<codePoints[$0.upperBound] }
  }

  /// Returns the part to show: the whole text, or whole sentences around the densest matches.
  private func window(in scalars: [Unicode.Scalar], around matched: [Range<Int>]) -> Range<Int> {
    guard scalars.count > limit else { return 0..<scalars.count }
    guard let firstMatch = matched.first else {
      return 0..<sentenceEnd(in: scalars, from: limit)
    }
    var best = firstMatch
    var bestCount = 0
    for (i, range) in matched.enumerated() {
      let inside = matched[i...].prefix { $0.upperBound <= range.lowerBound + limit * 3 / 4 }
      if inside.count > bestCount {
        bestCount = inside.count
        best = range
      }
    }
    let isSentenceEnd = { (scalar: Unicode.Scalar) in
      scalar == "。" || scalar == "\n" || scalar == "！" || scalar == "？"
    }
    var start = best.lowerBound
    let earliest = max(0, best.lowerBound - limit / 3)
    while start > earliest, !isSentenceEnd(scalars[start - 1]) { start -= 1 }
    if start < limit / 6 { start = 0 }
    let end = min(scalars.count, max(start + limit, best.upperBound))
    return start..<(end == scalars.count ? end : sentenceEnd(in: scalars, from: end, after: best))
  }

  /// Returns the last sentence end at or before a limit, or the limit where none is near.
  private func sentenceEnd(
    in scalars: [Unicode.Scalar], from end: Int, after match: Range<Int>? = nil
  ) -> Int {
    let earliest = max(match?.upperBound ?? 0, end - limit / 3)
    var i = end
    while i > earliest {
      if scalars[i - 1] == "。" || scalars[i - 1] == "\n" { return i }
      i -= 1
    }
    return end
  }
}
