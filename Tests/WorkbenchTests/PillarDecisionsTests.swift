import DocumentModel
import Testing
import Workbench

/// Which section a decision is about after the document was read again.
@Suite struct PillarDecisionsTests {
  private static let document = DocumentID("paper")

  private static func section(_ id: String, _ path: [String]) -> Section {
    Section(
      id: SectionID(id), parent: nil, level: path.count, title: path.last ?? "",
      rawTitle: path.last ?? "", titleSpan: nil, span: TextSpan(0, 0),
      location: Location(spans: [], line: 1, lineEnd: 1), isSynthetic: false, path: path)
  }

  private static func decision(
    _ id: String, _ path: [String], occurrence: Int = 1, _ pillars: [Pillar]? = [.know]
  ) throws -> PillarDecision {
    PillarDecision(
      section: SectionID(id), document: document, path: path, title: path.last ?? "",
      occurrence: occurrence, pillars: pillars, by: "港湾班", why: "理由",
      day: try #require(CalendarDay(year: 2026, month: 11, day: 21)))
  }

  @Test(arguments: [
    // The same id and path; the same path under another id.
    (["s1"], [["表題", "備蓄"]], "s1", 1, "s1" as String?),
    (["s7"], [["表題", "備蓄"]], "s1", 1, "s7"),
    // A row put in before: the id now names another row.
    (["s1", "s2"], [["表題", "港湾"], ["表題", "備蓄"]], "s1", 1, "s2"),
    // The document's title was corrected.
    (["s7"], [["新しい表題", "備蓄"]], "s1", 1, "s7"),
    // Two of the same path: which of them it was.
    (["s5", "s6"], [["表題", "備蓄"], ["表題", "備蓄"]], "s1", 2, "s6"),
    (["s5", "s6"], [["表題", "備蓄"], ["表題", "備蓄"]], "s1", 3, nil),
    // Another heading under the old id is another section.
    (["s1"], [["表題", "港湾"]], "s1", 1, nil),
  ])
  func findsItsSection(
    ids: [String], paths: [[String]], id: String, occurrence: Int, expected: String?
  ) throws {
    let sections = zip(ids, paths).map { Self.section($0, $1) }
    let decisions = PillarDecisions([
      try Self.decision(id, ["表題", "備蓄"], occurrence: occurrence)
    ])
    let matched = decisions.match(Self.document, sections)
    #expect(matched.last.keys.map(\.rawValue) == (expected.map { [$0] } ?? []))
    #expect(matched.orphans == (expected == nil ? [0] : []))
  }

  @Test func theLastWordHolds() throws {
    let sections = [Self.section("s1", ["表題", "備蓄"])]
    let found = PillarAssignment(section: SectionID("s1"), pillars: [.protect], basis: .implied)
    let first = try Self.decision("s0", ["表題", "備蓄"], [.know])
    let second = try Self.decision("s1", ["表題", "備蓄"], [])
    let withdrawal = try Self.decision("s1", ["表題", "備蓄"], nil)
    let results = [[first], [first, second], [first, second, withdrawal]].map {
      PillarDecisions($0).applied(to: [found], of: Self.document, sections: sections).value[0]
    }
    #expect(results.map(\.basis) == [.decided, .decided, .implied])
    #expect(results.map(\.pillars) == [[.know], [], [.protect]])
    #expect(results.map(\.found) == [found, found, found])
    // Deciding on what was decided keeps what the text gave.
    #expect(results[0].decided(by: second).ruling?.foundPillars == [.protect])
  }
}
