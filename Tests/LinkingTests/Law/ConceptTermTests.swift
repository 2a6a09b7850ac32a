import DocumentModel
import Linking
import Testing

@Suite struct ConceptTermTests {
  private func term(
    _ word: String, _ scope: LegalTerm.Scope = .law, article: String = "2",
    form: LegalTerm.Form = .defined, isSupplementary: Bool = false
  ) -> LegalTerm {
    LegalTerm(
      term: word, form: form, meaning: "", scope: scope, scopeWords: "",
      provision: ProvisionPath(
        article: article, paragraph: "1", isSupplementary: isSupplementary), address: "")
  }

  private func source(
    _ law: String, isAct: Bool = true, _ terms: [LegalTerm]
  ) -> ConceptTermSelector.Source {
    .init(lawID: LawID(law), title: law, isAct: isAct, terms: terms)
  }

  private func chosen(_ sources: [ConceptTermSelector.Source]) -> [String] {
    ConceptTermSelector().candidates(from: sources)
      .map { "\($0.term) \($0.lawID.rawValue)#\($0.provision.article ?? "")" }
  }

  @Test func onlyTermsOfWideScopeAndSomeLengthAreTaken() {
    let terms = [
      term("先端素材"), term("運搬事業者", .chapter), term("届出倉庫", .onward),
      term("事業者"), term("備蓄方針", .article), term("備蓄基準", .section),
      term("旧先端素材法"), term("経過素材等", isSupplementary: true),
    ]
    #expect(chosen([source("甲", terms)]) == ["先端素材 甲#2", "届出倉庫 甲#2", "運搬事業者 甲#2"])
  }

  @Test func aTermOfTwoActsSaysNothingAndAnOrderRepeatsItsAct() {
    let act = source("甲", [term("先端素材"), term("基本的方針")])
    let other = source("乙", [term("基本的方針")])
    let order = source("丙", isAct: false, [term("先端素材", article: "1"), term("特定倉庫")])
    #expect(chosen([act, other, order]) == ["先端素材 甲#2", "特定倉庫 丙#2"])
  }

  @Test func aDefinitionIsBetterEvidenceThanAShortName() {
    let declared = term("先端素材", .onward, article: "1", form: .declared)
    #expect(chosen([source("甲", [declared, term("先端素材", article: "3")])]) == ["先端素材 甲#3"])
  }

  @Test(arguments: [(3, 40, true), (4, 40, false), (4, 200, true), (5, 200, false)])
  func aWordThatManyLawsUseIsOrdinary(uses: Int, held: Int, isTaken: Bool) {
    let candidates = ConceptTermSelector().candidates(from: [source("甲", [term("先端素材")])])
    let selected = ConceptTermSelector()
      .select(candidates, uses: ["先端素材": uses], ofLaws: held)
    #expect(selected.isEmpty == !isTaken)
  }

  @Test(arguments: [
    ("先端素材の備蓄を進め、先端素材を運ぶ。", ["先端素材"]),
    ("非先端素材と先端素材工業会。", []),
    ("国内の先端素材等。", ["先端素材"]),
    ("特定港湾を使う。", []),
  ])
  func aTermStandsAsAWholeAndOnce(text: String, expected: [String]) {
    let terms = ["先端素材", "特定港湾"].map {
      ConceptTerm(term: $0, lawID: LawID("甲"), title: "甲法", provision: .init(article: "2"))
    }
    // The registry's own terms are not found a second time.
    let finder = DefinedTermFinder(terms, known: ["特定港湾"])
    let found = finder.matches(in: text)
    #expect(found.map(\.term.term) == expected)
    #expect(
      found.map { String(decoding: Array(text.utf8)[$0.bytes], as: UTF8.self) } == expected)
  }

  @Test func theEvidenceNamesTheProvision() {
    let term = ConceptTerm(
      term: "先端素材", lawID: LawID("甲"), title: "素材法",
      provision: ProvisionPath(article: "24_2", paragraph: "1", item: "3"))
    #expect(term.evidence.words == "先端素材：素材法第24条の2第1項第3号が定める")
  }
}
