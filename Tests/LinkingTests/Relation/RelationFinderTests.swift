import DocumentModel
import Linking
import Registry
import TestSupport
import Testing

/// A document as Markdown-like lines: `# ` headings make sections, the rest paragraphs under them.
@Suite struct RelationFinderTests {
  /// Builds sections from `#` marks, links everything and returns the relations by passage text.
  private func relations(
    _ lines: [String], date: String? = nil, issuer: String? = nil
  ) -> [String: PassageRelations] {
    let document = outline(lines, date: date, issuer: issuer)
    let links = DocumentLinker(registry: checkoutRegistry)
      .link(document, source: document.citable.utf8).value
    let relations = RelationFinder(registry: checkoutRegistry)
      .relations(in: document, links: links)
    return Dictionary(
      document.passages.map { ($0.text, relations[$0.id] ?? PassageRelations()) },
      uniquingKeysWith: { first, _ in first })
  }

  private func told(_ relations: [Relation]) -> [String] {
    relations.map { relation in
      let value =
        switch relation.target {
        case .law(let law): law.lawID?.rawValue ?? "?"
        case .date(let date): date.value.rawValue
        case .ministry(let unit), .org(let unit): unit.value
        case .document(let title): title
        }
      return "\(relation.origin.rawValue):\(value)"
    }
  }

  @Test func ownMentionsComeFirstAndStopTheHeadings() {
    let found = relations(["# 財務省の審査", "経済産業省と連携する。", "届出を受ける。"])
    #expect(told(found["経済産業省と連携する。"]?.ministries ?? []) == ["passage:経済産業省"])
    #expect(told(found["届出を受ける。"]?.ministries ?? []) == ["document:財務省"])
  }

  @Test func theNearestHeadingThatNamesOneIsInherited() {
    let found = relations([
      "# 表題", "## 外為法の運用（2022年5月）", "### 経済産業省", "許可を求める。", "### 手続", "申請する。",
    ])
    let first = found["許可を求める。"]
    #expect(told(first?.ministries ?? []) == ["heading:経済産業省"])
    #expect(told(first?.laws ?? []) == ["section:324AC0000000228"])
    #expect(told(first?.dates ?? []) == ["section:2022-05"])
    #expect(told(found["申請する。"]?.dates ?? []) == ["section:2022-05"])
  }

  /// Below a heading that lists dozens of provisions, none is each passage's own, nor one above it.
  @Test func aHeadingThatNamesTooManyLendsNone() {
    let heading = { (count: Int) in
      "## " + (1...count).map { "外為法第\($0)条" }.joined(separator: "、")
    }
    for (count, expected) in [(50, 50), (51, 0)] {
      let found = relations(["# 商法の解説", heading(count), "届出を受ける。"])
      #expect(found["届出を受ける。"]?.laws.count == expected)
    }
  }

  @Test func theDocumentGivesItsDateAndIssuerLast() {
    let found = relations(["# 資料", "物資を指定した。"], date: "2024-06-04", issuer: "経済産業省")
    #expect(told(found["物資を指定した。"]?.ministries ?? []) == ["document:経済産業省"])
    #expect(told(found["物資を指定した。"]?.dates ?? []) == ["document:2024-06-04"])
  }

  @Test func anIssuingUnitAfterItsMinistryGivesBoth() {
    let found = relations(["# 資料", "物資を指定した。"], issuer: "経済産業省 貿易管理部")
    #expect(
      told(found["物資を指定した。"]?.ministries ?? [])
        == ["document:経済産業省", "document:経済産業省貿易管理部"])
  }

  @Test func aHeadingsTermLendsItsProvisionAsAConcept() {
    let found = relations(["# 資料", "## 特定重要物資の指定", "要件を定める。"])
    #expect(told(found["要件を定める。"]?.laws ?? []) == ["concept:504AC0000000043"])
    #expect(found["要件を定める。"]?.laws.first?.basis == .concept)
  }

  @Test(arguments: [
    ("外為法第25条から第28条まで", ["25", "28", "26", "27"]),
    ("外為法第55条の3～第55条の6", ["55_3", "55_6", "55_4", "55_5"]),
    ("外為法第55条から第55条の3まで", ["55", "55_3", "55_2"]),
    ("外為法第25条及び第28条", ["25", "28"]),
    ("外為法第25条第1項から第3項まで", ["25-1", "25-3", "25-2"]),
  ])
  func whatLiesInARangeIsRelatedToo(text: String, provisions: [String]) {
    let found = relations(["# 資料", text])[text]?.laws ?? []
    let told = found.compactMap { relation -> String? in
      guard case .law(let law) = relation.target else { return nil }
      return [law.provision.article, law.provision.paragraph].compactMap { $0 }
        .joined(separator: "-")
    }
    #expect(told == provisions)
  }

  @Test(arguments: [
    ("供給確保計画を作る。", []), ("みなし輸出の許可を求める。", ["concept:経済産業省"]),
    ("外為法第26条の定め。", ["concept:財務省", "concept:経済産業省"]),
    ("外為法第48条の許可。", ["concept:経済産業省"]), ("保全指定を解く。", ["concept:内閣府"]),
  ])
  func aMinistryByConceptIsWhomTheProvisionNames(text: String, ministries: [String]) {
    let found = relations(["# 資料", text])[text]?.ministries ?? []
    #expect(told(found) == ministries)
  }

  @Test(arguments: [
    ("米国の対内直接投資審査", []), ("諸外国における特許出願の非公開", []), ("対内直接投資の審査", ["concept:324AC0000000228"]),
  ])
  func anotherStatesTermLendsNoProvision(title: String, laws: [String]) {
    let found = relations(["# 資料", "## \(title)", "要件を定める。"])["要件を定める。"]?.laws ?? []
    #expect(told(found) == laws)
  }

  @Test func evidenceIsTheWords() {
    let found = relations(["# 資料", "特許庁が審査する。"])
    #expect(found["特許庁が審査する。"]?.ministries.first?.evidence == "特許庁")
  }
}
