import Registry
import TextNormalization

/// The tokenizer of the search index: folding, key, grams.
struct SearchKeyTarget: FuzzTarget {
  static let name = "search-key"
  static let summary = "the search key and its grams, in passages and in queries"
  static let seeds = ["txt", "md"]

  private let folding = SearchFolding(variants: Tables.registry.variants)

  init() {}

  func run(_ bytes: [UInt8]) {
    guard bytes.count > 2 else { return }
    // The first bytes choose the word that is looked for.
    let text = Array(String(decoding: bytes[2...], as: UTF8.self).utf8)
    let folded = folding.fold(text)
    let key = SearchKey(folded)
    var last = 0
    for range in key.ranges {
      precondition(range.lowerBound >= 0 && range.upperBound <= text.count, "inside the text")
      precondition(range.upperBound >= last, "the bytes ascend")
      last = range.upperBound
    }
    var end = 0
    GramScanner.scan(key, isQuery: false) { gram in
      precondition(gram.range.lowerBound >= end - 1 && gram.range.upperBound <= key.count)
      end = max(end, gram.range.upperBound)
      return true
    }
    guard key.count > 0 else { return }
    let start = Int(bytes[0]) % key.count
    let wanted = key.string(start..<min(key.count, start + 1 + Int(bytes[1]) % 12))
    let term = SearchKey(wanted, folding: folding).trimmed()
    guard term.isSearchable else { return }
    for range in key.occurrences(of: term, isPrefix: true) {
      precondition(range.count == term.count, "an occurrence is as long as its word")
    }
    // A word of one script that stands in the text is a run of its grams there.
    guard !term.hasMarks, term.count > 1,
      wanted.unicodeScalars.allSatisfy({ SearchCharacterClass.of($0.value) == .cjk }),
      !key.occurrences(of: term).isEmpty
    else { return }
    let grams = GramScanner.tokens(key)
    let asked = GramScanner.tokens(term, isQuery: true)
    precondition(
      grams.indices.contains { grams[$0...].starts(with: asked) },
      "what stands in the text is found by its grams")
  }
}
