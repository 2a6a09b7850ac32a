import DocumentModel
import Testing

@testable import Structure

@Suite struct HeadingTests {
  @Test func markdownRanksBecomeLevels() {
    let text = "# 供給網の強化\n\n## 背景\n\n本文である。\n\n### 経緯\n\n本文である。\n"
    #expect(Structured(text).outline == ["1 供給網の強化", "2 背景", "3 経緯"])
  }

  @Test func severalTopHeadingsAreSlidesAndTheFirstIsTheTitle() {
    let text = "# 講義の題\n\n# 背景\n\n## 国際情勢\n\n- 変化\n\n# 課題\n\n- 人材\n"
    #expect(Structured(text).outline == ["1 講義の題", "2 背景", "3 国際情勢", "2 課題"])
  }

  @Test func numbersNestByTheirForm() {
    let text = """
      **供給網に関する提言**

      **2023年4月**

      1. はじめに

      - 検討の経過を示す。

      2. 課題と対応

      （1）人材の確保

      - 育成を急ぐ。

      ①教育課程の拡充

      - 大学と進める。

      （2）資金の確保

      - 基金を設ける。
      """
    #expect(
      Structured(text).outline == [
        "1 供給網に関する提言", "2 1. はじめに", "2 2. 課題と対応", "3 （1）人材の確保", "4 ①教育課程の拡充",
        "3 （2）資金の確保",
      ])
  }

  @Test func aLabelBehindItsContentTitlesIt() {
    let text = """
       Ⅰ. 備蓄をめぐる国際情勢

       各国は備蓄の量を増やしており、我が国もこれに応じて計画を見直す必要があるのではないか。

      • 港の備蓄は量を倍に増やし、
      毎年の点検を続ける。

      • 空港の備蓄は三年をかけて増やし、結果を公表することとし、
      そのための予算は別に定めるところにより確保することとする。

      • 倉庫の新設に当たっては、近隣の港との分担を考えることとし、
      関係者の間で協議の場を設けて進めることとする。

      12

      備蓄の
      具体的内容



      【参考】 点検の在り方について

      点検は毎年行い、その結果は翌年度の計画に反映させることとする。

      13
      """
    let document = Structured(text).document
    let section = document.sections.first { $0.title == "備蓄の具体的内容" }
    let blocks = document.blocks.filter { $0.section == section?.id && $0.kind != .furniture }
    #expect(
      blocks.map { document.citable.string($0.span).prefix(6) } == ["備蓄の具体的", "• 空港の備", "• 倉庫の新"])
  }

  @Test func aListOfNumbersIsNoRowOfHeadings() {
    let text = """
      - 項目
      - 項目
      - 項目

      【対象の分野】

      （1）電池の製造に関する技術

      （2）船舶の設計に関する技術

      （3）鉱物の精錬に関する技術
      """
    #expect(Structured(text).outline == ["3 【対象の分野】"])
  }

  @Test(arguments: [
    ("■ 海上輸送の確保\n\n・船員の育成を進める。\n", ["3 ■ 海上輸送の確保"]),
    ("◆ 支援の強化\n◆ 審査の強化\n◆ 人材の育成\n", []),
    ("➢ 認定に当たっては、次の点に留意する。\n", []),
    ("＜調査の内容＞\n・国内の強み\n・海外の動き\n", ["3 ＜調査の内容＞"]),
  ])
  func bulletsAndBrackets(text: String, outline: [String]) {
    #expect(Structured(text).outline == outline)
  }

  @Test func aSlideTitleBehindItsContentIsReadFirst() {
    let text = """
      ⚫ 基金は、事業者の設備投資を複数年度にわたって支えるために設けられたものである。

      申請 審査 認定

      基金による支援の概要
       ⚫ 点検は毎年度行い、その結果を翌年度の計画に反映させるものとする。

      点検の結果 見直し 公表

      基金の点検について
      """
    let structured = Structured(text)
    #expect(structured.outline == ["2 基金による支援の概要", "2 基金の点検について"])
    #expect(structured.document.blocks.first?.location.line == 5)
    #expect(structured.document.sections.last.map { $0.location.line } == 10)
    #expect(structured.document.sections.last?.location.hull.lowerBound.utf8 ?? 0 < text.utf8.count)
  }

  @Test func aTitleOverLinesIsOneHeading() {
    let text = "**半導体の供給に関する\n検討会の報告\n～十年の歩み～\n概要**\n\n**令和5年3月**\n\n- 本文である。\n"
    let title = Structured(text).document.sections.first
    #expect(title?.title == "半導体の供給に関する検討会の報告 ～十年の歩み～ 概要")
    #expect(title?.rawTitle == "半導体の供給に関する\n検討会の報告\n～十年の歩み～\n概要")
    #expect(title?.level == 1 && title?.location.lineEnd == 8)
  }

  @Test func aTextWithoutTitleHasAMadeUpRoot() {
    let root = Structured("本文だけの文である。\n").document.sections.first
    #expect(root?.isSynthetic == true && root?.level == 1 && root?.titleSpan == nil)
  }

  @Test func aSkippedNumberIsTold() {
    let structured = Structured("# 題\n\n## 1. 甲\n\n文。\n\n## 3. 乙\n\n文。\n")
    #expect(structured.diagnostics.map(\.identifier) == ["structure.numbering-gap"])
    #expect(structured.diagnostics.first?.arguments["before"] == "1")
  }

  @Test func aTableOfContentsIsNoRunOfHeadings() {
    let text = """
      目次

      1 はじめに ............ 1
      2 現状 ............ 3
      (1) 国内の状況 ............ 3
      3 対応 ・・・・・ 7

      1 はじめに

      生産の基盤について調べた。

      2 現状

      (1) 国内の状況

      工場の数は減っている。

      3 対応

      来年度に改める。
      """
    let structured = Structured(text)
    #expect(structured.outline == ["2 1 はじめに", "2 2 現状", "3 (1) 国内の状況", "2 3 対応"])
    #expect(structured.texts(.furniture).count == 4)
  }

  @Test func aWordSpreadOverItsLineIsOneWord() {
    let structured = Structured("# 動向\n\n## 米 国\n\n- 指針を出した。\n\n## 欧　州\n\n- 検討している。\n")
    #expect(structured.outline == ["1 動向", "2 米国", "2 欧州"])
    #expect(structured.document.sections.map(\.rawTitle) == ["動向", "米国", "欧州"])
    #expect(structured.document.citable.repairs.map(\.rule) == [.letterSpacing, .letterSpacing])
  }

  @Test func bulletsThatOpenSentencesTitleNothing() {
    let text = """
      1. 事案
      ● 甲社の件では、部品が国外に渡った。
      ● 乙社の件では、図面が渡った。
      ● 丙社の件では、装置が渡った。
      ● 丁大学の教授の起訴
      → 研究の内容を伝えたもの

      別の疑いもあった件
      ● 戊社の件では、試料が渡った。
      """
    #expect(Structured(text).outline == ["2 1. 事案"])
  }
}
