import Foundation
import Glibc
import Testing

/// How the program behaves in a shell.
@Suite struct ConductTests {
  private func index(_ scratch: Scratch, _ text: String = samplePaper) throws -> String {
    let index = scratch.path("i.sqlite")
    let paper = try scratch.write("paper.md", text)
    let run = try Binary.run(["ingest", paper, "--index", index])
    #expect(run.status == 0, "\(run.errors)")
    return index
  }

  @Test func aClosedPipeIsNoError() throws {
    let scratch = try Scratch()
    let long = samplePaper + (1...3000).map { "\n- 第\($0)の品目を備蓄する。" }.joined()
    let index = try index(scratch, long)
    let process = Process()
    process.executableURL = URL(filePath: "/bin/bash")
    process.arguments = [
      "-c", "\"$0\" dump --index \"$1\" | head -n 1 > /dev/null; echo ${PIPESTATUS[0]}",
      Binary.path, index,
    ]
    let (output, errors) = (Pipe(), Pipe())
    process.standardOutput = output
    process.standardError = errors
    try process.run()
    let status = output.fileHandleForReading.readDataToEndOfFile()
    let said = errors.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    #expect(String(decoding: status, as: UTF8.self) == "0\n")
    #expect(said.isEmpty)
  }

  @Test func aPipeGetsNoColour() throws {
    let scratch = try Scratch()
    let index = try index(scratch)
    let run = try Binary.run(["search", "備蓄", "--index", index])
    #expect(!run.output.contains("\u{1B}"))
    #expect(run.output.contains("「備蓄」 "))
    #expect(run.output.contains("ID        paper."))
  }

  @Test func aBatchAnswersBeforeTheNextQuestion() throws {
    let scratch = try Scratch()
    let index = try index(scratch)
    let process = Process()
    process.executableURL = URL(filePath: Binary.path)
    process.arguments = ["search", "--batch", "-", "--index", index]
    process.environment = ProcessInfo.processInfo.environment.merging(
      ["SHIRUBE_DATA": Binary.data]) { $1 }
    let (input, output) = (Pipe(), Pipe())
    process.standardInput = input
    process.standardOutput = output
    try process.run()
    for word in ["備蓄", "点検"] {
      input.fileHandleForWriting.write(Data((word + "\n").utf8))
      // The input stays open: without an answer now, this read would wait for ever.
      let answer = String(decoding: output.fileHandleForReading.availableData, as: UTF8.self)
      #expect(answer.contains("\"query\":\"\(word)\""))
    }
    try input.fileHandleForWriting.close()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
  }

  @Test func theLogTellsEachFileWhereAsked() throws {
    let scratch = try Scratch()
    let paper = try scratch.write("paper.md", samplePaper)
    let arguments = ["ingest", paper, "--index", scratch.path("i.sqlite")]
    let run = try Binary.run(arguments + ["--log-level", "debug"])
    #expect(run.errors.contains("debug shirube.ingest"))
    #expect(run.errors.contains("file=paper.md"))
    #expect(try !Binary.run(arguments + ["--force"]).errors.contains("shirube.ingest"))
  }

  /// Another writer holds the index as long as this test holds the lock file.
  @Test func aSecondWriterSaysWhoHoldsTheIndex() throws {
    let scratch = try Scratch()
    let index = try index(scratch)
    let lock = open(index + ".lock", O_RDWR | O_CREAT, 0o644)
    defer { close(lock) }
    try #require(flock(lock, LOCK_EX | LOCK_NB) == 0)
    _ = "4711\n".withCString { write(lock, $0, 5) }
    let paper = try scratch.write("other.md", samplePaper)
    for (language, words) in [("ja", "使用中"), ("en", "in use")] {
      let run = try Binary.run(["ingest", paper, "--index", index, "--lang", language])
      #expect(run.status == 4)
      #expect(run.errors.contains(words) && run.errors.contains("4711"), "\(run.errors)")
    }
    // Readers are not kept out.
    #expect(try Binary.run(["search", "備蓄", "--index", index]).status == 0)
  }

