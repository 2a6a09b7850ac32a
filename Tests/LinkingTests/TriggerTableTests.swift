import DocumentModel
import Foundation
import Linking
import Registry
import TestSupport
import Testing

/// The table of triggers may send a scanner where nothing is, but must never leave a place out.
@Suite struct TriggerTableTests {
  private static let finders: [any MentionFinder] = [
    LawLinker(registry: checkoutRegistry), PolicyDocumentLinker(registry: checkoutRegistry),
    MinistryLinker(registry: checkoutRegistry), OrganizationLinker(registry: checkoutRegistry),
    DateLinker(registry: checkoutRegistry), LawConceptLinker(registry: checkoutRegistry),
  ]

  private static let table: TriggerTable = {
    var table = TriggerTable()
    for finder in finders { finder.addTriggers(to: &table) }
    return table
  }()

  /// One line at least for every scanner and every form it starts with.
  private static let lines = """
    外国爲替及び外国貿易法（昭和24年法律第228号。以下「外為法」という。）第二十五条第1項、前項及び次項を見る。
    同法施行令第3条、別表第二、附則第二条、前二項、この法律、本条、504AC0000000043、令4法43。
    https://laws.e-gov.go.jp/law/504AC0000000043#Mp-At_7 と http://example.jp/2024年5月 を読む。
    中国の輸出管理法、「半導体特別措置法」、欧州議会及び欧州理事会規則、…に関する条例（令和5年条例第1号）。
    骨太の方針2023、「海洋技術国家戦略」、第6期科学技術・イノベーション基本計画（2021年3月閣議決定）。
    経済産業省、経産大臣、【内、文科等】、（厚労・経産）、経産・文科が所管し、内閣総理大臣が指定する。
    産業構造審議会、宇宙の産業振興に関する有識者会議、JETRO、科学技術振興機構が支援する。
    令和６年、平成三十年度、R5補正、'23年10月、昨年11月、同日、FY2023、〜1月19日、2024/4/1、二〇二四年。
    特定重要物資、特定社会基盤役務、保全指定、みなし輸出を扱う。
    """

  private func expectSame(_ document: StructuredDocument) -> Int {
    var count = 0
    for finder in Self.finders {
      let everywhere = finder.mentions(in: LinkingContext(document)).value
      let triggered = finder.mentions(in: LinkingContext(document, table: Self.table)).value
      #expect(everywhere == triggered)
      count += everywhere.isEmpty ? 0 : 1
    }
    return count
  }

  @Test func everyScannerFindsTheSame() {
    #expect(expectSame(document(Self.lines)) == Self.finders.count)
  }

  @Test(.enabled(if: Places.shared != nil), arguments: Places.seeds)
  func everyScannerFindsTheSameInPolicyTexts(seed: URL) throws {
    #expect(expectSame(document(try String(contentsOf: seed, encoding: .utf8))) > 3)
  }
}
