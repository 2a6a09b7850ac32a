import DocumentModel
import Foundation
import TestSupport
import Testing
import TextNormalization

@Suite struct NormalizerTests {
  static let normalizer = Normalizer(variants: VariantTable.variants)

  static func normalize(_ bytes: [UInt8], body: TextSpan<Source>? = nil) -> Staged<CitableText> {
    normalizer.normalize(
      SourceDocument(
        id: DocumentID("d"), source: "d.txt", sha256: "", mediaType: "text/plain", utf8: bytes,
        body: body))
  }

  @Test(arguments: [
    ("軍⺠融合と化学部⻑", "軍民融合と化学部長", [RepairRule.radical, .radical]),
    ("⽇本の⼈⼝", "日本の人口", [.radical, .radical, .radical]),
    ("\u{F06C} 半導体\n \u{F0FC}蓄電池", "● 半導体\n ●蓄電池", [.privateUseBullet, .privateUseBullet]),
    ("\u{FEFF}表題\n本文", "表題\n本文", [.byteOrderMark]),
    ("一行目\r\n二行目\r三行目", "一行目\n二行目\n三行目", []),
    ("頁\u{0C}次の頁\t", "頁\u{0C}次の頁\t", []),
    ("一\u{0B}二\u{85}三\u{2028}四\u{2029}五", "一\n二\n三\n四\n五", []),
    (
      "港\u{1B}[31m湾\u{9B}の\u{202E}点\u{202C}検\u{0}\u{7F}\u{2066}\u{200F}\u{61C}", "港[31m湾の点検",
      [RepairRule](repeating: .controlCharacter, count: 9)
    ),
    ("か\u{200D}\u{200B}…“”―", "か\u{200D}\u{200B}…“”―", []),
    ("國際と①㈱ＡＢＣ〜か\u{3099}", "國際と①㈱ＡＢＣ〜か\u{3099}", []),
    ("", "", []),
  ])
  func repairs(source: String, citable: String, rules: [RepairRule]) {
    let text = Self.normalize(Array(source.utf8)).value
    #expect(String(decoding: text.utf8, as: UTF8.self) == citable)
    #expect(text.repairs.map(\.rule) == rules)
    for repair in text.repairs {
      #expect(Array(repair.before.utf8) == Array(Array(source.utf8)[repair.source.utf8Range()]))
    }
    check(text, source: Array(source.utf8))
  }

  @Test func aTickedBoxInALineIsNoBullet() {
    let staged = Self.normalize(Array("対象 \u{F0FC}\n".utf8))
    #expect(staged.value.repairs.isEmpty)
    #expect(staged.diagnostics.map(\.identifier) == ["text.private-use"])
  }

  @Test func onlyTheBodyIsTaken() {
    let bytes = Array("---\ntitle: ⻑\n---\n本文⻑\n".utf8)
    let start = bytes.count - Array("本文⻑\n".utf8).count
    let text = Self.normalize(bytes, body: TextSpan(start, bytes.count)).value
    #expect(String(decoding: text.utf8, as: UTF8.self) == "本文長\n")
    #expect(text.map.runs.first?.to.lowerBound == start)
    check(text, source: bytes)
  }

  @Test func everyKangxiRadicalIsRepaired() {
    for scalar in UInt32(0x2F00)...0x2FD5 {
      let source = Unicode.Scalar(scalar).map { String(Character($0)) } ?? ""
      let text = Self.normalize(Array(source.utf8)).value
      let made = String(decoding: text.utf8, as: UTF8.self).unicodeScalars.first?.value ?? 0
      #expect((0x4E00...0x9FFF).contains(made))
      #expect(text.repairs.map(\.rule) == [.radical])
    }
  }

  @Test(arguments: [
    ("文字\u{FFFD}化け\u{FFFD}", "text.replacement-character", "2", "1"),
    ("一\n(cid:1234)(cid:)", "text.glyph-code", "1", "2"),
    ("矢印 \u{F0E8}", "text.private-use", "1", "1"),
  ])
  func garble(source: String, identifier: String, count: String, line: String) {
    let diagnostics = Self.normalize(Array(source.utf8)).diagnostics
    #expect(diagnostics.map(\.identifier) == [identifier])
    #expect(diagnostics.first?.arguments["count"] == count)
    #expect(diagnostics.first?.arguments["line"] == line)
  }

  @Test(arguments: Places.seeds)
  func seeds(file: URL) throws {
    let bytes = Array(try Data(contentsOf: file))
    let staged = Self.normalize(bytes)
    check(staged.value, source: bytes)
    #expect(staged.diagnostics.isEmpty)
    let left = String(decoding: staged.value.utf8, as: UTF8.self).unicodeScalars.filter {
      (0x2E80...0x2FDF).contains($0.value) || (0xE000...0xF8FF).contains($0.value)
    }
    #expect(left.isEmpty)
  }

  /// Holds a text's map to what it promises: contiguous runs, equal bytes, a way there and back.
  func check(_ text: CitableText, source: [UInt8]) {
    var position = 0
    for run in text.map.runs {
      #expect(run.from.lowerBound == position)
      position = run.from.upperBound
      if run.isIdentity { #expect(text.utf8[run.from] == source[run.to]) }
    }
    #expect(position == text.utf8.count)
    for run in text.map.runs {
      let span: TextSpan<Citable> = TextSpan(run.from.lowerBound, run.from.upperBound)
      let pieces = text.sourceSpans(span)
      #expect(pieces.map { $0.utf8Range() } == [run.to])
      #expect(text.map.images(of: TextSpan(run.to.lowerBound, run.to.upperBound)) == [span])
    }
  }
}
