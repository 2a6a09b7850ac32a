import DocumentModel
import Testing

@Suite struct EDTFTests {
  @Test(
    arguments: [
      ("2024-05-17", "2024-05-17", "2024-05-17"), ("2024-02", "2024-02-01", "2024-02-29"),
      ("2023-02", "2023-02-01", "2023-02-28"), ("2024", "2024-01-01", "2024-12-31"),
      ("FY2022", "2022-04-01", "2023-03-31"), ("2023-09/2024-05", "2023-09-01", "2024-05-31"),
      ("FY2021/FY2023", "2021-04-01", "2024-03-31"), ("2023-04-14/..", "2023-04-14", nil),
      ("../2030", nil, "2030-12-31"), ("../FY2025", nil, "2026-03-31"),
    ] as [(String, String?, String?)])
  func interval(value: String, first: String?, last: String?) {
    let interval = EDTF(value).interval
    #expect(interval != nil)
    #expect(interval?.first?.iso8601 == first)
    #expect(interval?.last?.iso8601 == last)
  }

  @Test(arguments: [
    "", "..", "2024-13", "2024-02-30", "2023-02-29", "令和6年", "FY", "FYxx", "2024-", "-2024",
    "2024/",
    "2024/2025/2026", "2024-05-17-01", "../", "/..",
  ])
  func noDate(value: String) {
    #expect(EDTF(value).interval == nil)
  }

  @Test(arguments: [
    ("2024", "2024-05", true), ("FY2023", "2024-03-31", true), ("FY2023", "2024-04-01", false),
    ("2023-04-14/..", "2099", true), ("../2030", "2031", false),
  ])
  func overlaps(one: String, other: String, expected: Bool) {
    let a = EDTF(one).interval
    let b = EDTF(other).interval
    #expect(a.flatMap { a in b.map { a.overlaps($0) && $0.overlaps(a) } } == expected)
  }

  @Test(arguments: [(2000, 2, 29), (1900, 2, 28), (2024, 2, 29), (2023, 4, 30), (2023, 12, 31)])
  func lengthOfMonths(year: Int, month: Int, days: Int) {
    #expect(CalendarDay.days(inMonth: month, ofYear: year) == days)
    #expect(CalendarDay(year: year, month: month, day: days + 1) == nil)
  }
}
