import DocumentModel
import Linking
import Testing

@Suite struct LegalTermHarvesterTests {
  private func harvest(_ text: String) -> [String] {
    let law = LawText(
      revision: LawRevisionID(lawID: LawID("509AC0000000099"), inForceFrom: nil, amendingLaw: nil),
      lawNumber: "", title: "", abbreviations: [], lawType: "Act",
      nodes: [
        LawNode(kind: .article, parent: nil, number: "2", address: "Mp-At_2"),
        LawNode(kind: .paragraph, parent: 0, number: "3", text: text, address: "Mp-At_2-Pr_3"),
      ])
    return LegalTermHarvester().harvest(law).map { term in
      #expect(term.provision == ProvisionPath(article: "2", paragraph: "3"))
      #expect(term.address == "Mp-At_2-Pr_3")
      return "\(term.form) \(term.term) = \(term.meaning) [\(term.scope) \(term.scopeWords)]"
    }
  }

  @Test func anItemsDefinitionHoldsAsFarAsItsLeadInSays() {
    let law = LawText(
      revision: LawRevisionID(lawID: LawID("509AC0000000099"), inForceFrom: nil, amendingLaw: nil),
      lawNumber: "", title: "", abbreviations: [], lawType: "Act",
      nodes: [
        LawNode(
          kind: .paragraph, parent: nil, number: "1", text: "この法律において、次に掲げる語の意味は次のとおりとする。"),
        LawNode(kind: .item, parent: 0, number: "1", text: "「運搬船」とは、素材を運ぶ船をいう。"),
      ])
    let terms = LegalTermHarvester().harvest(law)
    #expect(terms.map(\.scope) == [.law])
    #expect(terms.map(\.scopeWords) == ["この法律において"])
  }

  @Test(arguments: [
    (
      "この法律において「先端素材」とは、薄膜（別表に掲げる金属をいう。）その他の材料をいう。",
      ["defined 先端素材 = 薄膜（別表に掲げる金属をいう。）その他の材料 [law この法律において]"]
    ),
    (
      "大臣は、先端素材の備蓄に関する方針（以下「備蓄方針」という。）を定める。",
      ["declared 備蓄方針 = 大臣は、先端素材の備蓄に関する方針 [onward ]"]
    ),
    (
      "素材を運ぶ事業を行う者（船舶によるものを含む。以下この章及び第九条において「運搬者」という。）は、",
      ["declared 運搬者 = 素材を運ぶ事業を行う者 [chapter この章及び第九条において]"]
    ),
    (
      "倉庫を営む者（次条において「倉庫業者」という。）は、", []
    ),
    ("「先端素材」という語を用いてはならない。", []),
    ("何人も「先端素材」とは称してはならない。", []),
    // Only words that the law uses again are taken from before a bracket.
    ("書面（紙に書いたものをいう。以下同じ。）を備える。", []),
    (
      "当該特定倉庫（素材を納める建物をいう。以下この章において同じ。）を営む。特定倉庫は公示する。",
      ["explained 特定倉庫 = 素材を納める建物 [chapter この章において]"]
    ),
    ("特定倉庫（素材を納める建物をいう。次条において同じ。）を営む。特定倉庫は公示する。", []),
  ])
  func terms(text: String, expected: [String]) {
    #expect(harvest(text) == expected)
  }
}
