import DocumentModel
import Linking
import Testing

/// Declared words, pronouns and the document's own subject.
@Suite struct LawContextTests {
  private static let fa = "324AC0000000228"
  private static let ka = "415AC0000000057"

  @Test(arguments: [
    (
      "外国為替及び外国貿易法（昭和24年法律第228号。以下「法」という。）に従う。\n法第25条は重い。",
      ["外国為替及び外国貿易法（昭和24年法律第228号=\(fa)", "法=\(fa)", "法第25条=\(fa)#25"]
    ),
    (
      "特定秘密保護法（以下「秘密法」という。）は別である。\n秘密法第3条",
      ["特定秘密保護法=425AC0000000108", "秘密法=425AC0000000108", "秘密法第3条=425AC0000000108#3"]
    ),
    (
      "「規則」　個人情報の保護に関する法律施行規則\n規則で定める国と規則第16条",
      [
        "規則=428M60020000003", "個人情報の保護に関する法律施行規則=428M60020000003",
        "規則=428M60020000003", "規則第16条=428M60020000003#16",
      ]
    ),
    (
      "規則第16条関係\n「規則」　個人情報の保護に関する法律施行規則",
      [
        "規則第16条=428M60020000003#16", "規則=428M60020000003",
        "個人情報の保護に関する法律施行規則=428M60020000003",
      ]
    ),
    (
      "外為法（以下「法」という。）。法及び法の趣旨",
      ["外為法=\(fa)", "法=\(fa)", "法=\(fa)", "法=\(fa)"]
    ),
    ("外為法は重い。同法は古い。", ["外為法=\(fa)", "同法=\(fa)"]),
    ("外為法と輸出令がある。同法と同令", ["外為法=\(fa)", "輸出令=324CO0000000378", "同法=\(fa)", "同令=324CO0000000378"]),
    ("外為法は重い。\n\n同法施行後の調査", ["外為法=\(fa)", "同法=\(fa)"]),
    ("外為法に基づく許可（法第25条）", ["外為法=\(fa)", "法第25条=\(fa)#25"]),
    (
      "外為法の話\n外為法の許可\n外為法の審査\n報告（法第55条）",
      ["外為法=\(fa)", "外為法=\(fa)", "外為法=\(fa)", "法第55条=\(fa)#55"]
    ),
    (
      "特許法（以下「法」という。）の話。法施行令第3条と令第4条",
      [
        "特許法=334AC0000000121", "法=334AC0000000121", "法施行令第3条=335CO0000000016#3",
        "令第4条=335CO0000000016#4",
      ]
    ),
    (
      "特許法第2条と同法施行令第3条",
      ["特許法第2条=334AC0000000121#2", "同法施行令第3条=335CO0000000016#3"]
    ),
    ("特許法の話。政令第3条の定め", ["特許法=334AC0000000121", "政令第3条=335CO0000000016#3"]),
    (
      "外為法第1条\nこの法律は、取引の自由を旨とする。",
      ["外為法第1条=\(fa)#1", "この法律=\(fa)"]
    ),
    (
      "外為法（以下「新法」という。）と旧法の比較。新法第6条",
      ["外為法=\(fa)", "新法=\(fa)", "新法第6条=\(fa)#6"]
    ),
    (
      "「平成9年改正法」　外国為替及び外国貿易法\n平成 9 年改正法附則第2条",
      [
        "平成9年改正法=\(fa)", "外国為替及び外国貿易法=\(fa)", "平成 9 年改正法附則第2条=\(fa)#S2",
      ]
    ),
    (
      "# 前の章\n外為法（以下この章において「法」という。）\n# 次の章\n法第3条",
      ["外為法=\(fa)", "法=\(fa)"]
    ),
    (
      "# 甲\n特許法（以下「法」という。）\n法第2条\n# 乙\n外為法（以下「法」という。）\n法第2条",
      [
        "特許法=334AC0000000121", "法=334AC0000000121", "法第2条=334AC0000000121#2", "外為法=\(fa)",
        "法=\(fa)", "法第2条=\(fa)#2",
      ]
    ),
    (
      "外為法に基づく取引。\n1 以下「法」という。電波の話\n法第6条",
      ["外為法=\(fa)"]
    ),
    ("改正法の施行", []),
    ("やり方法第3条", []),
    ("司法第3条", []),
    ("共同法人と同法人の関係", []),
    ("同法は新しい。", []),
    ("法第12条の報告", []),
  ])
  func resolved(text: String, links: [String]) {
    #expect(Sample.links(text, .law) == links)
  }

  @Test func basisTellsHowALawWasFound() {
    let text = "外為法（以下「法」という。）の許可。法第25条、同法。特許法。"
    let links = DocumentLinker(registry: Sample.registry)
      .link(Sample.document(text), source: Array(text.utf8)).value
    #expect(
      links.map(\.basis.rawValue) == [
        "explicit", "declared", "declared", "antecedent", "explicit",
      ])
  }

  @Test(arguments: ["同法は新しい。", "改正法第3条の施行"])
  func aPronounWithoutAntecedentIsReported(text: String) {
    let staged = DocumentLinker(registry: Sample.registry)
      .link(Sample.document(text), source: Array(text.utf8))
    #expect(staged.value.isEmpty)
    #expect(staged.diagnostics.map(\.identifier) == ["law.no-antecedent"])
  }

  @Test func spanLeadsBackToTheSourceBytes() {
    let text = "序文\n改正外為法第25条第1項の運用"
    let links = DocumentLinker(registry: Sample.registry)
      .link(Sample.document(text), source: Array(text.utf8)).value
    let bytes = Array(text.utf8)
    let found = links.map {
      String(decoding: bytes[$0.location.hull.utf8Range()], as: UTF8.self)
    }
    #expect(found == ["外為法第25条第1項"])
    #expect(links.map(\.location.line) == [2])
  }
}
