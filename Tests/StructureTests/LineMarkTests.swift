import DocumentModel
import Testing

@testable import Structure

@Suite struct LineMarkTests {
  @Test func stylesGiveTheOutline() {
    let structured = Structured(marked: [
      ("備蓄の手引き", .title), ("2026年4月1日", .paragraph), ("はじめに", .heading(level: 1)),
      ("この手引きは備蓄を扱う。", .paragraph), ("目的", .heading(level: 2)), ("目的は一つである。", .paragraph),
      ("期間", .heading(level: 1)), ("期間は一年とする。", .paragraph),
    ])
    #expect(structured.outline == ["1 備蓄の手引き", "2 はじめに", "3 目的", "2 期間"])
    #expect(structured.document.metadata.title == .init("備蓄の手引き", .inferred))
    #expect(structured.document.metadata.date == .init("2026-04-01", .inferred))
  }

  @Test(arguments: [
    (["供給の点検", "対象"], ["1 供給の点検", "2 対象"]),
    (["1. 供給の点検", "対象"], ["2 1. 供給の点検", "3 対象"]),
  ])
  func aLoneFirstHeadingIsTheTitleUnlessNumbered(titles: [String], outline: [String]) {
    let structured = Structured(marked: [
      (titles[0], .heading(level: 1)), ("点検は毎年行う。", .paragraph), (titles[1], .heading(level: 2)),
      ("対象は別に定める。", .paragraph),
    ])
    #expect(structured.outline == outline)
  }

  @Test func severalHeadingsOfTheHighestRankAreChapters() {
    let structured = Structured(marked: [
      ("現状", .heading(level: 2)), ("現状を述べる。", .paragraph), ("課題", .heading(level: 2)),
      ("課題を述べる。", .paragraph),
    ])
    #expect(structured.outline == ["2 現状", "2 課題"])
  }

  @Test func numberingFindsHeadingsWhereNoStyleGivesThem() {
    let structured = Structured(marked: [
      ("1. 点検の考え方", .item(indent: 0)), ("点検は毎年度行い、結果を計画に反映させる。", .paragraph),
      ("2. 点検の方法", .item(indent: 0)), ("方法は別に定める。", .paragraph),
    ])
    #expect(structured.outline == ["2 1. 点検の考え方", "2 2. 点検の方法"])
  }

  @Test func paragraphsAreNeverJoined() {
    let lines: [(String, LineMark.Role?)] = [("調達の計画を定め、", .paragraph), ("を公表する", .paragraph)]
    #expect(Structured(marked: lines).texts(.paragraph) == ["調達の計画を定め、", "を公表する"])
    #expect(Structured(marked: lines.map { ($0.0, nil) }).texts(.paragraph) == ["調達の計画を定め、を公表する"])
  }

