import DocumentModel
import Linking
import Testing

/// One case a line: the text, then what must be found as `surface=value`.
@Suite struct MinistryLinkerTests {
  private static let linker = MinistryLinker(registry: checkoutRegistry)

  private func found(_ text: String) -> String {
    let document = document(text)
    let mentions = Self.linker.mentions(in: LinkingContext(document)).value
    return MentionList(mentions, in: document).values
  }

  @Test(arguments: [
    ("経済産業省が告示する", "経済産業省=経済産業省"),
    ("経産省と厚労省", "経産省=経済産業省 厚労省=厚生労働省"),
    ("ＮＳＳの下で", "ＮＳＳ=国家安全保障局"),
    ("NISCの統一基準", "NISC=内閣サイバーセキュリティセンター"),
    ("特許庁の審査", "特許庁=特許庁"),
    ("内閣府の審査部門", "内閣府=内閣府"),
    ("経済産業大臣の許可", "経済産業大臣=経済産業省"),
    ("財務大臣及び事業所管大臣", "財務大臣=財務省"),
    ("経済産業副大臣が出席", "経済産業副大臣=経済産業省"),
    ("財務局も活用", "財務局=財務局"),
    ("経済産業省貿易管理部", "経済産業省貿易管理部=経済産業省貿易管理部"),
    ("通商産業省の時代", "通商産業省=通商産業省"),
    ("経済 産業省", "経済 産業省=経済産業省"),
    ("防衛省・デジタル庁", "防衛省=防衛省 デジタル庁=デジタル庁"),
    ("経産省所管の基金", "経産省=経済産業省"),
    ("国家安全保障局（NSS）", "国家安全保障局=国家安全保障局 NSS=国家安全保障局"),
    ("METIの公募", "METI=経済産業省"),
    ("公正取引委員会委員長", "公正取引委員会委員長=公正取引委員会"),
    ("経済産業省 貿易管理部", "経済産業省=経済産業省 貿易管理部=経済産業省貿易管理部"),
    ("内閣官房（国家安全保障局）", "内閣官房=内閣官房 国家安全保障局=国家安全保障局"),
    ("資源エネルギー庁", "資源エネルギー庁=資源エネルギー庁"),
    ("公取委の審査", "公取委=公正取引委員会"),
    ("警察庁と公安調査庁", "警察庁=警察庁 公安調査庁=公安調査庁"),
    ("厚生労働大臣及び農林水産大臣", "厚生労働大臣=厚生労働省 農林水産大臣=農林水産省"),
    ("国土交通省港湾局", "国土交通省港湾局=国土交通省港湾局"),
    ("単独財務省が", "財務省=財務省"),
    ("内閣総理大臣は、保全審査を行う", "内閣総理大臣=内閣府"),
    ("主務大臣に内閣総理大臣を加える", "内閣総理大臣=内閣府"),
    ("消防庁長官の通知", "消防庁長官=消防庁"),
    ("中国経済産業局と関東財務局", "中国経済産業局=中国経済産業局 関東財務局=関東財務局"),
    ("横浜税関の検査", "横浜税関=横浜税関"),
    ("東京国税局、渋谷の税務署", "東京国税局=東京国税局 税務署=税務署"),
    ("九州地方整備局", "九州地方整備局=九州地方整備局"),
    ("外 務 省 の資料", "外 務 省=外務省"),
    ("経 済 産 業 省", "経 済 産 業 省=経済産業省"),
    ("外務・防衛両省", "外務=外務省 防衛=防衛省"),
    ("経済産業省が定め、同省が公表する", "経済産業省=経済産業省 同省=経済産業省"),
    ("経済産業省製造産業局。同省と同局", "経済産業省製造産業局=経済産業省製造産業局 同省=経済産業省 同局=経済産業省製造産業局"),
    ("特許庁の審査。同庁長官の通知", "特許庁=特許庁 同庁=特許庁"),
    ("経済産業大臣の認定。同大臣の告示", "経済産業大臣=経済産業省 同大臣=経済産業省"),
    ("外務省が決めた。\n同省の発表", "外務省=外務省 同省=外務省"),
    ("外務省と財務省の協議。同省の発表", "外務省=外務省 財務省=財務省"),
    // Of a list without end, its last hundred names count.
    (
      "外務省、" + String(repeating: "財務省、", count: 100) + "同省の発表",
      "外務省=外務省" + String(repeating: " 財務省=財務省", count: 100) + " 同省=財務省"
    ),
    ("外務省と財務省の協議。財務省は決めた。同省の発表", "外務省=外務省 財務省=財務省 財務省=財務省 同省=財務省"),
    ("公正取引委員会の調査。同委員会の報告", "公正取引委員会=公正取引委員会 同委員会=公正取引委員会"),
    ("財務省の話。同庁の発表、同省令、同省エネ施策", "財務省=財務省"),
  ])
  func names(text: String, expected: String) { #expect(found(text) == expected) }

  @Test(arguments: [
    ("半導体（経産）", "経産=経済産業省"), ("抗菌薬(厚労)", "厚労=厚生労働省"),
    ("肥料（農水）・船舶（国交）", "農水=農林水産省 国交=国土交通省"),
    ("様式を公表【内、文科等】", "内=内閣府 文科=文部科学省"),
    ("指針を改定【内、関係省庁】", "内=内閣府"),
    ("【内・文・経】", "内=内閣府 文=文部科学省 経=経済産業省"),
    ("【防衛、経産】", "防衛=防衛省 経産=経済産業省"),
    ("【経産／国交】", "経産=経済産業省 国交=国土交通省"),
    ("（総務・経産共管）", "総務=総務省 経産=経済産業省"),
    ("経産・文科が連携", "経産=経済産業省 文科=文部科学省"),
    ("【経産省、環境】", "経産省=経済産業省 環境=環境省"),
    ("【外務、文科ほか】", "外務=外務省 文科=文部科学省"),
  ])
  func brackets(text: String, expected: String) { #expect(found(text) == expected) }

  @Test(arguments: [
    "政府が決定する", "関係省庁と連携", "主務大臣の認定", "事業所管大臣が", "各府省庁", "物資所管大臣",
    "米国財務省の発表", "米財務省", "韓国特許庁の審査", "中国の外務省", "欧州特許庁", "英国環境省",
    "経済産業省令で定める", "内閣府令", "財務省令第10号", "環境省告示第5号", "G7デジタル大臣会合", "日中外相会談",
    "財務大臣・中央銀行総裁会議", "国（地方を含む）", "基幹インフラ（金融）", "分野（環境、金融）", "会議（法）",
    "12月6日（金）", "説明（文）", "国内調査", "社内調整", "海外相談窓口", "環境相互認証", "沿海保全", "総務課長",
    "財務諸表", "法務部門", "環境負荷", "外務員", "防衛産業", "警察力", "消費者", "特許法", "文化財", "国際（内）",
    "経産が", "経済産業", "省エネ", "反省", "農業", "（国）", "（府）", "（内）",
  ])
  func none(text: String) { #expect(found(text) == "") }

  @Test func aPronounForOneOfTwoIsToldWithItsCandidates() {
    let found = Self.linker.mentions(
      in: LinkingContext(document("外務省と財務省の協議。同省の発表")))
    #expect(found.diagnostics.map(\.identifier) == ["ministry.ambiguous-name"])
    #expect(found.diagnostics.first?.arguments["candidates"] == "外務省, 財務省")
  }

  @Test(arguments: [
    ("2013-06-01", "内閣情報セキュリティセンター"), ("2020-06-01", "内閣サイバーセキュリティセンター"),
  ])
  func anAbbreviationMeansTheUnitOfTheDay(day: String, unit: String) throws {
    let document = document("NISCの基準", date: day)
    let found = try #require(Self.linker.mentions(in: LinkingContext(document)).value.first)
    guard case .ministry(let target) = found.target else { return }
    #expect(target.value == unit)
    #expect(target.successor == "国家サイバー統括室")
  }

  @Test func aUnitHasItsParentAndSuccessor() throws {
    let mentions = Self.linker.mentions(in: LinkingContext(document("NISCの基準"))).value
    guard case .ministry(let target) = try #require(mentions.first).target else { return }
    #expect(target.parent == "内閣官房")
    #expect(target.successor == "国家サイバー統括室")
  }
}
