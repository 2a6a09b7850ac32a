import Archive
import DocumentModel
import Foundation
import TestSupport
import Testing

/// Files as they come: in old encodings, in archives, with laws among them.
@Suite struct IntakeTests {
  private struct Passage: Decodable {
    var type: String
    var text: String?
    var surface: String?
    var byte_start: Int?
    var byte_end: Int?
    var media_type: String?
    var source: String?
  }

  private func dump(_ index: String) throws -> [Passage] {
    try Binary.run(["dump", "--index", index]).output.split(separator: "\n").map {
      try JSONDecoder().decode(Passage.self, from: Data($0.utf8))
    }
  }

  /// One paper in every encoding gives one reading, told in the report, found and quoted.
  @Test(arguments: TextEncoding.allCases)
  func aPaperInAnyEncoding(encoding: TextEncoding) throws {
    let scratch = try Scratch()
    let (bytes, text) = Reencoding.bytes(of: samplePaper, in: encoding)
    #expect(text == samplePaper)
    let paper = try scratch.write("paper.md", bytes)
    let index = scratch.path("i.sqlite")
    let run = try Binary.run(["ingest", paper, "--index", index])
    #expect(run.status == 0)
    #expect(run.errors.contains("文字コードを \(encoding.rawValue) として") == (encoding != .utf8))

    let lines = try dump(index)
    let kind = "text/markdown" + (encoding == .utf8 ? "" : "; charset=\(encoding.rawValue)")
    #expect(lines.first?.media_type == kind)
    // Where positions count in the file's own bytes, those bytes are the surface.
    let layer = encoding.keepsOwnBytes ? bytes : Array(samplePaper.utf8)
    let reading: String.Encoding = encoding == .shiftJIS ? .shiftJIS : .utf8
    var count = 0
    for line in lines where line.surface != nil && encoding != .eucJP {
      let piece = Data(layer[(line.byte_start ?? 0)..<(line.byte_end ?? 0)])
      #expect(String(data: piece, encoding: reading) == line.surface)
      count += 1
    }
    #expect(count == 3 || encoding == .eucJP)

    #expect(try Binary.run(["check", "--index", index]).status == 0)
    let cited = try Binary.run(["export", "備蓄", "--index", index])
    #expect(cited.status == 0)
    #expect(cited.output.contains("予備の部品を備蓄する。"))
    #expect(!cited.errors.contains("エラー"))
  }

  @Test func theReportAndTheLogNameTheEncoding() throws {
    let scratch = try Scratch()
    let paper = try scratch.write("paper.md", Reencoding.bytes(of: samplePaper, in: .eucJP).bytes)
    let run = try Binary.run([
      "ingest", paper, "--index", scratch.path("i.sqlite"), "--format", "json", "--log-level",
      "info",
    ])
    #expect(run.output.contains("paper.md\" : \"EUC-JP\""))
    #expect(run.errors.contains("encoding: EUC-JP"))
  }

  @Test func aSourceChangedInTheIndexIsFound() throws {
    let scratch = try Scratch()
    let paper = try scratch.write("paper.md", samplePaper)
    let index = scratch.path("i.sqlite")
    #expect(try Binary.run(["ingest", paper, "--index", index]).status == 0)
    var bytes = try Data(contentsOf: URL(filePath: index))
    let (before, after) = (Data("荷役設備".utf8), Data("荷役施設".utf8))
    while let place = bytes.range(of: before) { bytes.replaceSubrange(place, with: after) }
    try bytes.write(to: URL(filePath: index))
    let run = try Binary.run(["check", "--index", index])
    #expect(run.status == 1)
    #expect(run.output.contains("取り込んだときのものと違います"))
    let cited = try Binary.run(["export", "備蓄", "--index", index])
    #expect(cited.output.contains("［原文と一致］") == false)
  }

  @Test func badBytesAreRefusedUntilTheEncodingIsNamed() throws {
    let scratch = try Scratch()
    let line = Reencoding.bytes(of: "備蓄の量を見直す。\n", in: .shiftJIS).bytes
    let paper = try scratch.write("paper.txt", line + [0xFF, 0x0A] + line)
    let index = scratch.path("i.sqlite")
    let refused = try Binary.run(["ingest", paper, "--index", index])
    #expect(refused.status == 1)
    #expect(refused.errors.contains("paper.txt 2行目: Shift_JIS として読めない箇所が1か所"))
    #expect(refused.errors.contains("\(line.count) バイト目の 0xFF"))
    let taken = try Binary.run(["ingest", paper, "--index", index, "--encoding", "cp932"])
    #expect(taken.status == 0)
    #expect(taken.errors.contains("paper.txt 2行目: Shift_JIS にないバイト 0xFF"))
    #expect(try Binary.run(["check", "--index", index]).status == 0)
    #expect(try Binary.run(["ingest", paper, "--encoding", "koi8"]).status == 2)
  }

  @Test func anArchiveWithNamesOfJapaneseWindows() throws {
    let scratch = try Scratch()
    var writer = ZipWriter()
    writer.add("######.md", Array(samplePaper.utf8))
    writer.add("law.xml", Array("<Law></Law>".utf8))
    // The names of the writer are UTF-8 with its flag; here they become CP932 without it.
    var bytes = writer.finish()
    let name = Reencoding.bytes(of: "資料表", in: .shiftJIS).bytes
    for i in bytes.indices.dropLast(30) {
      if bytes[i...].starts(with: [0x50, 0x4B, 0x03, 0x04]) { bytes[i + 7] = 0 }
      if bytes[i...].starts(with: [0x50, 0x4B, 0x01, 0x02]) { bytes[i + 9] = 0 }
      if bytes[i...].starts(with: Array("######".utf8)) {
        bytes.replaceSubrange(i..<i + 6, with: name)
      }
    }
    let archive = try scratch.write("papers.zip", bytes)
    let index = scratch.path("i.sqlite")
    let run = try Binary.run(["ingest", archive, "--index", index])
    #expect(run.status == 0)
    #expect(run.errors.contains("papers.zip/law.xml: 法令XML"))
    #expect(try dump(index).first?.source == "papers.zip/資料表.md")
    let again = try Binary.run(["ingest", archive, "--index", index])
    #expect(again.output.contains("変更なし1"))
  }

  @Test func pathTricksInAnArchiveAreRefused() throws {
    let scratch = try Scratch()
    var writer = ZipWriter()
    writer.add("../../out.txt", Array("本文".utf8))
    let archive = try scratch.write("tricky.zip", writer.finish())
    let run = try Binary.run(["ingest", archive, "--index", scratch.path("i.sqlite")])
    #expect(run.status == 1)
    #expect(run.errors.contains("tricky.zip"))
    #expect(run.errors.contains("../../out.txt"))
  }

  @Test func aLawGivenByItsNameIsSetAside() throws {
    let scratch = try Scratch()
    let law = try scratch.write("law.txt", "<?xml version=\"1.0\"?><DataRoot></DataRoot>")
    let paper = try scratch.write("paper.md", samplePaper)
    let run = try Binary.run(["ingest", law, paper, "--index", scratch.path("i.sqlite")])
    #expect(run.status == 0)
    #expect(run.errors.contains("`shirube laws import`"))
  }
}
