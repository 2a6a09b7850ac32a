import DocumentModel
import Testing

@testable import Structure

@Suite struct NumberingGrammarTests {
  private func label(_ line: String) -> NumberLabel? {
    let text = ScalarText(line)
    return NumberingGrammar().label(at: 0..<text.count, in: text)
  }

  @Test(arguments: [
    ("第1章 総則", NumberLabel.Scheme.chapter, [1], 4),
    ("第三部　資料", .chapter, [3], 4),
    ("第２ 基本的な方向", .section, [2], 3),
    ("Ⅲ．今後の進め方", .roman, [3], 2),
    ("Ⅱ－①. 品目の見直し", .circled, [2, 1], 5),
    ("1. 目的", .decimal, [1], 3),
    ("２．対象", .decimal, [2], 2),
    ("4-2-1 目的の特定", .decimal, [4, 2, 1], 6),
    ("2-1外国の企業", .decimal, [2, 1], 3),
    ("1.2 範囲", .decimal, [1, 2], 4),
    ("（３）背景", .parenthesized, [3], 3),
    ("⑵ 融資", .parenthesized, [2], 2),
    ("①調査", .circled, [1], 1),
    ("⓪ 準備", .circled, [0], 2),
    ("ア 対象者", .kana, [1], 2),
    ("（イ）手続", .kana, [2], 3),
    ("(b) 電池", .letter, [2], 4),
    ("ii) 研究", .letter, [2], 4),
    ("一． 検討すること", .kanji, [1], 3),
    ("（二）期間", .kanji, [2], 3),
    ("三　用語の定義", .kanji, [3], 2),
    ("㈢ 期間", .kanji, [3], 2),
    ("ⅱ．研究", .letter, [2], 2),
    ("B.原則", .letter, [2], 2),
    ("3 AIの利用", .decimal, [3], 2),
    ("（ⅳ）手続", .letter, [4], 3),
    ("⒝ 電池", .letter, [2], 2),
    ("３－１　対象", .decimal, [3, 1], 4),
    ("3−1−2　対象", .decimal, [3, 1, 2], 6),
  ])
  func readsLabel(line: String, scheme: NumberLabel.Scheme, ordinals: [Int], length: Int) {
    let label = label(line)
    #expect(label?.scheme == scheme)
    #expect(label?.ordinals == ordinals)
    #expect(label?.length == length)
  }

  @Test(arguments: [
    "2024年の取組", "5.5兆円の基金", "27の技術", "第3条の規定", "第1次の公募", "アジアの国々", "一方で", "(AI)の利用",
    "10か月以内", "12月20日 閣議決定", "イノベーション", "Ⅱ型", "1/2の補助", "", "一　般", "三重県の計画", "3 kgの試料", "U.S.の方針",
  ])
  func wordsAreNoLabel(line: String) { #expect(label(line) == nil) }

  @Test func aNumberSetOffBySpaceAloneIsBare() { #expect(label("3 支援の枠組み")?.isBare == true) }
}
