import DocumentModel
import TextNormalization

/// One token of the search index with the code points of the key that it covers.
struct Gram: Equatable {
  /// Code points of the search key; empty for a break.
  var range: Range<Int>
}

/// Cuts a search key into tokens: bigrams of CJK runs, whole runs of letters and digits.
///
/// Each CJK character starts a bigram; the last one of a run stands alone. So a word of two or more
/// characters is a phrase of its bigrams, and a single character a prefix. Where a run of letters
/// meets a space or a mark, a break token is put, so that a phrase across scripts (令和6年) doesn't
/// match over a separator (令和、6年); between CJK runs the lone last character does the same.
///
/// See SQLite: FTS5, Custom Tokenizers, on positions and phrases.
enum GramScanner {
  /// The token that stands for spaces and marks beside a run of letters or digits.
  static let breakToken: [UInt8] = [0x1F]

  /// The most code points of one token.
  ///
  /// FTS5 cuts a token off at 32,768 bytes without a word. A longer run of letters becomes several
  /// tokens, and so a phrase in a query.
  static let longestWord = 8_000

  /// Calls `body` for each token in order until it returns false.
  ///
  /// In a query the lone last character of the last run is left out where the run has a bigram.
  @inline(__always)
  static func scan(_ key: SearchKey, isQuery: Bool, _ body: (Gram) -> Bool) {
    key.classes.withUnsafeBufferPointer { scan($0, isQuery: isQuery, body) }
  }

  @inline(__always)
  private static func scan(
    _ classes: UnsafeBufferPointer<SearchCharacterClass>, isQuery: Bool, _ body: (Gram) -> Bool
  ) {
    var i = 0
    var previous: SearchCharacterClass?
    var hasGap = false
    while i < classes.count {
      let script = classes[i]
      guard script.isInRun else {
        hasGap = true
        i += 1
        continue
      }
      var end = i + 1
      while end < classes.count, classes[end].continuesRun(of: script) { end += 1 }
      if hasGap, let previous, previous == .word || script == .word {
        guard body(Gram(range: i..<i)) else { return }
      }
      hasGap = false
      previous = script
      if script == .word {
        for start in stride(from: i, to: end, by: longestWord) {
          guard body(Gram(range: start..<min(start + longestWord, end))) else { return }
        }
      } else {
        for k in i..<(end - 1) {
          guard body(Gram(range: k..<(k + 2))) else { return }
        }
        let isLast = isQuery && !classes[end...].contains(where: \.isInRun)
        if !(isLast && end - i > 1) {
          guard body(Gram(range: (end - 1)..<end)) else { return }
        }
      }
      i = end
    }
  }

  /// Returns the tokens as strings, for tests and statistics; a break is `␣`.
  static func tokens(_ key: SearchKey, isQuery: Bool = false) -> [String] {
    var tokens: [String] = []
    scan(key, isQuery: isQuery) { gram in
      tokens.append(gram.range.isEmpty ? "␣" : key.string(gram.range))
      return true
    }
    return tokens
  }
}

extension SearchCharacterClass {
  // Told by `switch`: the `==` of an enum of another module is a call, for every character twice.

  /// Whether it is a character that is searched for.
  @inline(__always)
  var isInRun: Bool {
    switch self {
    case .cjk, .word: true
    case .space, .lineEnd, .other: false
    }
  }

  /// Whether it is white space.
  @inline(__always)
  var isBlank: Bool {
    switch self {
    case .space, .lineEnd: true
    case .cjk, .word, .other: false
    }
  }

  /// Whether a run of the given class goes on with it.
  @inline(__always)
  func continuesRun(of script: SearchCharacterClass) -> Bool {
    switch (self, script) {
    case (.cjk, .cjk), (.word, .word): true
    default: false
    }
  }
}

extension SearchKey {
  /// Returns a token as the index has it, in UTF-8.
  func token(_ gram: Gram) -> [UInt8] {
    if gram.range.isEmpty { return GramScanner.breakToken }
    var utf8: [UInt8] = []
    utf8.reserveCapacity(4 * gram.range.count)
    for scalar in scalars[gram.range] {
      if let bytes = Unicode.Scalar(scalar).flatMap(UTF8.encode) { utf8.append(contentsOf: bytes) }
    }
    return utf8
  }

  /// Returns the folded characters of a range of code points.
  package func string(_ range: Range<Int>) -> String { String(codePoints: scalars[range]) }

  /// The whole key as a string.
  package var string: String { string(0..<count) }
}
