import Citations
import DocumentModel
import Testing

/// The calendar of the last three eras.
let calendar = JapaneseCalendar(
  eras: [("昭和", 1926, 12, 25), ("平成", 1989, 1, 8), ("令和", 2019, 5, 1)].compactMap {
    name, year, month, day in
    CalendarDay(year: year, month: month, day: day).map { .init(name: name, firstDay: $0) }
  })

@Suite struct JapaneseCalendarTests {
  @Test(arguments: [
    ("2024-06-04", "令和6年6月4日"), ("2019-05-01", "令和元年5月1日"), ("2019-04-30", "平成31年4月30日"),
    ("2024-05", "令和6年5月"), ("2024", "令和6年"), ("2019", "2019年"), ("1989-01", "1989年1月"),
    ("FY2022", "令和4年度"), ("2023-09/2024-05", "令和5年9月〜令和6年5月"),
    ("2023-04-14/..", "令和5年4月14日以降"), ("../2030", "令和12年まで"), ("1900-01-01", "1900年1月1日"),
    ("不明", "不明"),
  ])
  func text(edtf: String, expected: String) {
    #expect(calendar.text(EDTF(edtf)) == expected)
  }
}

@Suite struct LawCitationTests {
  private let names = LawCitation.Names(
    title: "外国為替及び外国貿易法", number: "昭和二十四年法律第二百二十八号", short: "外為法")

  @Test func firstMentionGivesNumberAndShortName() {
    let provision = ProvisionPath(article: "25", paragraph: "1", item: "2")
    #expect(
      LawCitation().first(names, provision)
        == "外国為替及び外国貿易法（昭和24年法律第228号。以下「外為法」という。）第25条第1項第2号")
    #expect(LawCitation().later(names, provision) == "外為法第25条第1項第2号")
  }

  @Test(arguments: [
    (ProvisionPath(article: "24_2"), "第24条の2"),
    (ProvisionPath(article: "104_11", paragraph: "1"), "第104条の11第1項"),
    (ProvisionPath(article: "2", item: "3_2", subitem: "イ"), "第2条第3号の2イ"),
    (ProvisionPath(article: "1", isSupplementary: true), "附則第1条"), (ProvisionPath(), ""),
  ])
  func provision(path: ProvisionPath, expected: String) {
    #expect(LawCitation().text(path) == expected)
  }

  @Test(arguments: [
    ("令和四年法律第四十三号", "令和4年法律第43号"), ("昭和二十四年政令第三百七十八号", "昭和24年政令第378号"),
    ("平成十年大蔵省令第二十九号", "平成10年大蔵省令第29号"), ("明治四十三年法律第千二号", "明治43年法律第1002号"),
    ("令和元年三重県条例第一号", "令和元年三重県条例第1号"),
  ])
  func number(kanji: String, arabic: String) {
    #expect(KanjiNumber.arabic(kanji) == arabic)
  }

  @Test(arguments: [
    (
      LawTarget(
        lawID: LawID("504AC0000000043"), title: nil, provision: ProvisionPath(article: "7")),
      "https://laws.e-gov.go.jp/law/504AC0000000043#Mp-At_7"
    ),
    (
      LawTarget(
        lawID: LawID("324AC0000000228"), title: nil,
        provision: ProvisionPath(article: "24_2", paragraph: "1", item: "3")),
      "https://laws.e-gov.go.jp/law/324AC0000000228#Mp-At_24_2-Pr_1-It_3"
    ),
    (LawTarget(lawID: nil, title: "輸出管理改革法", isForeign: true), nil),
  ])
  func address(law: LawTarget, url: String?) {
    #expect(LawAddress.current(law) == url)
  }

  @Test(arguments: [
    ("Mp-At_24_2-Pr_1-It_3-Si1_1", nil, "#Mp-At_24_2-Pr_1-It_3"),
    ("Sp1-At_3", nil, "#509AC0000000099-Sp-At_3"),
    ("Sp4-At_3-Pr_2", "510AC0000000007", "#510AC0000000007-Sp-At_3-Pr_2"),
    ("Sp4-At_3", nil, ""),
    ("Mpat_2-Tr_5", nil, "#Mpat_2"),
  ])
  func addressOfANode(node: String, amendingLaw: String?, anchor: String) {
    let law = LawID("509AC0000000099")
    let amendingLaw = amendingLaw.map { LawID($0) }
    #expect(
      LawAddress.page(of: law, node: node, amendingLaw: amendingLaw)
        == "https://laws.e-gov.go.jp/law/509AC0000000099" + anchor)
    let revision = LawRevisionID(rawValue: "509AC0000000099_20290401_510AC0000000007")
    #expect(
      LawAddress.page(of: law, revision: revision, node: node, amendingLaw: amendingLaw)
        == "https://laws.e-gov.go.jp/law/509AC0000000099/20290401_510AC0000000007" + anchor)
  }
}

