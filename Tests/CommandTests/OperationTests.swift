import Foundation
import TestSupport
import Testing

/// What is taken in stays, what is gone is missed, and what is damaged is made anew.
@Suite struct OperationTests {
  private struct Report: Decodable {
    struct File: Decodable {
      var path: String
      var document: String?
      var outcome: String
      var reader: String?
      var pages: Int
      var passages: Int
      var links: Int
      var repairs: Int
      var warnings: Int
      var ms: Int
    }

    var added: [String]
    var unchanged: [String]
    var removed: [String]
    var pruned: [String]
    var files: [File]
  }

  private struct Register: Decodable {
    struct Entry: Decodable { var id: String }
    var documents: [Entry]
  }

  private struct Soundness: Decodable, Equatable {
    var sound: Bool
    var digest: String
  }

  private func ingest(_ arguments: [String], _ index: String) throws -> (Int32, Report) {
    let run = try Binary.run(["ingest"] + arguments + ["--index", index, "--format", "json"])
    return (run.status, try JSONDecoder().decode(Report.self, from: Data(run.output.utf8)))
  }

  private func documents(_ index: String) throws -> [String] {
    let run = try Binary.run(["documents", "--index", index, "--format", "json"])
    return try JSONDecoder().decode(Register.self, from: Data(run.output.utf8)).documents.map(\.id)
  }

  private func check(_ index: String, _ arguments: [String] = []) throws -> (Int32, Soundness?) {
    let run = try Binary.run(["check", "--index", index, "--format", "json"] + arguments)
    return (run.status, try? JSONDecoder().decode(Soundness.self, from: Data(run.output.utf8)))
  }

  /// Two papers of one name, in folders given by name, are two documents, in whatever order.
  @Test func filesOfOneNameAreTwoDocuments() throws {
    let scratch = try Scratch()
    try scratch.write("east/plan.txt", "東の港の点検を終えた。\n")
    try scratch.write("west/plan.txt", "西の港の点検を始めた。\n")
    let (east, west) = (scratch.path("east"), scratch.path("west"))
    var digests: Set<String> = []
    for (number, paths) in [[east, west], [west, east]].enumerated() {
      let index = scratch.path("i\(number).sqlite")
      #expect(try ingest(paths, index).1.added.count == 2)
      #expect(try documents(index).count == 2)
      digests.insert(try #require(try check(index).1).digest)
    }
    #expect(digests.count == 1)
    // Given one after the other, too.
    let index = scratch.path("later.sqlite")
    _ = try ingest([east], index)
    #expect(try ingest([west], index).1.added.count == 1)
    #expect(try documents(index).count == 2)
    #expect(try Binary.run(["search", "東の港", "--index", index]).status == 0)
  }

  @Test func aFolderThatMovesKeepsItsDocuments() throws {
    let scratch = try Scratch()
    try scratch.write("a/plan.txt", "港の点検を終えた。\n")
    let index = scratch.path("i.sqlite")
    _ = try ingest([scratch.path("a")], index)
    try FileManager.default.moveItem(atPath: scratch.path("a"), toPath: scratch.path("b"))
    #expect(try ingest([scratch.path("b")], index).1.unchanged == ["plan"])
    #expect(try documents(index) == ["plan"])
  }

  @Test func aVanishedFileIsToldAndPrunedOnRequest() throws {
    let scratch = try Scratch()
    let gone = try scratch.write("papers/gone.txt", "倉庫の点検を終えた。\n")
    let stays = try scratch.write("papers/stays.txt", "港の点検を終えた。\n")
    let (papers, index) = (scratch.path("papers"), scratch.path("i.sqlite"))
    _ = try ingest([papers], index)
    try FileManager.default.removeItem(atPath: gone)
    let told = try ingest([papers], index)
    #expect(told.0 == 0 && told.1.removed == ["gone"] && told.1.pruned == [])
    #expect(try Binary.run(["search", "倉庫", "--index", index]).status == 0)
    let pruned = try ingest([papers, "--prune"], index)
    #expect(pruned.0 == 0 && pruned.1.pruned == ["gone"])
    #expect(try Binary.run(["search", "倉庫", "--index", index]).status == 1)
    #expect(try check(index).0 == 0)
    // A folder in which nothing is found may be a drive that isn't there.
    try FileManager.default.removeItem(atPath: stays)
    #expect(try ingest([papers, "--prune"], index).1.pruned == [])
    #expect(try documents(index) == ["stays"])
  }

  @Test func eachFileIsReported() throws {
    let scratch = try Scratch()
    try scratch.write("in/paper.md", samplePaper)
    try scratch.write("in/empty.txt", "")
    try scratch.write("in/picture.png", [0x89, 0x50, 0x4E, 0x47])
    let index = scratch.path("i.sqlite")
    let (status, report) = try ingest([scratch.path("in")], index)
    #expect(status == 3)
    let outcomes = Dictionary(grouping: report.files, by: \.outcome).mapValues(\.count)
    #expect(outcomes == ["added": 1, "failed": 1, "skipped": 1])
    let paper = try #require(report.files.first { $0.document == "paper" && $0.outcome == "added" })
    #expect(paper.reader == "text/markdown" && paper.passages > 4 && paper.links == 3)
    #expect(
      try ingest([scratch.path("in/paper.md")], index).1.files.map(\.outcome) == ["unchanged"])
  }

