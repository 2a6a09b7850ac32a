import DocumentModel
import Linking
import Testing

@Suite struct RevisionChooserTests {
  private let act = "504AC0000000043"
  private let original = "000000000000000"

  private func held(_ rows: [(String, String, Set<String>)]) throws -> [HeldRevision] {
    try rows.map { row in
      let id = try #require(LawRevisionID(parsing: "\(act)_\(row.0)_\(row.1)"))
      return HeldRevision(id: id, articles: row.2)
    }
  }

  private func day(_ text: String) throws -> CalendarDay {
    try #require(EDTF(text).interval?.first)
  }

  /// The Act of 2022 came into force in parts; an amendment of 2024 added to it, one of 2026 took away.
  @Test(arguments: [
    ("7", "2023-02-01", "inForce 20220801"),
    ("50", "2022-12-01", "notYetInForce 20231117"),
    ("50", "2023-11-16", "notYetInForce 20231117"),
    ("50", "2023-11-17", "inForce 20231117"),
    ("60_2", "2022-12-01", "notYetEnacted 20250401"),
    ("60_2", "2024-12-01", "notYetInForce 20250401"),
    ("60_2", "2025-04-01", "inForce 20250401"),
    ("9", "2026-07-01", "removed 20250401"),
    ("7", "2022-06-01", "notYetInForce 20220801"),
    ("7", "2021-06-01", "notYetEnacted 20220801"),
    ("999", "2024-01-01", "noSuchProvision"),
  ])
  func provision(article: String, on date: String, expected: String) throws {
    let revisions = try held([
      ("20220801", original, ["7", "9"]),
      ("20231117", original, ["7", "9", "50"]),
      ("20250401", "506AC0000000028", ["7", "9", "50", "60_2"]),
      ("20260601", "508AC0000000005", ["7", "50", "60_2"]),
    ])
    let status = RevisionChooser().status(of: article, on: try day(date), among: revisions)
    let shown =
      switch status {
      case .inForce(let id): "inForce \(id.rawValue.dropFirst(16).prefix(8))"
      case .notYetInForce(let id): "notYetInForce \(id.rawValue.dropFirst(16).prefix(8))"
      case .notYetEnacted(let id): "notYetEnacted \(id.rawValue.dropFirst(16).prefix(8))"
      case .removed(let id): "removed \(id.rawValue.dropFirst(16).prefix(8))"
      case .unknown(let id): "unknown \(id?.rawValue.dropFirst(16).prefix(8) ?? "")"
      case .noSuchProvision: "noSuchProvision"
      }
    #expect(shown == expected)
  }

  @Test func anAmendedLawBeforeItsFirstHeldRevisionIsUnknown() throws {
    let revisions = try held([("20240401", "505AC0000000051", ["29"])])
    let status = RevisionChooser().status(of: "29", on: try day("2020-01-01"), among: revisions)
    #expect(status == .unknown(nearest: revisions[0].id))
  }

  @Test func ofOneDayTheLastAmendingLawCounts() throws {
    let revisions = try held([
      ("20231101", "504AC0000000061", []), ("20231101", original, []),
    ]).map(\.id)
    #expect(
      RevisionChooser().revision(on: try day("2023-11-05"), among: revisions) == revisions[0])
  }

  @Test func aRevisionWithoutADayIsNeverChosen() throws {
    let undated = LawRevisionID(lawID: LawID(act), inForceFrom: nil, amendingLaw: nil)
    #expect(RevisionChooser().revision(on: try day("2024-01-01"), among: [undated]) == nil)
    #expect(RevisionChooser().current(on: try day("2024-01-01"), among: [undated]) == undated)
  }
}
