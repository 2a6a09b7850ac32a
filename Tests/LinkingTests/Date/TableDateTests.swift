import DocumentModel
import Linking
import Testing

/// Months alone in the cells of a table: one row a line, cells between bars, the first row the header.
@Suite struct TableDateTests {
  @Test(arguments: [
    ("手続|2023年|2024年\n公募|4月|5月", "2023年=2023 2024年=2024 4月=2023-04 5月=2024-05"),
    ("手続|令和5年度|令和6年度\n採択|6月|2月", "令和5年度=FY2023 令和6年度=FY2024 6月=2023-06 2月=2025-02"),
    ("年|手続\n2022年|3月に公募", "2022年=2022 3月=2022-03"),
    ("手続|2023年\n公募|4月に始め、6月に終える", "2023年=2023 4月=2023-04 6月=2023-06"),
    ("手続|2023年\n公募|2022年12月、翌年3月", "2023年=2023 2022年12月=2022-12 翌年3月=2023-03"),
  ])
  func cells(table: String, expected: String) {
    let document = Self.document(table)
    let found = DateLinker(registry: checkoutRegistry).mentions(in: LinkingContext(document)).value
    #expect(MentionList(found, in: document).values == expected)
  }

  @Test func theNextCellTellsNothingOfADatesRole() throws {
    let document = Self.document("年度|手続\n2023年度|採択")
    let found = DateLinker(registry: checkoutRegistry).mentions(in: LinkingContext(document)).value
    guard case .date(let date) = try #require(found.first).target else { return }
    #expect(date.role == nil)
  }

  /// Makes a table whose rows are blocks and whose later rows have the first as their header.
  private static func document(_ table: String) -> StructuredDocument {
    var document = LinkingTests.document(table)
    let header = document.blocks.first?.location.line ?? 1
    for place in document.blocks.indices {
      let span = document.blocks[place].span
      document.blocks[place].kind = .table
      var start = span.lowerBound.utf8
      let row = document.citable.string(span)
      document.blocks[place].cells = row.split(separator: "|", omittingEmptySubsequences: false)
        .map { cell in
          let end = start + cell.utf8.count
          defer { start = end + 1 }
          return TextSpan<Citable>(start, end)
        }
      document.passages[place].kind = .table
      if place > 0 {
        document.passages[place].context = [PassageContext(kind: .header, line: header, text: "")]
      }
    }
    return document
  }
}
