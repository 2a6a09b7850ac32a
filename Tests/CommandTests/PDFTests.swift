import Foundation
import TestSupport
import Testing

private let hasPDFProgram = ["/usr/bin", "/usr/local/bin", "/bin"].contains {
  FileManager.default.isExecutableFile(atPath: $0 + "/pdftotext")
}

/// Whole PDF files through the whole program; where `pdftotext` isn't installed they can't be read.
@Suite(.enabled(if: hasPDFProgram)) struct PDFTests {
  private struct Row: Decodable {
    var type: String
    var kind: String?
    var text: String?
    var page: Int?
  }

  private func fixture(_ name: String) -> String {
    Places.checkout.appending(path: "Tests/Fixtures/pdf/\(name).pdf").path
  }

  private func ingest(_ paths: [String], _ scratch: Scratch, path: String? = nil) throws -> Run {
    try Binary.run(
      ["ingest", "--lang", "en", "--index", scratch.path("i.sqlite")] + paths,
      environment: path.map { ["PATH": $0] } ?? [:])
  }

  private func rows(_ type: String, _ scratch: Scratch) throws -> [Row] {
    try Binary.run(["dump", "--index", scratch.path("i.sqlite")]).output.split(separator: "\n")
      .map { try JSONDecoder().decode(Row.self, from: Data($0.utf8)) }.filter { $0.type == type }
  }

  private func blocks(_ name: String) throws -> [String] {
    let scratch = try Scratch()
    #expect(try ingest([fixture(name)], scratch).status == 0)
    #expect(try Binary.run(["check", "--index", scratch.path("i.sqlite")]).status == 0)
    return try rows("block", scratch).map { "\($0.kind ?? ""): \($0.text ?? "")" }
  }

  @Test func twoColumns() throws {
    #expect(
      try blocks("two-columns") == [
        "heading: 港湾業務の電子化の状況", "paragraph: 北の港では、荷役の電子化が三年の間に進められ、待ち時間が半分になった。",
        "paragraph: 倉庫の台帳も紙をやめ、出入りの記録は一つの帳簿にまとめられている。",
        "paragraph: 南の港では、まだ紙の伝票が使われているため、担当者の負担は変わっていない。",
        "paragraph: 来年度には両港の帳簿を揃える計画であり、費用は基金から支出される見込みである。", "furniture: 1",
      ])
  }

  @Test func table() throws {
    #expect(
      try blocks("table") == [
        "paragraph: 支援の対象を次の表に示す。", "caption: 表１　支援の対象", "table: 品目 | 担当課 | 支援の内容",
        "table: 木材 | 森林課 | 貯木場の整備", "table: 鉱石 | 資源課 | 備蓄の積み増し", "table: 穀物 | 農産課 | 輸送の補助",
        "paragraph: 支援の期間は三年とする。",
      ])
  }

  @Test func footnote() throws {
    let blocks = try blocks("footnote")
    #expect(blocks.contains { $0.hasSuffix("量を目安とする¹。なお、量の算定は毎年見直すこととし、結果は公表する。") })
    #expect(blocks.contains("note: ¹ 途絶の期間は、過去の例のうち最も長いものをとった。"))
    #expect(blocks.filter { $0.hasPrefix("furniture") } == ["furniture: 1", "furniture: 2"])
  }

  @Test func verticalWriting() throws {
    #expect(
      try blocks("vertical").map { $0.drop { $0 != ":" }.dropFirst(2) }.joined(separator: "\n")
        == "縦書きの報告\n一行目は右から始まり、上から下へと読み進む。\n二行目はその左に置かれ、文はここで終わる。\n三行目は別の段落である。")
  }

  @Test func readingsStandNotInTheWords() throws {
    #expect(try blocks("ruby") == ["paragraph: 供給の強靱化を図るため、企業は部材の調達先を二つ以上に分ける。"])
  }

  @Test(arguments: [
    ("encrypted", "without a password"), ("picture", "all 2 pages are pictures"),
  ])
  func filesThatCantBeRead(name: String, words: String) throws {
    let scratch = try Scratch()
    let alone = try ingest([fixture(name)], scratch)
    #expect(alone.status == 1)
    #expect(alone.errors.contains(words))
    let beside = try ingest([fixture(name), fixture("table")], scratch)
    #expect(beside.status == 3)
  }

  @Test func aDamagedFile() throws {
    let scratch = try Scratch()
    let path = try scratch.write("a.pdf", Array("%PDF-1.4\nnothing of a PDF".utf8))
    let run = try ingest([path], scratch)
    #expect(run.status == 1)
    #expect(run.errors.contains("damaged"))
  }

  @Test(arguments: [
    ("no-map", "left out: 2"), ("private-map", "left out: 2"),
    ("picture-page", "Pages without text: 2"),
  ])
  func pagesThatCantBeReadAreTold(name: String, words: String) throws {
    let scratch = try Scratch()
    let run = try ingest([fixture(name)], scratch)
    #expect(run.status == 0)
    #expect(run.errors.contains(words))
    #expect(try rows("passage", scratch).allSatisfy { $0.page != 2 })
  }

  @Test func aPDFIsKnownByItsContent() throws {
    let scratch = try Scratch()
    let bytes = [UInt8](try Data(contentsOf: URL(filePath: fixture("table"))))
    #expect(try ingest([scratch.write("paper.txt", bytes)], scratch).status == 0)
    #expect(try rows("block", scratch).contains { $0.kind == "table" })
  }

  @Test func whatToInstallIsTold() throws {
    let run = try ingest([fixture("table")], Scratch(), path: "/nowhere")
    #expect(run.status == 1)
    #expect(run.errors.contains("poppler-utils poppler-data"))
  }

  // MARK: Public documents

  private func document(_ name: String) throws -> String? {
    let path = try #require(Places.shared).appending(path: "documents/\(name)").path
    return FileManager.default.fileExists(atPath: path) ? path : nil
  }

  @Test(.enabled(if: Places.shared != nil)) func noRadicalIsLeftInCitableText() throws {
    let scratch = try Scratch()
    guard let path = try document("ai-ronten_honbun.pdf") else { return }
    #expect(try ingest([path], scratch).status == 0)
    let passages = try rows("passage", scratch).compactMap(\.text)
    #expect(passages.count > 100)
    let radicals = passages.joined().unicodeScalars.filter { (0x2E80...0x2FDF).contains($0.value) }
    #expect(radicals.isEmpty)
  }

  @Test(
    .enabled(if: Places.shared != nil),
    arguments: [
      "cio-dp2020_01.pdf", "cio-dp2021_06.pdf", "ai-siryo4.pdf", "ai-shiryo1-1.pdf",
    ])
  func everyPositionOfARealFileHolds(name: String) throws {
    let scratch = try Scratch()
    guard let path = try document(name) else { return }
    #expect(try ingest([path], scratch).status == 0)
    #expect(try Binary.run(["check", "--index", scratch.path("i.sqlite")]).status == 0)
    #expect(try rows("passage", scratch).allSatisfy { $0.page != nil })
  }
}