  @Test func limitsAreHeldAndTold() throws {
    let scratch = try Scratch()
    let small = try scratch.write("small.md", samplePaper)
    let large = try scratch.write("large.txt", String(repeating: "港の点検を終えた。\n", count: 2000))
    let index = scratch.path("i.sqlite")
    let run = try Binary.run([
      "ingest", small, large, "--index", index, "--max-bytes", "20000", "--lang", "en",
    ])
    #expect(run.status == 3)
    #expect(run.errors.contains("large.txt: The file is too large to be read (56000 bytes"))
    #expect(try documents(index) == ["small"])
    let slow = try Binary.run(["ingest", large, "--index", index, "--max-seconds", "0.0001"])
    #expect(slow.status == 1)
    #expect(slow.errors.contains("--max-seconds"))
    #expect(try Binary.run(["ingest", large, "--max-bytes", "0", "--index", index]).status == 2)
  }

  /// A text with more parts than its limit is told with both numbers, and the others are taken in.
  @Test(arguments: [
    (
      String(repeating: "# 港\n", count: 11), "too many lines",
      "(11 with rows of tables; the limit is 10)"
    ),
    (String(repeating: "# 港\r", count: 11), "too many lines", "(11 with"),
    (
      "<table>" + String(repeating: "<tr><td>港</td></tr>", count: 11) + "</table>",
      "too many lines", "(11 with"
    ),
    (String(repeating: "4月", count: 41), "may be dates", "(41; the limit is 40)"),
    (String(repeating: "令和6年4月1日、", count: 41), "may be dates", "(41; the limit is 40)"),
    (String(repeating: "第1条第2項、", count: 41), "may be dates", "(41; the limit is 40)"),
    (
      "| " + String(repeating: "港 | ", count: 40) + "\n", "cells of tables", "(41; the limit is 40)"
    ),
    (
      "<table><tr><th>港" + String(repeating: "<td>港", count: 40), "cells of tables",
      "(41; the limit is 40)"
    ),
    (String(repeating: "内閣府の", count: 41), "may be dates", "(41; the limit is 40)"),
    (
      String(repeating: "港の設備を点検した\u{7}。", count: 41), "have to be repaired",
      "(41; the limit is 40)"
    ),
    (String(repeating: "\u{2EA0}", count: 41), "have to be repaired", "(41; the limit is 40)"),
  ])
  func tooManyPartsAreRefused(_ text: String, _ what: String, _ numbers: String) throws {
    let scratch = try Scratch()
    let fine = try scratch.write(
      "fine.txt", String(repeating: "令和6年4月1日に港を点検した。\r\n", count: 10))
    let bad = try scratch.write("bad.md", text)
    let index = scratch.path("i.sqlite")
    let run = try Binary.run([
      "ingest", bad, fine, "--index", index, "--max-parts", "10", "--lang", "en",
    ])
    #expect(run.status == 3)
    #expect(run.errors.contains("bad.md"), "\(run.errors)")
    #expect(run.errors.contains(what), "\(run.errors)")
    #expect(run.errors.contains(numbers), "\(run.errors)")
    #expect(run.errors.contains("--max-parts"))
    #expect(try documents(index) == ["fine"])
    let raised = try Binary.run([
      "ingest", bad, "--index", index, "--max-parts", "11", "--lang", "en",
    ])
    #expect(raised.status == 0, "\(raised.errors)")
    #expect(try check(index).0 == 0)
  }