  @Test func aBatchAnswersEveryLineInItsOrder() throws {
    let scratch = try Scratch()
    let index = try index(scratch)
    let run = try Binary.run(
      ["search", "--batch", "-", "--index", index], input: "備蓄\n\"\"\n該当しない語\n")
    #expect(run.status == 3)
    let lines = run.output.split(separator: "\n").map(String.init)
    #expect(lines.count == 3)
    let records = try lines.map { line in
      try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
    }
    #expect(records.map { $0["query"] as? String } == ["備蓄", "\"\"", "該当しない語"])
    #expect((records[0]["hits"] as? [Any])?.isEmpty == false)
    #expect(records[0]["elapsed_ms"] as? Double != nil)
    #expect((records[1]["error"] as? String)?.contains("検索語がありません") == true)
    #expect(records[2]["total"] as? Int == 0)
  }

  @Test func citedExcerptsAreVerifiedAndGivenTheirSource() throws {
    let scratch = try Scratch()
    let index = try index(scratch)
    let file = scratch.path("out.md")
    let run = try Binary.run(["export", "備蓄", "--index", index, "--output", file])
    #expect(run.status == 0, "\(run.errors)")
    let text = try String(contentsOfFile: file, encoding: .utf8)
    #expect(text.contains("> 予備の部品を備蓄する。") || text.contains("> \\- 予備の部品を備蓄する。"))
    #expect(text.contains("「港湾機能の維持に関する点検結果」（令和7年3月14日・国土交通省・資料）"))
    #expect(text.contains("［原文と一致］"))
    #expect(text.contains("CC BY 4.0"))
    #expect(!FileManager.default.fileExists(atPath: file + ".part"))
  }

  @Test func anUnchangedFileIsNotReadAgainUnlessForced() throws {
    let scratch = try Scratch()
    let index = try index(scratch)
    let paper = scratch.path("paper.md")
    #expect(try Binary.run(["ingest", paper, "--index", index]).output.contains("変更なし1"))
    let forced = try Binary.run(["ingest", paper, "--index", index, "--force"])
    #expect(forced.output.contains("更新1"))
    try scratch.write("paper.md", samplePaper + "\n- 追加の項目。\n")
    let changed = try Binary.run(["ingest", paper, "--index", index])
    #expect(changed.output.contains("更新1"))
    #expect(changed.errors.contains("文書 paper を置き換えました"))
    #expect(try Binary.run(["check", "--index", index]).status == 0)
  }

  @Test func aRebuildLeavesTheOldIndexUntilTheNewOneIsWhole() throws {
    let scratch = try Scratch()
    let index = try index(scratch)
    let failed = try Binary.run(
      ["ingest", scratch.path("none"), "--index", index, "--rebuild"])
    #expect(failed.status == 1)
    #expect(try Binary.run(["search", "備蓄", "--index", index]).status == 0)
    try scratch.write("other/b.txt", "別の文書である。\n")
    let rebuilt = try Binary.run(
      ["ingest", scratch.path("other"), "--index", index, "--rebuild"])
    #expect(rebuilt.status == 0, "\(rebuilt.errors)")
    #expect(try Binary.run(["search", "備蓄", "--index", index]).status == 1)
    #expect(try Binary.run(["search", "別の文書", "--index", index]).status == 0)
  }

  @Test(arguments: [
    "ingest", "search", "show", "trace", "cite", "export", "documents", "stats", "check",
    "explain", "laws", "dump",
  ])
  func helpSpeaksBothLanguages(command: String) throws {
    let ja = try Binary.run([command, "--help", "--lang", "ja"])
    let en = try Binary.run([command, "--help", "--lang", "en"])
    #expect(ja.status == 0 && en.status == 0)
    #expect(ja.output.unicodeScalars.contains { (0x3041...0x30FF).contains($0.value) })
    #expect(!en.output.unicodeScalars.contains { (0x3041...0x309F).contains($0.value) })
  }
}