@Suite struct CitationFormatterTests {
  private let formatter = CitationFormatter(calendar: calendar)

  private func document(
    title: String?, date: String? = nil, issuer: String? = nil, kind: String? = nil
  ) -> DocumentRecord {
    var metadata = DocumentMetadata()
    metadata.title = title.map { .init($0, .given) }
    metadata.date = date.map { .init($0, .given) }
    metadata.issuer = issuer.map { .init($0, .given) }
    metadata.kind = kind.map { .init($0, .given) }
    return DocumentRecord(
      id: DocumentID("d"), source: "d.txt", sha256: "", mediaType: "text/plain",
      metadata: metadata)
  }

  @Test func forms() {
    #expect(
      formatter.source(document(title: "素材基本指針", date: "2027-04-01", issuer: "内閣", kind: "閣議決定"))
        == "「素材基本指針」（令和9年4月1日閣議決定）")
    #expect(
      formatter.source(
        document(title: "取組方針", date: "2027-04", issuer: "素材会議", kind: "決定"))
        == "「取組方針」（令和9年4月素材会議決定）")
    #expect(
      formatter.source(document(title: "論点", date: "2027-07-01", issuer: "経済省", kind: "資料"))
        == "「論点」（令和9年7月1日・経済省・資料）")
    #expect(
      formatter.source(
        document(title: "中間取りまとめ", date: "2027-06", issuer: "素材審議会供給網小委員会", kind: "中間取りまとめ"))
        == "素材審議会供給網小委員会「中間取りまとめ」（令和9年6月）")
    #expect(
      formatter.source(document(title: "物資の基準", date: "2027-04-01", issuer: "経済省", kind: "告示第45号"))
        == "令和9年経済省告示第45号「物資の基準」")
    #expect(
      formatter.source(document(title: "部素材基金造成費", date: "FY2027", issuer: "経済省", kind: "当初予算"))
        == "令和9年度当初予算（経済省、部素材基金造成費）")
    #expect(formatter.source(document(title: nil)) == "「d.txt」")
    #expect(
      formatter.source(document(title: "「素材」の調査について")) == "「『素材』の調査について」")
    #expect(formatter.source(document(title: "「素材」と「部材」")) == "「『素材』と『部材』」")
  }

  @Test func licences() throws {
    let day = try #require(CalendarDay(year: 2027, month: 8, day: 1))
    var paper = document(title: "動向調査", issuer: "経済省")
    #expect(formatter.licence(paper, used: day) == nil)
    #expect(formatter.altered(paper) == "「動向調査」（経済省）を加工して作成")
    paper.metadata.licence = .init("CC BY 4.0", .given)
    paper.metadata.url = .init("https://example.go.jp/a", .given)
    #expect(
      formatter.licence(paper, used: day)
        == "出典：「動向調査」（経済省）（https://example.go.jp/a）、CC BY 4.0（令和9年8月1日に利用）")
  }
}
