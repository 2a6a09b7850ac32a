import DocumentModel
import Linking
import TestSupport
import Testing

/// Names, numbers and identifiers of laws, and what looks like one and is none.
@Suite struct LawNameTests {
  @Test(arguments: [
    ("外為法を改める。", ["外為法=324AC0000000228"]),
    ("外為法、", ["外為法=324AC0000000228"]),
    ("外為法及び", ["外為法=324AC0000000228"]),
    ("外国為替及び外国貿易法を改める。", ["外国為替及び外国貿易法=324AC0000000228"]),
    ("特許法施行令を改める。", ["特許法施行令=335CO0000000016"]),
    ("推進法施行令を改める。", ["推進法施行令=504CO0000000394"]),
    ("旧外為法の下で", ["外為法=324AC0000000228"]),
    ("「外為法」の読み方", ["外為法=324AC0000000228"]),
    ("『特許法』を読む。", ["特許法=334AC0000000121"]),
    ("外為法等の改正", ["外為法=324AC0000000228"]),
    ("外為法・特許法", ["外為法=324AC0000000228", "特許法=334AC0000000121"]),
    ("外為法1上の義務", ["外為法=324AC0000000228"]),
    ("我が国の特許法", ["特許法=334AC0000000121"]),
    ("一方推進法は", ["推進法=504AC0000000043"]),
    ("経済安全 保障推進法", ["経済安全 保障推進法=504AC0000000043"]),
    ("個人情報保護法施行規則", ["個人情報保護法施行規則=428M60020000003"]),
    ("特許法施行規則", ["特許法施行規則=unknown"]),
    ("平成5年法律第47号", ["平成5年法律第47号=405AC0000000047"]),
    ("平成五年法律第四七号", ["平成五年法律第四七号=405AC0000000047"]),
    ("令和４年政令第３９４号", ["令和４年政令第３９４号=504CO0000000394"]),
    ("平成28年個人情報保護委員会規則第3号", ["平成28年個人情報保護委員会規則第3号=428M60020000003"]),
    ("令4法43", ["令4法43=504AC0000000043"]),
    ("令4政394", ["令4政394=504CO0000000394"]),
    ("令和元年法律第999号", ["令和元年法律第999号=unknown"]),
    (
      "外為法（昭和24年法律第228号）と特許法（昭和34年法律第121号）",
      ["外為法（昭和24年法律第228号）=324AC0000000228", "特許法（昭和34年法律第121号）=334AC0000000121"]
    ),
    (
      "http://elaws.e-gov.go.jp/search/elawsSearch/law?law_id=334AC0000000121&x=1",
      [
        "http://elaws.e-gov.go.jp/search/elawsSearch/law?law_id=334AC0000000121&x=1=334AC0000000121"
      ]
    ),
    (
      "https://laws.e-gov.go.jp/law/324AC0000000228#Mp-At_55_10-Pr_1-It_2",
      [
        "https://laws.e-gov.go.jp/law/324AC0000000228#Mp-At_55_10-Pr_1-It_2=324AC0000000228#55_10-1-2"
      ]
    ),
    ("改正外為法の狙い", ["外為法=324AC0000000228"]),
    ("推進法と特許法", ["推進法=504AC0000000043", "特許法=334AC0000000121"]),
    ("外為法違反の疑い", ["外為法=324AC0000000228"]),
    ("外為法上の義務", ["外為法=324AC0000000228"]),
    ("不競法案を出す。", ["不競法案=405AC0000000047"]),
    ("昭和24年法律第228号により", ["昭和24年法律第228号=324AC0000000228"]),
    ("昭和二十四年法律第二百二十八号により", ["昭和二十四年法律第二百二十八号=324AC0000000228"]),
    ("平成 15 年法律第 57 号により", ["平成 15 年法律第 57 号=415AC0000000057"]),
    ("昭２４法２２８により", ["昭２４法２２８=324AC0000000228"]),
    (
      "外国為替及び外国貿易法（昭和24年法律第228号）により",
      ["外国為替及び外国貿易法（昭和24年法律第228号）=324AC0000000228"]
    ),
    ("504AC0000000043を見る。", ["504AC0000000043=504AC0000000043"]),
    (
      "https://laws.e-gov.go.jp/law/504AC0000000043#Mp-At_7-Pr_2を見る。",
      ["https://laws.e-gov.go.jp/law/504AC0000000043#Mp-At_7-Pr_2=504AC0000000043#7-2"]
    ),
    (
      "https://elaws.e-gov.go.jp/document?lawid=324AC0000000228 参照",
      ["https://elaws.e-gov.go.jp/document?lawid=324AC0000000228=324AC0000000228"]
    ),
    (
      "「外国為替及び外国貿易法」（昭和24年法律第228号）により",
      ["外国為替及び外国貿易法」（昭和24年法律第228号）=324AC0000000228"]
    ),
    (
      "2018年の深海気候適応法（平成30年法律第950号）の制定",
      ["深海気候適応法（平成30年法律第950号）=unknown"]
    ),
    (
      "2018年には港湾の保全等に関する法律（平成30年法律第951号）がある。",
      ["港湾の保全等に関する法律（平成30年法律第951号）=unknown"]
    ),
    (
      "海上運搬の円滑化に関する法律（令和3年法律第999号）を公布",
      ["海上運搬の円滑化に関する法律（令和3年法律第999号）=unknown"]
    ),
  ])
  func named(text: String, links: [String]) {
    #expect(Sample.links(text, .law) == links)
  }

