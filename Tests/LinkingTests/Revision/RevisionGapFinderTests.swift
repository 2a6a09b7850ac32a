import DocumentModel
import Linking
import Testing

@Suite struct RevisionGapFinderTests {
  private static let none = "000000000000000"

  /// Each revision as its day, amending law and the names over its supplementary provisions.
  private func gaps(_ held: [(day: String, law: String, sets: [String])]) -> [String] {
    let revisions = held.map {
      LawRevisionID(rawValue: "509AC0000000099_\($0.day)_\($0.law)")
    }
    let sets = Dictionary(uniqueKeysWithValues: zip(revisions, held.map(\.sets)))
    return RevisionGapFinder().gaps(among: revisions, sets: sets).map { gap in
      let ends = [gap.after, gap.before].map { $0?.inForceFrom?.iso8601 ?? "" }
      return ends.joined(separator: "/") + " \(gap.amendments.map(String.init) ?? "?")"
        + gap.amendingLaws.map { " " + $0 }.joined()
    }
  }

  @Test func aLawHeldFromItsStartHasNone() {
    #expect(
      gaps([
        ("20280401", Self.none, [""]), ("20290401", "510AC0000000007", ["", ""]),
        ("20291001", Self.none, ["", ""]),
      ]).isEmpty)
  }

  @Test func moreNewSupplementsThanHeldAmendmentsShowAGap() {
    #expect(
      gaps([
        ("20280401", Self.none, [""]), ("20300401", "511AC0000000007", ["", "", "", ""]),
      ]) == ["2028-04-01/2030-04-01 2"])
  }

  @Test func aSupplementAddedBeforeItsAmendmentIsInForceIsNoGap() {
    #expect(
      gaps([
        ("20280401", Self.none, [""]), ("20290401", "510AC0000000007", ["", "", ""]),
        ("20300401", "510AC0000000050", ["", "", ""]),
      ]).isEmpty)
  }

  @Test func theAmendingLawsAreNamedWhereTheTextNamesThem() {
    let first = "令和一〇年四月一日法律第三号"
    #expect(
      gaps([
        ("20290401", "510AC0000000003", ["", first]),
        (
          "20310401", "512AC0000000009",
          ["", first, "令和一一年五月一七日法律第二八号", "令和一二年六月一日法律第九号"]
        ),
      ]) == ["/2029-04-01 ?", "2029-04-01/2031-04-01 1 令和一一年五月一七日法律第二八号"])
  }

  @Test func aFirstHeldTextWithAmendmentsOfEarlierYearsIsNotTheFirst() {
    #expect(
      gaps([("20290401", Self.none, ["", "令和元年四月一日法律第三号"])]) == ["/2029-04-01 ?"])
    #expect(gaps([("20290401", Self.none, ["", "令和一一年三月一日法律第三号"])]).isEmpty)
  }

  @Test(arguments: [
    ("令和元年五月七日法律第八号", "501AC0000000008", true),
    ("昭和三七年九月一五日法律第一六一号", "337AC0000000161", true),
    ("令和元年五月七日政令第八号", "501AC0000000008", false),
    ("令和元年五月七日法律第九号", "501AC0000000008", false),
  ])
  func anAmendingLawIsKnownInBothForms(words: String, id: String, isSame: Bool) throws {
    let name = try #require(AmendingLawName(words))
    #expect((name == AmendingLawName(LawID(id))) == isSame)
  }
}