  /// A draft is met as a document is: refused in words before it takes gigabytes.
  @Test func aDraftHasTheLimitsOfADocument() throws {
    let scratch = try Scratch()
    let index = scratch.path("i.sqlite")
    let paper = try scratch.write("paper.md", samplePaper)
    #expect(try Binary.run(["ingest", paper, "--index", index]).status == 0)
    let lines = try scratch.write("lines.md", String(repeating: "港\n", count: 11))
    for (options, words) in [
      (["--max-parts", "10"], "There are too many lines for one document (11 with rows of tables"),
      (["--max-bytes", "40"], "The file is too large to be read (44 bytes; the limit is 40)"),
    ] {
      let run = try Binary.run(["verify", lines, "--index", index, "--lang", "en"] + options)
      #expect(run.status == 1)
      #expect(run.errors.contains("lines.md: " + words), "\(run.errors)")
      #expect(run.errors.contains(options[0]))
      #expect(run.output.isEmpty)
    }
    let within = ["--max-parts", "11", "--max-bytes", "44"]
    #expect(try Binary.run(["verify", lines, "--index", index] + within).status == 0)
    #expect(try Binary.run(["verify", lines, "--index", index, "--max-parts", "0"]).status == 2)
  }

  @Test(
    arguments: ["--max-seconds", "--every"], ["0", "nan", "inf", "1e300", "86401"])
  func aTimeThatNoClockKnowsIsBadUse(option: String, value: String) throws {
    let run = try Binary.run(["ingest", "x", option, value])
    #expect(run.status == 2 && run.errors.contains("--max-seconds"))
  }

  @Test func aLimitThatNoIndexCanHoldIsBadUse() throws {
    let scratch = try Scratch()
    let paper = try scratch.write("paper.md", samplePaper)
    for limit in [["--max-parts", "0"], ["--max-bytes", "1000000000"]] {
      let run = try Binary.run(["ingest", paper, "--index", scratch.path("i.sqlite")] + limit)
      #expect(run.status == 2)
      #expect(run.errors.contains(limit[0]))
    }
  }

  @Test func theLogCanBeJSON() throws {
    let scratch = try Scratch()
    let paper = try scratch.write("paper.md", samplePaper)
    let run = try Binary.run([
      "ingest", paper, scratch.path("absent"), "--index", scratch.path("i.sqlite"),
      "--log-format", "json", "--log-level", "debug",
    ])
    let lines = try run.errors.split(separator: "\n").map { line in
      try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
    }
    #expect(lines.contains { $0["id"] as? String == "source.missing" })
    #expect(lines.contains { $0["level"] as? String == "debug" })
    #expect(lines.allSatisfy { $0["time"] is String && $0["message"] is String })
    // What was asked is nobody's business.
    let asked = try Binary.run([
      "laws", "show", "秘密の法", "--index", scratch.path("i.sqlite"), "--log-level", "debug",
    ])
    #expect(asked.errors.contains("shirube.command: ended command=laws show "))
    let log = asked.errors.split(separator: "\n").filter { $0.contains(" debug ") }
    #expect(!log.isEmpty && log.allSatisfy { !$0.contains("秘密") })
  }

