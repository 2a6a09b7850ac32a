import Testing

@testable import PassageIndex

@Suite struct TopRowsTests {
  /// Every length and choice over scores with many ties gives what sorting all gives.
  @Test func theBestAreThoseOfTheWholeOrder() {
    for size in 0..<60 {
      let rows = (0..<size).map { Int64($0 * 3) }
      let scores = rows.map { Double(($0 * 7) % 11) }
      let order = rows.indices.sorted {
        scores[$0] != scores[$1] ? scores[$0] > scores[$1] : rows[$0] < rows[$1]
      }
      for count in [0, 1, 2, 7, size, size + 5] {
        #expect(TopRows.best(count, of: rows, scores) == Array(order.prefix(count)))
      }
    }
  }
}
