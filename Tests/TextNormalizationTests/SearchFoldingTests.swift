import DocumentModel
import Foundation
import TestSupport
import Testing
import TextNormalization

@Suite struct SearchFoldingTests {
  static let folding = SearchFolding(variants: VariantTable.variants)

  @Test(arguments: [
    ("軍⺠融合", "軍民融合"), ("化学部⻑", "化学部長"), ("⽇⽶", "日米"), ("㈱", "(株)"), ("㍍", "メートル"),
    ("㍿", "株式会社"), ("ｶﾞｽ", "ガス"), ("か\u{3099}", "が"), ("ハ\u{309A}", "パ"), ("①", "1"),
    ("Ⅲ", "iii"), ("ＡＢＣ１２３", "abc123"), ("Straße", "strasse"), ("國際", "国際"), ("不斷", "不断"),
    ("追隨", "追随"), ("參考", "参考"), ("一步", "一歩"), ("慶應義塾", "慶応義塾"), ("国产化", "国産化"),
    ("強靱化", "強靭化"), ("髙﨑", "高崎"), ("渡邉", "渡辺"), ("葛\u{E0100}城", "葛城"), ("辻\u{FE00}", "辻"),
    ("soft\u{AD}ware", "software"), ("𠮷野", "吉野"), ("経\u{A0}済", "経 済"), ("A\u{3000}B", "a b"),
    ("1\r\n2\r3", "1\n2\r3"), ("⻱", "亀"), ("", ""),
  ])
  func key(text: String, key: String) {
    #expect(Self.folding.fold(text).string == key)
  }

  @Test(arguments: [
    ["-", "‐", "‑", "‒", "–", "—", "―", "−", "－", "﹣", "─", "⁻"],
    ["~", "〜", "～", "∼", "〰"], ["・", "･", "·"], ["\"", "“", "”", "＂", "〝"], ["'", "’", "＇"],
    ["靱", "靭"], ["弁", "辨", "瓣", "辯"],
  ])
  func oneForm(forms: [String]) {
    #expect(Set(forms.map { Self.folding.fold("あ" + $0 + "い").string }).count == 1)
  }

  @Test(arguments: [
    ["ー", "一", "―", "〜"], ["ロ", "口"], ["カ", "力"], ["ニ", "二"], ["へ", "一"], ["末", "未"],
  ])
  func keptApart(forms: [String]) {
    #expect(Set(forms.map { Self.folding.fold($0).string }).count == forms.count)
  }

  /// The blocks that ICU isn't asked about fold as ICU would fold them.
  @Test func plainBlocksAreAsICUSays() throws {
    let folding = SearchFolding(variants: CharacterVariants())
    for scalar in (0x3400...0xF8FF).compactMap(Unicode.Scalar.init)
    where scalar.properties.numericType != .decimal {
      let text = "口\(scalar)口"
      let expected = String(decoding: try CaseFolding.fold(Array(text.utf8)).utf8, as: UTF8.self)
      #expect(folding.fold(text).string == expected, "\(String(scalar.value, radix: 16))")
    }
  }

  @Test func digitsOfEveryScriptAreOne() {
    var count = 0
    for scalar in (0x80...0xFFFF).compactMap(Unicode.Scalar.init)
    where scalar.properties.numericType == .decimal {
      let digit = scalar.properties.numericValue.map { Int($0) } ?? -1
      #expect(Self.folding.fold(String(scalar)).string == "\(digit)", "\(scalar)")
      count += 1
    }
    #expect(count > 300)
  }

  @Test func expandedCodePointsShareTheirSource() {
    let text = Self.folding.fold("A㍿か\u{3099}。")
    #expect(text.string == "a株式会社が。")
    #expect(text.ranges == [0..<1, 1..<4, 1..<4, 1..<4, 1..<4, 4..<10, 10..<13])
  }