  /// Bad use is one line, with what the command line said of it.
  @Test func badUseIsOneLineOfJSON() throws {
    let run = try Binary.run(["search", "x", "--bogus", "--log-format", "json"])
    let line = try #require(
      try JSONSerialization.jsonObject(with: Data(run.errors.utf8)) as? [String: Any])
    #expect(line["level"] as? String == "error" && line["id"] as? String == "command.bad-use")
    let details = try #require(line["details"] as? [String: String])
    #expect(details["detail"]?.contains("--bogus") == true)
  }

  @Test func theVersionNamesWhatItStandsOn() throws {
    let run = try Binary.run(["--version"])
    #expect(run.status == 0)
    let names = run.output.split(separator: "\n").map { $0.split(separator: " ").first ?? "" }
    #expect(names == ["shirube", "registry", "ICU", "Unicode", "SQLite", "index"])
  }

  /// Without the files, an index is made anew from what it keeps: documents, laws, decisions.
  @Test func anIndexIsMadeAnewFromItself() throws {
    let scratch = try Scratch()
    let paper = try scratch.write("paper.md", samplePaper)
    let index = scratch.path("i.sqlite")
    _ = try ingest([paper], index)
    let law = try scratch.write("law.md", sampleLaw)
    #expect(try Binary.run(["laws", "import", law, "--index", index]).status == 0)
    let title = ["documents", "set", "paper", "--title", "点検の結果", "--by", "係", "--why", "正式の題名"]
    #expect(try Binary.run(title + ["--index", index]).status == 0)
    let before = try #require(try check(index).1)
    try FileManager.default.removeItem(atPath: paper)

    // The format version is SQLite's user version, big-endian at byte 60 of the file.
    var bytes = try Data(contentsOf: URL(filePath: index))
    bytes[63] = 5
    try bytes.write(to: URL(filePath: index))
    let refused = try Binary.run(["search", "点検", "--index", index])
    #expect(refused.status == 4 && refused.errors.contains("ingest --rebuild"))

    #expect(try Binary.run(["ingest", "--rebuild", "--index", index]).status == 0)
    let after = try #require(try check(index).1)
    #expect(after.sound && after.digest == before.digest)
    #expect(try Binary.run(["documents", "--index", index]).output.contains("点検の結果"))
    #expect(try Binary.run(["laws", "show", "509AC0000000099:1", "--index", index]).status == 0)
    // Made of other documents, it keeps its laws.
    let other = try scratch.write("other.txt", "港の点検を終えた。\n")
    #expect(try Binary.run(["ingest", other, "--rebuild", "--index", index]).status == 0)
    #expect(try documents(index) == ["other"])
    #expect(try Binary.run(["laws", "show", "509AC0000000099:1", "--index", index]).status == 0)
  }

  /// Wherever one word of the file is damaged, the check finds it, and mends it or says that the source
  /// itself is gone.
  @Test func damageIsFoundAndMended() throws {
    let scratch = try Scratch()
    let paper = try scratch.write("paper.md", samplePaper)
    let index = scratch.path("i.sqlite")
    _ = try ingest([paper], index)
    let sound = try #require(try check(index).1)
    let untouched = try check(index, ["--repair"])
    #expect(untouched.0 == 0 && untouched.1 == sound)
    let file = try AlteredFile(index, words: "荷役設備")
    var mended = 0
    for place in file.places {
      let copy = scratch.path("damaged.sqlite")
      try file.write(to: copy, altering: place, into: "荷役施設")
      #expect(try check(copy).0 == 1)
      let repaired = try check(copy, ["--repair"])
      if repaired.0 == 0 {
        #expect(repaired.1?.digest == sound.digest)
        mended += 1
      } else {
        let run = try Binary.run(["check", "--repair", "--index", copy, "--lang", "en"])
        #expect(run.errors.contains("source as the index keeps it is damaged"))
      }
      try FileManager.default.removeItem(atPath: copy)
    }
    #expect(file.places.count >= 3 && mended >= file.places.count - 1)
  }

  /// Several documents of which one's kept source is damaged: the others are mended, and it is told.
  @Test func aLostSourceIsAFailedRepair() throws {
    let scratch = try Scratch()
    try scratch.write("in/paper.md", samplePaper)
    try scratch.write("in/other.txt", "港の点検を終えた。\n")
    let index = scratch.path("i.sqlite")
    _ = try ingest([scratch.path("in")], index)
    let file = try AlteredFile(index, words: "issuer: 国土交通省")
    try file.write(
      to: index, altering: #require(file.places.first), into: "issuer: 国土交通所")
    let run = try Binary.run(["check", "--repair", "--index", index, "--lang", "en"])
    #expect(run.status == 1)
    #expect(run.errors.contains("/in/paper.md: Document paper can't be made anew"))
    #expect(run.output.contains("But for these errors: 1 documents"))
    #expect(try documents(index) == ["other"])
  }

  /// Decisions that can't be read are as wrong as the index would be.
  @Test func aDamagedDecisionIsNotSound() throws {
    let scratch = try Scratch()
    let paper = try scratch.write("paper.md", samplePaper)
    let index = scratch.path("i.sqlite")
    _ = try ingest([paper], index)
    try scratch.write("i.sqlite.decisions/pillars.jsonl", "{\"pillars\":[]}\n\n")
    let (status, report) = try check(index)
    #expect(status == 1 && report?.sound == false)
  }

  /// What the tables hold beside the words, too: each place in which a name of the paper stands.
  @Test(arguments: ["外為法", "今後の対応"])
  func everyAlteredRecordIsFound(name: String) throws {
    let scratch = try Scratch()
    let paper = try scratch.write("paper.md", samplePaper)
    let index = scratch.path("i.sqlite")
    _ = try ingest([paper], index)
    #expect(try check(index).0 == 0)
    let file = try AlteredFile(index, words: name)
    #expect(file.places.count > 2)
    for place in file.places(atMost: 6) {
      let copy = scratch.path("altered.sqlite")
      try file.write(to: copy, altering: place)
      let run = try Binary.run(["check", "--index", copy, "--lang", "en"])
      #expect(run.status == 1 || run.status == 4, "\(name), byte \(place.lowerBound)")
      #expect((run.output + run.errors).contains("shirube "))
    }
  }

  /// The words kept in a basket, and its lines, are held against the index.
  @Test func anAlteredBasketIsFound() throws {
    let scratch = try Scratch()
    let paper = try scratch.write("paper.md", samplePaper)
    let index = scratch.path("i.sqlite")
    _ = try ingest([paper], index)
    struct Found: Decodable {
      struct Hit: Decodable { var passage: String }
      var hits: [Hit]
    }
    let search = try Binary.run(["search", "予備の部品", "--index", index, "--format", "json"])
    let found = try JSONDecoder().decode(Found.self, from: Data(search.output.utf8))
    let passage = try #require(found.hits.first?.passage)
    #expect(try Binary.run(["basket", "add", passage, "--index", index]).status == 0)
    #expect(try check(index).0 == 0)
    let file = URL(filePath: index + ".decisions/baskets.jsonl")
    let kept = try String(contentsOf: file, encoding: .utf8)
    try kept.replacing("備蓄する", with: "備蓄しない").write(to: file, atomically: true, encoding: .utf8)
    let run = try Binary.run(["check", "--index", index])
    #expect(run.status == 1 && run.output.contains("basket remove default \(passage)"))
    try (kept + kept.dropLast(30) + "\n").write(to: file, atomically: true, encoding: .utf8)
    let cut = try Binary.run(["check", "--index", index])
    #expect(cut.status == 1 && cut.errors.contains("baskets.jsonl"))
  }

  /// A program that follows a folder, and what it prints line by line.
  private struct Watch {
    let process = Process()
    let output = Pipe()
    let errors = Pipe()

    init(_ arguments: [String]) throws {
      process.executableURL = URL(filePath: Binary.path)
      process.arguments = ["ingest", "--watch", "--every", "0.2", "--lang", "en"] + arguments
      process.environment = ProcessInfo.processInfo.environment.merging(
        ["SHIRUBE_DATA": Binary.data]) { $1 }
      process.standardOutput = output
      process.standardError = errors
      try process.run()
    }

    /// Waits for what is printed next.
    func next() -> String {
      String(decoding: output.fileHandleForReading.availableData, as: UTF8.self)
    }
  }

  @Test func aWatchedFolderIsTakenInAgain() throws {
    let scratch = try Scratch()
    let first = try scratch.write("in/first.txt", "港の点検を終えた。\n")
    let index = scratch.path("i.sqlite")
    let watch = try Watch([scratch.path("in"), "--index", index])
    defer { watch.process.terminate() }
    #expect(watch.next().contains("1 new"))
    try scratch.write("in/first.txt~", "港の点検を")
    try scratch.write("in/second.txt", "倉庫の点検を始めた。\n")
    #expect(watch.next().contains("1 new, 0 updated, 1 unchanged"))
    #expect(try documents(index) == ["first", "second"])
    // An editor moves a file of the same size and time over it.
    let manager = FileManager.default
    let time = try #require(try manager.attributesOfItem(atPath: first)[.modificationDate] as? Date)
    let beside = try scratch.write("beside", "湾の点検を終えた。\n")
    try manager.setAttributes([.modificationDate: time], ofItemAtPath: beside)
    #expect(rename(beside, first) == 0)
    #expect(watch.next().contains("0 new, 1 updated, 1 unchanged"))
    try manager.moveItem(atPath: first, toPath: scratch.path("in/third.txt"))
    #expect(watch.next().contains("0 new, 1 updated, 1 unchanged, 0 failed"))
    #expect(try documents(index) == ["first", "second"])
    watch.process.terminate()
    let told = String(
      decoding: watch.errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    #expect(told.split(separator: "\n").count { $0.contains("first.txt~") } == 1)
  }

  /// Ctrl-C and SIGTERM end a watch in good order, at rest and in the middle of an ingest.
  @Test(arguments: [SIGINT, SIGTERM], [1, 60])
  func aWatchEndsInGoodOrder(signal: Int32, files: Int) throws {
    let scratch = try Scratch()
    for number in 0..<files {
      let text = String(repeating: "第\(number)の港の点検を終えた。\n", count: files * 10)
      try scratch.write("in/\(number).txt", text)
    }
    let index = scratch.path("i.sqlite")
    let watch = try Watch([
      scratch.path("in"), "--index", index, "--jobs", "1", "--log-level", "debug",
    ])
    var told = ""
    let last = files == 1 ? "Watching" : "stored:"
    while !told.contains(last), watch.process.isRunning {
      told += String(
        decoding: watch.errors.fileHandleForReading.availableData, as: UTF8.self)
    }
    kill(watch.process.processIdentifier, signal)
    told += String(
      decoding: watch.errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    watch.process.waitUntilExit()
    #expect(watch.process.terminationReason == .exit && watch.process.terminationStatus == 0)
    #expect(told.contains("The watch has ended"))
    #expect(try check(index).0 == 0)
    #expect(!FileManager.default.fileExists(atPath: index + ".lock"))
  }
}

/// A law of our own in the Markdown form.
private let sampleLaw = """
  ---
  title: "素材の供給網に関する法律"
  identifier: "509AC0000000099"
  extra:
    law_num: "令和九年法律第九十九号"
    law_type: "Act"
    enforced_at: "2027-04-01"
  ---

  **第一条（素材の指定）**　次の物を指定する。
  """