  @Test(arguments: [
    "法律を作る。", "法令を守る。", "法人税の話", "法的な措置", "法案を出す。", "司法の場", "民法人", "同法制の下",
    "法務省の所管", "法整備を進める。", "法執行の強化", "令和の時代", "規則的な動き", "省令改正を進める。", "政令市の財政",
    "特許法廷の設置", "電気推進法を試す。", "X推進法を試す。", "中小強化法を読む。", "平成15年の法律", "昭和24年8月法律の日",
    "第228号の通知", "5G推進法人", "クリーンルーム法で作る。", "予測法に基づく計算", "ろ過法の選定", "法制度を整える。", "立法の作業", "特許法制を論じる。",
    "外為法令の遵守",
    "国内法人の定義", "分析の手法", "方法を示す。", "3年の期間", "第3号に続く。", "第2回の会合",
    "レーザー濃縮法で分ける。", "「質量分析法」を用いる。", "国際法に沿う。", "法の支配", "法に基づく秩序",
    "GX推進法を読む。", "食育推進法を読む。", "政令で定める。", "令和5年の規則", "協定第3条に従う。",
    "モデル契約書第5条", "第3号機の運転", "10条約の比較", "既存の業法", "各種の法執行機関",
    "米国の規則が変わる。", "EU域内の規則", "https://example.com/504AC0000000043x", "平成15年個人情報保護委員会告示第6号",
  ])
  func falseFriend(text: String) {
    #expect(Sample.links(text, .law) == [])
  }

