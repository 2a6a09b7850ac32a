import DocumentModel
import Testing

@Suite struct LawPlaceTests {
  @Test(arguments: [
    ("附則", LawPlace.supplementary(set: nil, amendingLaw: nil, number: nil)),
    ("附則第四条", .supplementary(set: nil, amendingLaw: nil, number: "4")),
    ("附則[12]第2条の2", .supplementary(set: 12, amendingLaw: nil, number: "2_2")),
    (
      "附則（令和五年法律第五一号）3",
      .supplementary(set: nil, amendingLaw: "令和五年法律第五一号", number: "3")
    ),
    ("別表", .appendix(kind: "別表", number: nil)),
    ("別表第二十一の三", .appendix(kind: "別表", number: "21_3")),
    ("様式1", .appendix(kind: "様式", number: "1")),
    ("Sp2-At_1", .address("Sp2-At_1")),
  ])
  func places(text: String, expected: LawPlace) {
    #expect(LawPlace(text) == expected)
  }

  @Test(arguments: ["25", "第25条", "附則だけ", "別表のうち", "附則[零]1", ""])
  func whatNamesNoSuchPart(text: String) {
    #expect(LawPlace(text) == nil)
  }

  @Test func aPlaceIsFoundInALaw() throws {
    let kinds: [(LawNodeKind, Int?, String, String, String)] = [
      (.article, nil, "1", "第一条", "Mp-At_1"),
      (.supplementary, nil, "1", "附則", "Sp1"),
      (.paragraph, 1, "2", "２", "Sp1-Pr_2"),
      (.supplementary, nil, "2", "附則", "Sp2"),
      (.article, 3, "2", "第二条", "Sp2-At_2"),
      (.appendix, nil, "1", "別表第一（第三条関係）", "Mpat_1"),
    ]
    let law = LawText(
      revision: LawRevisionID(rawValue: ""), lawNumber: "", title: "", abbreviations: [],
      lawType: "Act",
      nodes: kinds.map {
        LawNode(kind: $0.0, parent: $0.1, number: $0.2, label: $0.3, address: $0.4)
      })
    let found = ["附則2", "附則[2]第二条", "附則[2]", "別表第1", "Mp-At_1", "附則[3]", "別表第二"].map {
      LawPlace($0).flatMap { law.node(at: $0) { _, _ in false } }
    }
    #expect(found == [2, 4, 3, 5, 0, nil, nil])
  }
}
