import DocumentModel
import Linking
import Testing

@Suite struct DelegationHarvesterTests {
  private func harvest(
    _ texts: [String], number: String = "令和九年政令第十二号"
  ) -> [String] {
    let law = LawText(
      revision: LawRevisionID(lawID: LawID("509CO0000000012"), inForceFrom: nil, amendingLaw: nil),
      lawNumber: number, title: "", abbreviations: [], lawType: "CabinetOrder",
      nodes: texts.map {
        LawNode(kind: .paragraph, parent: nil, number: "1", text: $0, address: "Mp-Pr_1")
      })
    return DelegationHarvester().harvest(law).map { found in
      let place = [
        found.provision.article, found.provision.paragraph, found.provision.item,
        found.provision.subitem,
      ].compactMap { $0 }.joined(separator: "-")
      return "\(found.lawName)\(found.lawNumber)#\(place) \(found.instrument) \(found.words)"
    }
  }

  private static let declaring =
    "先端素材法（令和九年法律第九十九号。以下「法」という。）第三条の届出は、書面による。"

  @Test(arguments: [
    (
      "法第五条第一項の政令で定める素材は、次のとおりとする。",
      ["#5-1 政令 法第五条第一項の政令で定める素材"]
    ),
    (
      "法第二十四条の二第一項第三号ロに規定する政令で定める者は、船長とする。",
      ["#24_2-1-3-ロ 政令 法第二十四条の二第一項第三号ロに規定する政令で定める者"]
    ),
    (
      "法第六条第一項及び第三項の政令で定める期間は、三月とする。",
      [
        "#6-1 政令 法第六条第一項及び第三項の政令で定める期間",
        "#6-3 政令 法第六条第一項及び第三項の政令で定める期間",
      ]
    ),
    (
      "法第七条第一項の届出は、同条第二項の政令で定める日までにする。",
      ["#7-2 政令 同条第二項の政令で定める日までにする"]
    ),
    (
      "法第九条の規定に基づき、次に掲げる素材を特定素材として指定する。",
      ["#9  法第九条の規定に基づき、次に掲げる素材を特定素材として指定する。"]
    ),
    // What the order only mentions, it doesn't fill in.
    ("法第五条第一項の主務省令で定める書類を添える。", []),
    ("大臣は、法第五条第一項の規定に基づき、立入検査をした者を公表する。", []),
    ("前条第一項の政令で定める素材は、次のとおりとする。", []),
  ])
  func anOrder(text: String, expected: [String]) {
    let law = "先端素材法令和九年法律第九十九号"
    #expect(harvest([Self.declaring, text]) == expected.map { law + $0 })
  }

  @Test func aRegulationFillsInItsActAndItsOrder() {
    let found = harvest(
      [
        "先端素材法（以下「法」という。）第五条第一項の主務省令で定める書類は、図面とする。",
        "法第六条の政令で定める期間を過ぎた者は、先端素材法施行令（令和九年政令第十二号）第四条の主務省令で定める書類を添える。",
      ], number: "令和九年経済産業省令第三号")
    #expect(
      found == [
        "先端素材法#5-1 主務省令 先端素材法（以下「法」という。）第五条第一項の主務省令で定める書類",
        "先端素材法施行令令和九年政令第十二号#4 主務省令 "
          + "先端素材法施行令（令和九年政令第十二号）第四条の主務省令で定める書類を添える",
      ])
  }

  @Test func aWordThatEndsLikeTheDeclaredOneIsNotTheLaw() {
    let found = harvest([Self.declaring, "方法第五条第一項の政令で定める素材は、次のとおりとする。"])
    #expect(found.allSatisfy { !$0.hasPrefix("先端素材法") })
  }

  @Test func anActDelegatesButFillsInNothing() {
    #expect(
      harvest([Self.declaring, "法第五条の政令で定める者"], number: "令和九年法律第百号").isEmpty)
  }
}