  @Test(arguments: [
    ("中国の輸出管理法と輸出貿易管理令", ["輸出管理法=foreign", "輸出貿易管理令=324CO0000000378"]),
    ("中国の輸出管理法及び特許法を読む。", ["輸出管理法=foreign"]),
    ("中国の輸出管理法（新法）、個人情報保護法", ["輸出管理法=foreign"]),
    ("GDPR及び個人情報保護法", ["GDPR=foreign", "個人情報保護法=415AC0000000057"]),
    (
      "中国の輸出管理法及び我が国の特許法",
      ["輸出管理法=foreign", "特許法=334AC0000000121"]
    ),
    ("米国のインフレ削減法（IRA）", ["インフレ削減法=foreign", "IRA=foreign"]),
    ("中国の特許法を読む。", ["特許法=foreign"]),
    ("GDPR第45条に基づく。", ["GDPR第45条=foreign#45"]),
    ("欧州クリーン産業法が成立した。", ["欧州クリーン産業法=foreign"]),
    ("韓国は「供給網国家安定基本法」を定めた。", ["供給網国家安定基本法=foreign"]),
    ("欧州議会が強化法案を可決した。", ["強化法案=foreign"]),
    ("欧州議会は、個人情報保護法を論じた。", ["個人情報保護法=foreign"]),
    // Not what stands at the other end of a table without a full stop.
    (
      "欧州議会、" + String(repeating: "部品を数え、", count: 90) + "個人情報保護法",
      ["個人情報保護法=415AC0000000057"]
    ),
    ("EU改正規則が5月に公布された。", ["EU改正規則=foreign"]),
    (
      "深海の保全に関する欧州議会及び欧州理事会規則（一般データ保護規則）",
      ["深海の保全に関する欧州議会及び欧州理事会規則=foreign", "一般データ保護規則=foreign"]
    ),
    ("「海中資源安全特別措置法」を定めた。", ["海中資源安全特別措置法=unknown"]),
  ])
  func foreignOrUnknown(text: String, links: [String]) {
    #expect(Sample.links(text, .law) == links)
  }

  @Test func sharedNameIsReportedAndNotLinked() {
    let text = "強化法の運用"
    let staged = DocumentLinker(registry: Sample.registry)
      .link(Sample.document(text), source: Array(text.utf8))
    #expect(staged.value.isEmpty)
    #expect(staged.diagnostics.map(\.identifier) == ["law.ambiguous-name"])
    #expect(
      staged.diagnostics.first?.arguments["candidates"] == "412AC0000000044, 425AC0000000098")
  }

  @Test func sharedNameMeansTheLawNamedBefore() {
    #expect(
      Sample.links("産業競争力強化法を改める。\n強化法の運用", .law) == [
        "産業競争力強化法=425AC0000000098", "強化法=425AC0000000098",
      ])
  }

  @Test(arguments: [
    ("重要経済安保情報の保護。適性評価を行う。", ["506AC0000000027#3", "506AC0000000027#12-1"]),
    ("特定秘密保護法に基づく適性評価", ["425AC0000000108#12"]),
    ("特定秘密の話。重要経済安保情報の適性評価", ["425AC0000000108#3", "506AC0000000027#3", "506AC0000000027#12-1"]),
    ("適性評価を行う。", []),
    ("特定社会基盤役務の提供", ["504AC0000000043#50-1"]),
  ])
  func aTermOfTwoLawsIsTheOneThatTheTextNames(text: String, expected: [String]) {
    let document = document(text)
    let found = DocumentLinker(registry: checkoutRegistry)
      .link(document, source: document.citable.utf8)
    #expect(
      found.value.filter { $0.basis == .concept }.map { Sample.describe($0.target) } == expected)
    #expect(found.diagnostics.isEmpty == !expected.isEmpty)
  }

  @Test func definedTermsAreLinkedApartFromCitations() {
    let text = "特定重要物資の指定。特定重要物資を外為法で扱う。"
    let links = DocumentLinker(registry: Sample.registry)
      .link(Sample.document(text), source: Array(text.utf8)).value
    #expect(links.map(\.basis.rawValue) == ["concept", "concept", "explicit"])
    #expect(
      links.map { Sample.describe($0.target) } == [
        "504AC0000000043#7", "504AC0000000043#7", "324AC0000000228",
      ])
  }

  @Test(arguments: [
    ("不正競争防止法が禁じる。", ["explicit"]), ("不正競争を禁じる。", ["concept"]),
  ])
  func aTermInsideALawsNameIsNone(text: String, bases: [String]) throws {
    let registry = try TestRegistry.real()
    let links = DocumentLinker(registry: registry)
      .link(Sample.document(text), source: Array(text.utf8)).value
    #expect(links.map(\.basis.rawValue) == bases)
  }
}