  @Test func bytesThatAreNoTextCountOneByOne() {
    let text = Self.folding.fold([0x41, 0xFF, 0xE7, 0x9F, 0x42])
    #expect(text.scalars == [0x61, 0xFFFD, 0xFFFD, 0xFFFD, 0x62])
    #expect(text.ranges == [0..<1, 1..<2, 2..<3, 3..<4, 4..<5])
  }

  /// The table and the stretches must give what ICU gives for the text as a whole.
  @Test(arguments: Places.seeds)
  func seeds(file: URL) throws {
    let bytes = Array(try Data(contentsOf: file))
    let plain = SearchFolding(variants: CharacterVariants())
    let folded = Self.folding.fold(bytes)
    #expect(folded.scalars.count == folded.ranges.count)
    for (a, b) in zip(folded.ranges, folded.ranges.dropFirst()) {
      #expect(a == b || a.upperBound <= b.lowerBound)
    }
    #expect(plain.fold(plain.fold(bytes).string).scalars == plain.fold(bytes).scalars)

    let whole = String(decoding: try CaseFolding.fold(bytes).utf8, as: UTF8.self)
    #expect(Self.folding.fold(whole).scalars == folded.scalars)
  }

  /// A query is folded by itself and a document as a whole: cut between characters, both agree.
  @Test(arguments: Places.seeds)
  func partsFoldAsTheWhole(file: URL) throws {
    let string = try String(contentsOf: file, encoding: .utf8)
    let whole = Self.folding.fold(string)
    let parts = string.reduce(into: SearchText()) { key, character in
      key.scalars += Self.folding.fold(String(character)).scalars
    }
    #expect(parts.scalars == whole.scalars)
  }

  @Test func buffersAreUsedAgain() {
    var text = SearchText()
    for words in ["経済安全保障推進法", "ｻｲﾊﾞｰ", "法"] {
      let bytes = Array(words.utf8)
      bytes.withUnsafeBufferPointer { Self.folding.fold($0, into: &text) }
      #expect(text == Self.folding.fold(words))
    }
  }

  @Test func everyCodePointFoldsOnceForAll() {
    for value in UInt32(1)...0x2FFFF {
      guard let scalar = Unicode.Scalar(value), value != 0x0D else { continue }
      let once = Self.folding.fold(String(Character(scalar)))
      guard !once.scalars.isEmpty else { continue }
      let twice = Self.folding.fold(once.string)
      #expect(twice.scalars == once.scalars, "U+\(String(value, radix: 16))")
    }
  }
}

@Suite struct SearchCharacterClassTests {
  @Test(arguments: [
    ("経あアー々〆〇ヽゝ𠮷龜", SearchCharacterClass.cjk), ("azAZ09éβя가2", .word),
    (" \t\u{3000}\u{0C}", .space),
    ("\n\r\u{2028}", .lineEnd), ("・、。「」()-~,.!$●※\u{E000}", .other),
  ])
  func characterClass(characters: String, expected: SearchCharacterClass) {
    for scalar in characters.unicodeScalars {
      #expect(SearchCharacterClass.of(scalar.value) == expected, "\(scalar)")
    }
  }

  /// The blocks that are classed as a whole are what their categories say.
  @Test func wholeBlocksAreOfOneClass() {
    for scalar in (0xA000...0xF8FF).compactMap(Unicode.Scalar.init) {
      let isLetter = scalar.properties.isAlphabetic || scalar.properties.numericType != nil
      let expected = SearchCharacterClass.of(scalar.value)
      guard (0xA000...0xA48C).contains(scalar.value) || scalar.value >= 0xAC00 else { continue }
      guard scalar.value <= 0xD7A3 || scalar.value >= 0xE000 else { continue }
      #expect(expected == (isLetter ? .word : .other), "\(String(scalar.value, radix: 16))")
    }
  }

  @Test func table() {
    for scalar in UInt32(0)..<0x10000 {
      #expect(SearchCharacterClass.table[Int(scalar)] == .of(scalar))
    }
  }
}
