/// What a drafter asks to leave out of a quotation or to set off in it.
package struct QuotationEdits: Sendable, Equatable {
  /// Words to leave out, each marked （略）.
  package var omitted: [String]
  /// Words to emphasise, told in the source as the drafter's.
  package var emphasised: [String]

  package init(omitted: [String] = [], emphasised: [String] = []) {
    self.omitted = omitted
    self.emphasised = emphasised
  }

  /// Whether nothing is asked.
  package var isEmpty: Bool { omitted.isEmpty && emphasised.isEmpty }

  /// The words of a request that a quotation doesn't have.
  package struct NotInQuotation: Error, Sendable, Equatable {
    package var words: String

    package init(words: String) { self.words = words }
  }

  /// Returns a quotation's lines with the edits made at the first place of each.
  ///
  /// - Throws: `NotInQuotation` where words to be changed aren't there.
  package func lines(of quote: String) throws(NotInQuotation) -> [[CitedDocument.Inline]] {
    var parts: [CitedDocument.Inline] = [.text(quote)]
    for words in omitted { parts = try Self.replace(words, in: parts, by: .text("（略）")) }
    for words in emphasised { parts = try Self.replace(words, in: parts, by: .emphasis(words)) }
    return Self.split(parts)
  }

  private static func replace(
    _ words: String, in parts: [CitedDocument.Inline], by new: CitedDocument.Inline
  ) throws(NotInQuotation) -> [CitedDocument.Inline] {
    for (index, part) in parts.enumerated() {
      guard case .text(let text) = part, !words.isEmpty, let range = text.firstRange(of: words)
      else { continue }
      let (before, after) = (text[..<range.lowerBound], text[range.upperBound...])
      let replaced: [CitedDocument.Inline] = [.text(String(before)), new, .text(String(after))]
      return parts[..<index] + replaced.filter { $0 != .text("") } + parts[(index + 1)...]
    }
    throw NotInQuotation(words: words)
  }

  private static func split(_ parts: [CitedDocument.Inline]) -> [[CitedDocument.Inline]] {
    var lines: [[CitedDocument.Inline]] = [[]]
    for part in parts {
      guard case .text(let text) = part else {
        lines[lines.count - 1].append(part)
        continue
      }
      for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false)
        .enumerated()
      {
        if number > 0 { lines.append([]) }
        if !line.isEmpty { lines[lines.count - 1].append(.text(String(line))) }
      }
    }
    return lines
  }
}
