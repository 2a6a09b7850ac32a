import DocumentModel
import Testing

/// Seasons as days, and steps between days.
@Suite struct CalendarTests {
  @Test(arguments: [
    ("2023-21", "2023-03-01", "2023-05-31"), ("2023-22", "2023-06-01", "2023-08-31"),
    ("2023-23", "2023-09-01", "2023-11-30"), ("2023-24", "2023-12-01", "2024-02-29"),
  ])
  func season(value: String, first: String, last: String) throws {
    let interval = try #require(EDTF(value).interval)
    #expect(interval.first?.iso8601 == first)
    #expect(interval.last?.iso8601 == last)
  }

  @Test func thereAreFourSeasons() { #expect(EDTF("2024-25").interval == nil) }

  @Test(arguments: [
    ("2024-02-28", 1, "2024-02-29"), ("2023-12-31", 1, "2024-01-01"),
    ("2024-03-01", -1, "2024-02-29"), ("2024-01-01", -1, "2023-12-31"),
    ("2024-01-31", 366, "2025-01-31"),
  ])
  func advanced(day: String, count: Int, expected: String) throws {
    let start = try #require(EDTF(day).interval?.first)
    #expect(start.advanced(by: count)?.iso8601 == expected)
  }
}
