import DocumentModel
import Linking
import Testing

/// One case a line: the text, then what must be found as `surface=value`.
@Suite struct OrganizationLinkerTests {
  private static let linker = OrganizationLinker(registry: checkoutRegistry)

  private func found(_ text: String) -> String {
    let document = document(text)
    let mentions = Self.linker.mentions(in: LinkingContext(document)).value
    return MentionList(mentions, in: document).values
  }

  @Test(arguments: [
    ("科学技術振興機構（JST）に基金", "科学技術振興機構=科学技術振興機構 JST=科学技術振興機構"),
    ("ＮＥＤＯの公募", "ＮＥＤＯ=新エネルギー・産業技術総合開発機構"),
    ("独立行政法人情報処理推進機構", "独立行政法人情報処理推進機構=情報処理推進機構"),
    ("産総研つくばセンター", "産総研=産業技術総合研究所"),
    ("JETROと連携", "JETRO=日本貿易振興機構"),
    ("国立研究開発法人理化学研究所", "国立研究開発法人理化学研究所=理化学研究所"),
    ("産構審の議論", "産構審=産業構造審議会"),
    ("産構審・安全保障貿易管理小委員会", "産構審・安全保障貿易管理小委員会=産業構造審議会通商・貿易分科会安全保障貿易管理小委員会"),
    ("統合イノベーション戦略推進会議で決定", "統合イノベーション戦略推進会議=統合イノベーション戦略推進会議"),
    ("デジタル行財政改革会議（令和", "デジタル行財政改革会議=デジタル行財政改革会議"),
    ("情報通信審議会 情報通信技術分科会", "情報通信審議会 情報通信技術分科会=情報通信審議会情報通信技術分科会"),
    ("港湾の保安に関する有識者会議を開催", "港湾の保安に関する有識者会議=港湾の保安に関する有識者会議"),
    ("次に、重要電源の確保に係る関係府省庁連絡会議の", "重要電源の確保に係る関係府省庁連絡会議=重要電源の確保に係る関係府省庁連絡会議"),
    ("産業構造審議会・安全保障貿易管理小委員会", "産業構造審議会・安全保障貿易管理小委員会=産業構造審議会通商・貿易分科会安全保障貿易管理小委員会"),
    ("4月27日統合イノベーション戦略推進会議", "統合イノベーション戦略推進会議=統合イノベーション戦略推進会議"),
    ("3月3日離島航路安定化推進会議", "離島航路安定化推進会議=離島航路安定化推進会議"),
    ("令和５年５月の花粉に関する関係閣僚会議", "花粉に関する関係閣僚会議=花粉に関する関係閣僚会議"),
    ("日本銀行の統計", "日本銀行=日本銀行"),
    ("（株）日本政策投資銀行", "日本政策投資銀行=日本政策投資銀行"),
    ("JOGMECの出資", "JOGMEC=エネルギー・金属鉱物資源機構"),
    ("総合科学技術・イノベーション会議（CSTI）", "総合科学技術・イノベーション会議=総合科学技術・イノベーション会議 CSTI=総合科学技術・イノベーション会議"),
    ("離島航路安定化推進会議は", "離島航路安定化推進会議=離島航路安定化推進会議"),
    ("安全保障貿易管理小委の議論", "安全保障貿易管理小委=産業構造審議会通商・貿易分科会安全保障貿易管理小委員会"),
  ])
  func names(text: String, expected: String) { #expect(found(text) == expected) }

  @Test(arguments: [
    "有識者会議において", "委員会を開く", "関係府省連絡会議", "推進会議の下で", "会議を開催", "協議会を設置", "審議会の意見",
    "欧州委員会", "国連安全保障理事会", "米国AIセーフティ・インスティテュート", "日米首脳会議", "国際会議", "G7貿易大臣会合",
    "心理研究", "管理研修", "検討会", "研究会の開催", "本部長", "会議室", "JSTAR", "NEDOC", "対策本部", "専門家会議",
    "サプライチェーン安定化委員会", "経団連の提言", "「新たな成長」に関する検討会", "各国の審議会", "US AISI",
  ])
  func none(text: String) { #expect(found(text) == "") }

  @Test func aSubBodyNamesItsParent() throws {
    let mentions = Self.linker.mentions(in: LinkingContext(document("情報通信審議会電波利用部会"))).value
    guard case .org(let target) = try #require(mentions.first).target else { return }
    #expect(target.parent == "情報通信審議会")
  }
}
