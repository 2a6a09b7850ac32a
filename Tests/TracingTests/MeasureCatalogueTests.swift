import DocumentModel
import Testing
import Tracing

@Suite struct MeasureCatalogueTests {
  static let catalogue = MeasureCatalogue(
    measures: [
      KnownMeasure(
        name: "重要物資の安定的な供給の確保", aliases: ["重要物資の安定供給確保"], related: ["供給網の強化"],
        provisions: ["L#6", "L#7"]),
      KnownMeasure(
        name: "抗菌性物質製剤の安定的な供給の確保", aliases: ["抗菌薬の安定供給確保"],
        parents: ["重要物資の安定的な供給の確保"], provisions: ["L#7"]),
      KnownMeasure(
        name: "計画の認定", parents: ["重要物資の安定的な供給の確保"], provisions: ["L#9"]),
      KnownMeasure(name: "甲制度", aliases: ["審査制度"]),
      KnownMeasure(name: "乙制度", aliases: ["審査制度"]),
    ],
    concepts: [
      .init(term: "重要物資", provision: "L#7"), .init(term: "供給計画", provision: "L#9"),
      .init(term: "重要設備", provision: "L#50"),
    ])

  @Test func anAliasMeansItsMeasureWithTheTermsOfItsPartsToo() {
    let measure = Self.catalogue.measure(for: "重要物資の安定供給確保").measure
    #expect(measure.aliases == ["重要物資の安定的な供給の確保"])
    #expect(measure.concepts == ["重要物資", "供給計画", "供給網の強化"])
    #expect(measure.provisions == ["L#6", "L#7", "L#9"])
  }

  @Test func aThingGoesUnderAllItsNamesWithoutTheSharedTerms() {
    let measure = Self.catalogue.measure(for: "抗菌薬").measure
    #expect(measure.aliases == ["抗菌性物質製剤の安定的な供給の確保", "抗菌薬の安定供給確保", "抗菌性物質製剤"])
    #expect(measure.concepts.isEmpty)
    #expect(measure.provisions.isEmpty)
  }

  @Test func theNameOfAMeasureForAThingMeansTheThingUnderAllItsNames() {
    let measure = Self.catalogue.measure(for: "抗菌薬の安定供給確保").measure
    #expect(measure.aliases == ["抗菌性物質製剤の安定的な供給の確保", "抗菌性物質製剤", "抗菌薬"])
    #expect(measure.concepts.isEmpty && measure.provisions.isEmpty)
    #expect(Self.catalogue.measure(for: "重要物資").measure.provisions == ["L#6", "L#7", "L#9"])
  }

  @Test func thoseMeasuresAreFoundThatPassagesMaySpeakOf() {
    var fixture = TraceFixture()
    fixture.heading("計画の認定について")
    fixture.add("抗菌薬の届出を受けた。")
    #expect(
      Self.catalogue.measures(in: fixture.passages) == [
        "抗菌性物質製剤の安定的な供給の確保", "計画の認定",
      ])
    var cited = TraceFixture()
    cited.add("法第7条により定めた。")
    cited.cite("法第7条", LawTarget(lawID: LawID("L"), title: nil, provision: .init(article: "7")))
    #expect(Self.catalogue.measures(in: cited.passages) == ["重要物資の安定的な供給の確保"])
  }

  @Test func wordsThatOnlyOneMeasuresNameHoldsMeanIt() {
    let catalogue = MeasureCatalogue(measures: [
      KnownMeasure(name: "投資の審査", aliases: ["外国法に基づく投資審査"], provisions: ["L#27"]),
      KnownMeasure(name: "計画の認定"),
    ])
    #expect(catalogue.measure(for: "外国法 投資審査").measure.provisions == ["L#27"])
    #expect(catalogue.measure(for: "外国法 認定").measure.provisions.isEmpty)
  }

  @Test func aNameOfTwoMeasuresIsAskedAbout() {
    #expect(Self.catalogue.measure(for: "審査制度").ambiguous == ["甲制度", "乙制度"])
  }

  @Test func anyOtherTermIsAMeasureOfItsOwn() {
    let measure = Self.catalogue.measure(for: "港湾運送").measure
    #expect(measure.name == "港湾運送")
    #expect(measure.aliases.isEmpty && measure.concepts.isEmpty && measure.provisions.isEmpty)
  }

  @Test func parentsAndPartsAreTold() {
    #expect(Self.catalogue.measure(for: "抗菌薬").measure.parents == ["重要物資の安定的な供給の確保"])
    #expect(
      Self.catalogue.measure(for: "重要物資の安定供給確保").measure.parts == [
        "抗菌性物質製剤の安定的な供給の確保", "計画の認定",
      ])
  }

  @Test func aWordInTheNamesOfSeveralMeasuresIsAskedAbout() {
    let catalogue = MeasureCatalogue(measures: [
      KnownMeasure(name: "石油の備蓄"), KnownMeasure(name: "希少金属の備蓄"),
      KnownMeasure(name: "石油の備蓄の放出", parents: ["石油の備蓄"]),
    ])
    #expect(catalogue.measure(for: "備蓄").ambiguous == ["石油の備蓄", "希少金属の備蓄"])
    #expect(catalogue.measure(for: "放出").ambiguous.isEmpty)
  }

  @Test func theNamesOfOtherMeasuresAreKnown() {
    let others = Self.catalogue.measure(for: "甲制度").measure.others
    #expect(others.contains("抗菌薬") && others.contains("乙制度"))
    #expect(!others.contains("甲制度"))
  }
}
