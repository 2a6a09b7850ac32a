import DocumentModel
import TestSupport
import Testing

@testable import Readers

/// Reading order and marks from boxes alone, without the outside program.
@Suite struct PDFTextReaderTests {
  private func read(_ sheets: Sheet...) -> PDFTextReader.Text {
    PDFTextReader().read(sheets.map(\.page))
  }

  /// Three paragraphs of two full lines and a short one: they show where the edges are.
  private func body(_ sheet: inout Sheet, from top: Double = 100) {
    for paragraph in 0..<3 {
      let y = top + Double(paragraph) * 48
      sheet.set("この段落は一字下げで始まり端まで続く", at: 82, y)
      sheet.set("二行目は左端から始まりやはり端まで来る", at: 72, y + 16)
      sheet.set("三行目で終わる。", at: 72, y + 32)
    }
  }

  @Test func linesThatReachTheEdgeGoOn() {
    var sheet = Sheet()
    body(&sheet)
    let lines = marked(read(sheet))
    #expect(lines.map { $0.prefix(1) } == ["P", "+", "+", "P", "+", "+", "P", "+", "+"])
  }

  @Test func twoColumnsAreReadOneAfterTheOther() {
    var sheet = Sheet()
    sheet.set("港の報告", at: 200, 60, size: 16)
    sheet.set(["　左の一行目である", "　左の二行目である", "　左の三行目である"], at: 72, 100)
    sheet.set(["　右の一行目である", "　右の二行目である", "　右の三行目である"], at: 300, 106)
    let words = marked(read(sheet)).map { $0.drop { $0 != "　" && $0 != "港" } }.map(String.init)
    #expect(
      words == [
        "港の報告", "　左の一行目である", "　左の二行目である", "　左の三行目である", "　右の一行目である", "　右の二行目である",
        "　右の三行目である",
      ])
  }

  @Test func alignedColumnsAreRowsWithTheirHeader() {
    var sheet = Sheet()
    sheet.set("表１ 支援の対象", at: 150, 80)
    sheet.set(["品目", "木材", "鉱石"], at: 80, 100, step: 24)
    sheet.set(["担当課", "森林課", "資源課"], at: 180, 100, step: 24)
    sheet.set(["内容", "貯木場の整備", "備蓄の積み増し"], at: 280, 100, step: 24)
    #expect(
      marked(read(sheet)) == [
        "C 表１支援の対象", "R1* 品目|担当課|内容", "R1 木材|森林課|貯木場の整備", "R1 鉱石|資源課|備蓄の積み増し",
      ])
  }

  @Test func aCellsLinesStandInOneRow() {
    var sheet = Sheet()
    sheet.set(["用語", "予備の港", "", "倉庫"], at: 80, 100, step: 16)
    sheet.set(
      ["意味", "主な港が使えないときに代わり", "となる港。", "荷を置く場所。"], at: 140, 100, step: 16)
    #expect(
      marked(read(sheet)) == ["R1* 用語|意味", "R1 予備の港|主な港が使えないときに代わりとなる港。", "R1 倉庫|荷を置く場所。"])
  }

  @Test func marksOfNotesStayInTheLineAndTheNoteIsSetApart() {
    var sheet = Sheet()
    body(&sheet)
    sheet.set("前の港の備蓄", at: 82, 260)
    sheet.set("1", at: 142, 258, size: 5)
    sheet.set("は足りる。", at: 145, 260)
    sheet.set("1", at: 72, 700, size: 4)
    sheet.set("量は毎年見直す。", at: 76, 700, size: 8)
    let lines = marked(read(sheet))
    #expect(lines.contains("P 前の港の備蓄¹は足りる。"))
    #expect(lines.last == "N ¹量は毎年見直す。")
  }

  @Test func aNumberedHeadingAboveTheNotesIsNone() {
    var sheet = Sheet()
    body(&sheet)
    sheet.set("1)", at: 72, 498, size: 8)
    sheet.set("港の点検", at: 90, 498)
    sheet.set("1", at: 72, 700, size: 4)
    sheet.set("量は毎年見直す。", at: 76, 700, size: 8)
    let lines = marked(read(sheet))
    #expect(lines.filter { $0.hasPrefix("N") } == ["N ¹量は毎年見直す。"])
  }

  @Test func aSentenceGoesOnOverThePageAndPastItsFurniture() {
    var sheets: [Sheet] = []
    for number in 1...3 {
      var sheet = Sheet(number: number)
      sheet.set("港の年次報告", at: 250, 40)
      body(&sheet)
      if number == 1 { sheet.set("最後の行は文の途中で終わり次の頁へ続", at: 82, 244) }
      sheet.set("\(number)", at: 290, 800)
      sheets.append(sheet)
    }
    sheets[1].page.words.removeAll { $0.box.top == 100 }
    sheets[1].set("く文の残りがここにあり端までまた届いて", at: 72, 100)
    let text = PDFTextReader().read(sheets.map(\.page))
    let lines = marked(text)
    #expect(lines.filter { $0.hasPrefix("F") }.count == 6)
    #expect(lines.contains("+ く文の残りがここにあり端までまた届いて"))
    #expect(text.pages.map(\.number) == [1, 2, 3])
    #expect(text.pages.dropFirst().allSatisfy { text.utf8[$0.span.lowerBound.utf8 - 1] == 0x0C })
  }

  @Test func readingsAreLeftOutAndCounted() {
    var sheet = Sheet()
    sheet.set("供給の強靱化を図る。", at: 72, 100)
    sheet.set("きょうじん", at: 102, 93, size: 5)
    let text = read(sheet)
    #expect(marked(text) == ["P 供給の強靱化を図る。"])
    #expect(text.rubyCount == 1)
  }

  @Test func verticalLinesAreReadFromTheRight() {
    var sheet = Sheet()
    sheet.setVertical("二行目は左に置かれ︑ここで終わる︒", at: 480, 60)
    sheet.setVertical("一行目は右から始まり次へ続いている", at: 500, 60)
    #expect(
      marked(read(sheet)).map { $0.dropFirst(2) } == [
        "一行目は右から始まり次へ続いている", "二行目は左に置かれ、ここで終わる。",
      ])
  }

  @Test func aBulletStandsBeforeItsWords() {
    var sheet = Sheet()
    body(&sheet)
    sheet.set("・", at: 82, 260)
    sheet.set("港の点検を行う", at: 104, 260)
    #expect(marked(read(sheet)).last == "I1 ・　港の点検を行う")
  }

  @Test func aSlidesTitleIsReadFirst() {
    var sheet = Sheet(width: 842, height: 595)
    sheet.set("港の分野", at: 20, 20, size: 8)
    sheet.set("港湾の備蓄について", at: 200, 18, size: 24)
    sheet.set(["備蓄の量を増やす取組を続ける", "点検の回数を増やす取組を続ける", "記録を残す取組を続ける"], at: 40, 100)
    #expect(marked(read(sheet)).prefix(2).map { $0.dropFirst(2) } == ["港湾の備蓄について", "港の分野"])
  }

  @Test func aCoversLargestWordsAreTheTitle() {
    var sheet = Sheet(width: 842, height: 595)
    sheet.set("資料２", at: 700, 30)
    sheet.set("港湾の備蓄について", at: 200, 220, size: 36)
    sheet.set("備蓄会議", at: 380, 420, size: 20)
    var second = Sheet(number: 2, width: 842, height: 595)
    second.set(["備蓄の量を増やす取組を続ける", "点検の回数を増やす取組を続ける", "記録を残す取組を続ける"], at: 40, 100)
    #expect(marked(read(sheet, second)).filter { $0.hasPrefix("T") } == ["T 港湾の備蓄について"])
  }

  @Test func wordsThatHangBelowABulletAreOneItem() {
    var sheet = Sheet(width: 842, height: 595)
    sheet.set("備蓄の取組", at: 200, 18, size: 24)
    sheet.set("・港の備蓄の量を増やすため", at: 40, 100)
    sheet.set("関係者と協議する", at: 50, 115)
    sheet.set("・空港の点検を続ける", at: 40, 130)
    sheet.set("点検の頻度", at: 40, 200)
    let lines = marked(read(sheet))
    #expect(lines.dropFirst() == ["I0 ・港の備蓄の量を増やすため", "+ 関係者と協議する", "I0 ・空港の点検を続ける", "P 点検の頻度"])
  }

  @Test func aTablesNameOverItsColumnsDoesntJoinThem() {
    var sheet = Sheet()
    sheet.set("備蓄の対象となる品目とその担当課及び内容の一覧", at: 84, 84)
    sheet.set(["品目", "木材", "鉱石", "食料"], at: 80, 100, step: 24)
    sheet.set(["担当課", "森林課", "資源課", "食料課"], at: 180, 100, step: 24)
    sheet.set(["内容", "貯木場の整備", "積み増し", "倉庫の新設"], at: 280, 100, step: 24)
    let lines = marked(read(sheet))
    #expect(lines.contains { $0.hasSuffix("木材|森林課|貯木場の整備") })
    #expect(lines.contains { $0.hasSuffix("* 品目|担当課|内容") })
  }

  @Test func entriesThatComeBackBelowAreTheContents() {
    var contents = Sheet()
    contents.set("目次", at: 72, 60)
    contents.set(["港の備蓄", "空港の備蓄", "点検の頻度"], at: 72, 100)
    var text = Sheet(number: 2)
    body(&text)
    text.set("港の備蓄", at: 72, 300)
    text.set("空港の備蓄", at: 72, 400)
    text.set("点検の頻度", at: 72, 500)
    let lines = marked(read(contents, text))
    #expect(lines.prefix(4).allSatisfy { $0.hasPrefix("F") })
    #expect(!lines.dropFirst(4).contains { $0.hasPrefix("F") })
  }

  @Test func theContentsAreSetApart() {
    var sheet = Sheet()
    sheet.set("目次", at: 72, 60)
    sheet.set(["１ 目的…………２", "２ 対象…………３", "３ 方法…………４"], at: 72, 100)
    #expect(marked(read(sheet)).allSatisfy { $0.hasPrefix("F") })
  }

  @Test func whatCantBeMeantIsLeftOutAndTold() {
    var good = Sheet()
    good.set("読める行がある。", at: 72, 100)
    good.set("読める行がもう一つある。", at: 72, 120)
    good.set("\u{E101}\u{E102}\u{E103}", at: 72, 200)
    var bad = Sheet(number: 2)
    bad.set("\u{34B}\u{505}\u{911}\u{E3F}\u{FFFD}", at: 72, 100)
    let text = read(good, bad, Sheet(number: 3))
    #expect(marked(text).count == 2)
    #expect(text.pagesWithGarbledLines == [1])
    #expect(text.garbledPages == [2])
    #expect(text.emptyPages == [3])
    #expect(text.pages.count == 3)
  }

  /// Whatever stands where, every word comes out once and every mark has its line.
  @Test(arguments: 0..<60)
  func everyWordComesOutOnce(seed: Int) {
    var state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 | 1
    func next(_ limit: Int) -> Int {
      state ^= state << 13
      state ^= state >> 7
      state ^= state << 17
      return Int(state % UInt64(limit))
    }
    var sheet = Sheet(width: Double(400 + next(500)), height: Double(400 + next(500)))
    var all: [Unicode.Scalar] = []
    for index in 0..<(1 + next(60)) {
      let character = Unicode.Scalar(UInt32(0x4E00 + index * 7)) ?? "一"
      let word = String(repeating: String(Character(character)), count: 1 + next(6))
      all += word.unicodeScalars
      sheet.set(word, at: Double(next(400)), Double(index) * 11.5, size: 9)
    }
    let text = read(sheet)
    let words = String(decoding: text.utf8, as: UTF8.self).unicodeScalars
      .filter { !$0.properties.isWhitespace }
    #expect(words.sorted() == all.sorted())
    let lines = text.utf8.count { $0 == 0x0A }
    #expect(text.marks.allSatisfy { (1...lines).contains($0.line) })
    #expect(zip(text.marks, text.marks.dropFirst()).allSatisfy { $0.line < $1.line })
  }
}
