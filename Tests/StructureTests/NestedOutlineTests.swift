import DocumentModel
import Testing

@testable import Structure

/// Levels of the headings of reports, whose pages hold no slides.
@Suite struct NestedOutlineTests {
  /// `level depth title` of each heading: `-` lines are running text, the others headings.
  private func check(_ lines: [String], _ expected: [String]) {
    let structured = Structured(
      marked: lines.map { line in
        line.hasPrefix("-")
          ? ("この段落は見出しの下に置かれた本文である。", .paragraph) : (line, .heading(level: nil))
      })
    let sections = structured.document.sections.filter { !$0.isSynthetic }
    #expect(sections.map { "\($0.level) \($0.path.count) \($0.title)" } == expected)
  }

  @Test func eachKindOfNumberKeepsItsPlace() {
    check(
      [
        "第１部 現状", "第１章 供給", "1 港", "（1）備蓄", "① 量", "-", "② 質", "-", "（2）点検", "-", "2 空港", "-",
        "第２章 需要", "1 見通し", "-", "第２部 施策", "-",
      ],
      [
        "2 1 第１部 現状", "3 2 第１章 供給", "4 3 1 港", "4 4 （1）備蓄", "4 5 ① 量", "4 5 ② 質", "4 4 （2）点検",
        "4 3 2 空港", "3 2 第２章 需要", "4 3 1 見通し", "2 1 第２部 施策",
      ])
  }

  @Test func theDocumentsOwnOrderCounts() {
    check(
      [
        "1. 総論", "-", "2. 各論", "A. 港", "① 備蓄", "-", "② 点検", "-", "B. 空港", "① 備蓄", "-", "3. 結論", "-",
      ],
      [
        "2 1 1. 総論", "2 1 2. 各論", "3 2 A. 港", "4 3 ① 備蓄", "4 3 ② 点検", "3 2 B. 空港", "4 3 ① 備蓄",
        "2 1 3. 結論",
      ])
  }

  @Test func titlesWithoutANumberStandBelowTheNumberBefore() {
    check(
      ["1. 総論", "港の現状", "-", "空港の現状", "-", "2. 各論", "2-1 備蓄", "量の見直し", "-", "2-2 点検", "-"],
      [
        "2 1 1. 総論", "3 2 港の現状", "3 2 空港の現状", "2 1 2. 各論", "3 2 2-1 備蓄", "4 3 量の見直し",
        "3 2 2-2 点検",
      ])
  }

  @Test func numbersThatBeginAnewCountThePartsOfATitle() {
    check(
      ["港の現状", "1. 量", "-", "2. 質", "-", "空港の現状", "1. 量", "-", "2. 質", "-"],
      [
        "2 1 港の現状", "3 2 1. 量", "3 2 2. 質", "2 1 空港の現状", "3 2 1. 量", "3 2 2. 質",
      ])
  }

  @Test func chaptersAreNoPartsOfTheSummaryBeforeThem() {
    check(
      ["要旨", "-", "1 はじめに", "1.1 背景", "-", "2 対象", "-", "参考資料", "-"],
      ["2 1 要旨", "2 1 1 はじめに", "3 2 1.1 背景", "2 1 2 対象", "2 1 参考資料"])
  }

  @Test func aLostFirstNumberLeavesTheOthersInPlace() {
    check(
      ["第１章 港", "(2) 点検", "-", "第２章 空港", "1 量", "(1) 備蓄", "-", "(2) 点検", "-"],
      [
        "2 1 第１章 港", "3 2 (2) 点検", "2 1 第２章 空港", "3 2 1 量", "4 3 (1) 備蓄", "4 3 (2) 点検",
      ])
  }
}
