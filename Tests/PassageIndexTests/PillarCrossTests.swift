import DocumentModel
import PassageIndex
import Testing

/// Passages crossed by pillar, against counts made by hand.
@Suite struct PillarCrossTests {
  private static func relation(
    _ target: LinkTarget, _ origin: RelationOrigin = .passage, _ basis: LinkBasis = .explicit
  ) -> Relation {
    Relation(target: target, origin: origin, basis: basis, evidence: "")
  }

  private static func date(_ value: String) -> LinkTarget {
    .date(DateTarget(value: EDTF(value)))
  }

  private static func counts(
    know: Int = 0, nurture: Int = 0, protect: Int = 0, none: Int = 0, total: Int
  ) -> PillarCounts {
    var counts = PillarCounts()
    (counts.know, counts.nurture, counts.protect) = (know, nurture, protect)
    (counts.none, counts.total) = (none, total)
    return counts
  }

  @Test func crossesWithWhatPassagesNameThemselves() throws {
    let act = LinkTarget.law(LawTarget(lawID: LawID("504AC0000000043"), title: "推進法"))
    let seventh = LinkTarget.law(
      LawTarget(
        lawID: LawID("504AC0000000043"), title: "推進法", provision: ProvisionPath(article: "7")))
    var first = PassageRelations()
    // One passage that names two articles of a law and two days of a year counts once for each.
    first.laws = [Self.relation(act), Self.relation(seventh)]
    first.dates = [Self.relation(Self.date("2024-04-01")), Self.relation(Self.date("2024-10"))]
    var second = PassageRelations()
    // A term of law, the document's own date and a time of several years don't count.
    second.laws = [Self.relation(act, .concept, .concept)]
    second.dates = [
      Self.relation(Self.date("2023-01-01"), .document), Self.relation(Self.date("2024/2030")),
      Self.relation(Self.date("FY2022")),
    ]
    let (fixture, reader) = try Fixture.reader([
      Fixture.document(
        "a", ["見出し", "一つ目", "二つ目"], pillars: [.protect, .know],
        relations: [1: first, 2: second]),
      Fixture.document("b", ["表紙", "目次"], relations: [1: first]),
    ])
    let cross = try reader.pillarCross()
    #expect(cross.all == Self.counts(know: 3, protect: 3, none: 2, total: 5))
    #expect(
      cross.documents == [
        "a": Self.counts(know: 3, protect: 3, total: 3), "b": Self.counts(none: 2, total: 2),
      ])
    #expect(
      cross.laws == ["504AC0000000043": Self.counts(know: 1, protect: 1, none: 1, total: 2)])
    #expect(
      cross.years == [
        "2022": Self.counts(know: 1, protect: 1, total: 1),
        "2024": Self.counts(know: 1, protect: 1, none: 1, total: 2),
      ])
    withExtendedLifetime(fixture) {}
  }

  @Test func anEmptyIndex() throws {
    let (fixture, reader) = try Fixture.reader([])
    #expect(try reader.pillarCross() == PillarCross())
    withExtendedLifetime(fixture) {}
  }
}
