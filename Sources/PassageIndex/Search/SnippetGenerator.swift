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
  ///
  /// Only a sentence that alone is longer than the limit is cut, at a comma where one is near.
  private func window(in scalars: [Unicode.Scalar], around matched: [Range<Int>]) -> Range<Int> {
    guard scalars.count > limit else { return 0..<scalars.count }
    let sentences = sentences(of: scalars)
    let best = densest(of: matched)
    let place = sentences.firstIndex { $0.upperBound > best.lowerBound } ?? 0
    guard sentences[place].count <= limit || matched.isEmpty else {
      return part(of: sentences[place], in: scalars, around: best)
    }
    var range = place..<(place + 1)
    var size = sentences[place].count
    while range.upperBound < sentences.count, size + sentences[range.upperBound].count <= limit {
      size += sentences[range.upperBound].count
      range = range.lowerBound..<(range.upperBound + 1)
    }
    while range.lowerBound > 0, size + sentences[range.lowerBound - 1].count <= limit {
      size += sentences[range.lowerBound - 1].count
      range = (range.lowerBound - 1)..<range.upperBound
    }
    let window = sentences[range.lowerBound].lowerBound..<sentences[range.upperBound - 1].upperBound
    return window.count <= limit ? window : part(of: window, in: scalars, around: 0..<0)
  }

  /// The match with the most others close behind it; empty where there is none.
  private func densest(of matched: [Range<Int>]) -> Range<Int> {
    var best = matched.first ?? 0..<0
    var bestCount = 0
    for (i, range) in matched.enumerated() {
      let inside = matched[i...].prefix { $0.upperBound <= range.lowerBound + limit * 3 / 4 }
      if inside.count > bestCount {
        bestCount = inside.count
        best = range
      }
    }
    return best
  }

  /// Cuts a text after 。！？ with the brackets that close behind them, and after line ends.
  private func sentences(of scalars: [Unicode.Scalar]) -> [Range<Int>] {
    var sentences: [Range<Int>] = []
    var start = 0
    var i = 0
    while i < scalars.count {
      let isEnd = "。！？!?\n".unicodeScalars.contains(scalars[i])
      i += 1
      guard isEnd else { continue }
      if scalars[i - 1] != "\n" {
        while i < scalars.count, "」』）)”".unicodeScalars.contains(scalars[i]) { i += 1 }
        // 「…である。」と述べた goes on behind its bracket.
        if i < scalars.count, "とをがはにのもで、".unicodeScalars.contains(scalars[i]),
          "」』）)”".unicodeScalars.contains(scalars[i - 1])
        {
          continue
        }
      }
      sentences.append(start..<i)
      start = i
    }
    return start < scalars.count ? sentences + [start..<scalars.count] : sentences
  }

  /// Returns the part of a long sentence around a match, from and to a comma where one is near.
  private func part(
    of sentence: Range<Int>, in scalars: [Unicode.Scalar], around match: Range<Int>
  ) -> Range<Int> {
    let match = match.isEmpty ? sentence.lowerBound..<sentence.lowerBound : match
    let isComma = { (i: Int) in scalars[i] == "、" || scalars[i] == "，" || scalars[i] == "," }
    var start = sentence.lowerBound
    if match.upperBound - start > limit * 3 / 4 {
      let earliest = max(start, match.lowerBound - limit / 3)
      start = (earliest..<match.lowerBound).first { isComma($0) }.map { $0 + 1 } ?? earliest
    }
    var end = max(match.upperBound, min(start + limit, sentence.upperBound))
    if end < sentence.upperBound {
      let earliest = max(match.upperBound, end - limit / 3)
      end = (earliest..<end).last { isComma($0) }.map { $0 + 1 } ?? end
    }
    return start..<end
  }
}
