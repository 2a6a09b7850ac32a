import Testing

@testable import Comparison

/// What two sequences have in common.
@Suite struct SequenceAlignmentTests {
  private func common(_ a: String, _ b: String, limit: Int = 600) -> String {
    let (x, y) = (Array(a.unicodeScalars), Array(b.unicodeScalars))
    let pairs = SequenceAlignment(editLimit: limit).pairs(
      x.map { Int($0.value) }, y.map { Int($0.value) })
    for (before, after) in zip(pairs, pairs.dropFirst()) {
      #expect(before.0 < after.0 && before.1 < after.1)
    }
    var view = String.UnicodeScalarView()
    for pair in pairs {
      #expect(x[pair.0] == y[pair.1])
      view.append(x[pair.0])
    }
    return String(view)
  }

  @Test(arguments: [
    ("", "", ""), ("あ", "", ""), ("あいう", "あいう", "あいう"), ("あいう", "かいう", "いう"),
    ("aabb", "abab", "abb"), ("abcabba", "cbabac", "baba"), ("あxい", "あyい", "あい"),
  ])
  func inCommon(_ a: String, _ b: String, _ expected: String) {
    #expect(common(a, b).count == expected.count)
  }

  /// Against the textbook table of lengths, over all small words of three letters.
  @Test func theShortestScriptKeepsAsMuchAsCanBe() {
    let words = Self.words(of: ["a", "b", "c"], upTo: 5)
    for a in words where a.count == 5 {
      for b in words {
        let (x, y) = (Array(a.utf8).map(Int.init), Array(b.utf8).map(Int.init))
        let pairs = SequenceAlignment().shortest(x, 0..<x.count, y, 0..<y.count)
        #expect(pairs.allSatisfy { x[$0.0] == y[$0.1] })
        #expect(pairs.count == Self.longest(Array(a), Array(b)), "\(a) \(b)")
      }
    }
  }

  @Test func whatDiffersTooMuchIsTakenAsAWhole() {
    let (a, b) = (String(repeating: "ab", count: 50), String(repeating: "cda", count: 50))
    #expect(common(a, b, limit: 10).isEmpty)
    #expect(!common(a, b).isEmpty)
  }

  private static func words(of letters: [Character], upTo length: Int) -> [String] {
    var words = [""]
    var last = [""]
    for _ in 0..<length {
      last = last.flatMap { word in letters.map { word + String($0) } }
      words += last
    }
    return words
  }

  private static func longest(_ a: [Character], _ b: [Character]) -> Int {
    var table = Array(repeating: [Int](repeating: 0, count: b.count + 1), count: a.count + 1)
    for i in a.indices {
      for j in b.indices {
        table[i + 1][j + 1] =
          a[i] == b[j] ? table[i][j] + 1 : max(table[i][j + 1], table[i + 1][j])
      }
    }
    return table[a.count][b.count]
  }
}