  @Test func aContinuationBelongsToTheBlockAbove() {
    let structured = Structured(marked: [
      ("重要な設備の", .heading(level: 1)), ("点検について", .continuation), ("点検は毎年行う。", .paragraph),
      ("※ 数字は速報の", .note), ("値である。", .continuation),
    ])
    #expect(
      structured.blocks == ["heading: 重要な設備の点検について", "paragraph: 点検は毎年行う。", "note: ※ 数字は速報の値である。"])
  }

  @Test func rowsKeepTheirCellsAndAllTheirColumnNames() throws {
    let structured = Structured(marked: [
      ("区分\t措置", .row(table: 7, isHeader: true, cells: [])),
      ("\t期限", .row(table: 7, isHeader: true, cells: [])),
      ("平時\t点検", .row(table: 7, isHeader: false, cells: [])),
      ("別の表\t報告", .row(table: 8, isHeader: false, cells: [])),
    ])
    #expect(structured.texts(.table) == ["区分 | 措置", "期限", "平時 | 点検", "別の表 | 報告"])
    let contexts = structured.document.passages.map { $0.context.map(\.text) }
    #expect(contexts == [[], [], ["区分 | 措置", "期限"], []])
    let row = try #require(structured.document.blocks.dropFirst(2).first)
    #expect(row.cells.map { structured.document.citable.string($0) } == ["平時", "点検"])
  }

  @Test func cellsAreFoundBehindARepair() throws {
    let words = "\u{F06C}項目 値"
    let source = SourceDocument(
      id: DocumentID("d"), source: "d.docx", sha256: "", mediaType: "application/x-extracted",
      utf8: Array((words + "\n").utf8),
      marks: [
        LineMark(
          line: 1,
          role: .row(table: 1, isHeader: false, cells: [TextSpan(0, 9), TextSpan(10, 13)]))
      ])
    // The normalizer puts a character of another length in the place of the first.
    let citable = CitableText(
      utf8: Array("-項目 値\n".utf8),
      map: OffsetMap(runs: [
        .init(from: 0..<1, to: 0..<3, isIdentity: false),
        .init(from: 1..<12, to: 3..<14, isIdentity: true),
      ]), repairs: [])
    let document = Segmenter().segment(citable, of: source).value
    let row = try #require(document.blocks.first)
    #expect(row.cells.map { document.citable.string($0) } == ["-項目", "値"])
  }

  @Test func markedFurnitureIsSetApart() {
    let structured = Structured(marked: [("目次", .furniture), ("本文である。", .paragraph)])
    #expect(structured.blocks == ["furniture: 目次", "paragraph: 本文である。"])
    #expect(structured.document.passages.count == 1)
  }

  @Test(arguments: ["# 題ではない行", "- 入力例である", "**強い**語", "| 甲 | 乙 |", "<b>札</b>"])
  func marksOfMarkdownAreWordsInExtractedText(words: String) {
    #expect(Structured(marked: [(words, .paragraph)]).blocks == ["paragraph: \(words)"])
  }

  @Test func nestedItemsKnowTheItemAbove() {
    let structured = Structured(marked: [
      ("対象は次のとおり。", .paragraph), ("・設備", .item(indent: 0)), ("・工作機械", .item(indent: 1)),
      ("・人材", .item(indent: 0)),
    ])
    let contexts = structured.document.passages.map { $0.context.map(\.text) }
    #expect(contexts == [[], ["対象は次のとおり。"], ["対象は次のとおり。", "・設備"], ["対象は次のとおり。"]])
  }

  @Test func aSentenceGoesOnPastTheFootOfItsPage() {
    let structured = Structured(marked: [
      ("備蓄は三年の間に", .paragraph), ("1 量は別に定める。", .note), ("1", .furniture),
      ("\u{0C}報告書", .furniture), ("倍に増やし、毎年", .continuation), ("点検する。", .continuation),
    ])
    #expect(structured.texts(.paragraph) == ["備蓄は三年の間に倍に増やし、毎年点検する。"])
    #expect(structured.texts(.note) == ["1 量は別に定める。"])
    let block = structured.document.blocks.first { $0.kind == .paragraph }
    #expect(block?.location.spans.count == 3)
    #expect(structured.document.citable.repairs.allSatisfy { $0.before == "\n" })
  }

  @Test func theContentsTellWhatIsAHeading() {
    let structured = Structured(marked: [
      ("１　目的………２", .furniture), ("１.１　範囲………２", .furniture), ("２　方法…………３", .furniture),
      ("１　目的", .paragraph), ("１.１　範囲", .paragraph), ("範囲は港とする。", .paragraph),
      ("１　はじめの点検", .paragraph), ("点検は毎年行う。", .paragraph), ("備考の欄", .paragraph),
      ("備考は任意である。", .paragraph), ("２　方法", .paragraph), ("方法は別に定める。", .paragraph),
    ])
    let titles = structured.document.sections.filter { !$0.isSynthetic }.map(\.title)
    #expect(titles == ["１　目的", "１.１　範囲", "２　方法"])
  }

  @Test func theDateOfAGivenTitleMayStandAboveIt() {
    let structured = Structured(marked: [
      ("2026年4月1日", .paragraph), ("目次", .furniture), ("備蓄の手引き", .title), ("本文である。", .paragraph),
    ])
    #expect(structured.document.metadata.date == .init("2026-04-01", .inferred))
    #expect(structured.outline == ["1 備蓄の手引き"])
  }

  @Test func partsWithAUsualNameAreHeadings() {
    let structured = Structured(marked: [
      ("備蓄の手引き", .title), ("要 旨", .paragraph), ("この手引きは備蓄を扱う。", .paragraph),
      ("総論", .heading(level: 1)), ("総論である。", .paragraph),
    ])
    #expect(structured.outline == ["1 備蓄の手引き", "2 要 旨", "2 総論"])
  }

  @Test func whatExplainsANumberedTermIsNoHeading() {
    let structured = Structured(marked: [
      ("（１）システム", .paragraph), ("設備又は回線の複合体", .paragraph), ("（２）保守", .paragraph),
      ("設備を正常に保つための機能を持つこと。", .paragraph),
    ])
    #expect(!structured.outline.contains { $0.hasSuffix("複合体") })
  }

  @Test func linesThatOpenWithAYearAreNoHeadings() {
    let structured = Structured(marked: [
      ("備蓄の手引き", .title), ("平成７年７月７日（架空省告示第一号）", .paragraph), ("一　目的", .paragraph),
      ("目的は一つであり、別に定めるところによる。", .paragraph),
    ])
    #expect(!structured.outline.contains { $0.contains("平成") })
  }
}
