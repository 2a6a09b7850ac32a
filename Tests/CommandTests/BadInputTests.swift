import Foundation
import Testing

/// Bad input of every kind: a clear message in both languages, the right exit status, and the rest
/// of the work done.
@Suite struct BadInputTests {
  /// Runs in both languages and expects a status and a word of each message.
  private func check(
    _ arguments: [String], status: Int32, ja: String, en: String,
    environment: [String: String] = [:]
  ) throws {
    for (language, words) in [("ja", ja), ("en", en)] {
      let run = try Binary.run(arguments + ["--lang", language], environment: environment)
      #expect(run.status == status, "\(arguments) \(run.errors)")
      #expect(run.errors.contains(words), "\(arguments) \(run.errors)")
    }
  }

  @Test func filesThatCannotBeReadAreToldAndTheRestIsDone() throws {
    let scratch = try Scratch()
    try scratch.write("in/good.md", samplePaper)
    try scratch.write("in/empty.txt", "")
    try scratch.write("in/binary.txt", [0x7F, 0x45, 0x4C, 0x46, 0, 0, 1])
    try scratch.write("in/latin.txt", Array("caf".utf8) + [0xE9, 0x0A])
    try scratch.write("in/photo.jpg", [0xFF, 0xD8])
    let index = scratch.path("i.sqlite")
    let run = try Binary.run(
      ["ingest", scratch.path("in"), scratch.path("absent.txt"), "--index", index])
    #expect(run.status == 3)
    #expect(run.errors.contains("empty.txt: 中身のない"))
    #expect(run.errors.contains("binary.txt: テキストではない"))
    #expect(run.errors.contains("latin.txt 1行目: 文字コードがわかりません"))
    #expect(run.errors.contains("photo.jpg: 対応していない形式なので飛ばしました"))
    #expect(run.errors.contains("absent.txt: ファイルもフォルダもありません"))
    #expect(run.output.contains("新規1"))
    let found = try Binary.run(["search", "備蓄", "--index", index])
    #expect(found.status == 0)
    #expect(found.output.contains("港湾機能の維持"))
  }

  /// What is too long for words is searched for as it stands.
  @Test func aPastedDocumentIsSearchedForToTheLetter() throws {
    let scratch = try Scratch()
    let index = scratch.path("i.sqlite")
    let words = (0..<1_000).map { "第\($0)号の岸壁を点検し、その結果を公表する" }.joined(separator: "、") + "。"
    let paper = try scratch.write("good.md", samplePaper + "\n\n" + words + "\n")
    #expect(try Binary.run(["ingest", paper, "--index", index]).status == 0)
    let found = try Binary.run(["search", words, "--index", index, "--format", "json"])
    #expect(found.status == 0 && found.output.contains("\"total\" : 1"))
    let other = words.replacing("第999号", with: "第千号")
    #expect(try Binary.run(["search", other, "--index", index]).status == 1)
    let batch = try scratch.write("questions.txt", other + "\n岸壁\n")
    let run = try Binary.run(["search", "--batch", batch, "--index", index])
    #expect(run.status == 0 && run.output.split(separator: "\n").count == 2)
  }

  @Test func aPageWithoutTextCountsAsUnread() throws {
    let scratch = try Scratch()
    try scratch.write("in/good.md", samplePaper)
    try scratch.write("in/shell.html", "<title>殻</title><body><script>x()</script></body>")
    try check(
      ["ingest", scratch.path("in"), "--index", scratch.path("i.sqlite")], status: 3,
      ja: "本文の文字がありません", en: "holds no text")
  }

  /// The index may hold the only copy of its texts.
  @Test func aRebuildThatTakesTooLongLeavesTheIndex() throws {
    let scratch = try Scratch()
    let index = scratch.path("i.sqlite")
    let paper = try scratch.write("good.md", samplePaper)
    #expect(try Binary.run(["ingest", paper, "--index", index]).status == 0)
    try check(
      ["ingest", "--rebuild", "--max-seconds", "0.0000001", "--index", index], status: 1,
      ja: "索引は元のまま", en: "the index stays as it was")
    #expect(try Binary.run(["search", "備蓄", "--index", index]).status == 0)
  }

  @Test func anUnknownTypeInAFolderChangesNothing() throws {
    let scratch = try Scratch()
    try scratch.write("in/good.md", samplePaper)
    try scratch.write("in/photo.jpg", [0xFF, 0xD8])
    let run = try Binary.run(["ingest", scratch.path("in"), "--index", scratch.path("i.sqlite")])
    #expect(run.status == 0)
  }

  @Test func nothingReadableIsStatusOneAndMakesNoIndex() throws {
    let scratch = try Scratch()
    try scratch.write("in/photo.jpg", [0xFF, 0xD8])
    let index = scratch.path("i.sqlite")
    try check(
      ["ingest", scratch.path("in"), "--index", index], status: 1, ja: "一つもありません",
      en: "Not one file could be read")
    try check(
      ["ingest", scratch.path("none"), "--index", index], status: 1, ja: "ファイルもフォルダもありません",
      en: "There is no such file or folder")
    #expect(!FileManager.default.fileExists(atPath: index))
  }

  @Test(.enabled(if: getuid() != 0)) func aFileWithoutPermissionIsTold() throws {
    let scratch = try Scratch()
    let file = try scratch.write("secret.txt", "本文")
    try FileManager.default.setAttributes([.posixPermissions: 0], ofItemAtPath: file)
    try check(
      ["ingest", file, "--index", scratch.path("i.sqlite")], status: 1, ja: "開けません",
      en: "can't be opened")
  }

  @Test(arguments: ["", "   ", "\"\"", "\" \"", "OR", "AND OR", "-", "\u{3000}"])
  func aQueryOfNothingIsBadUse(query: String) throws {
    let scratch = try Scratch()
    let index = scratch.path("i.sqlite")
    let paper = try scratch.write("paper.md", samplePaper)
    #expect(try Binary.run(["ingest", paper, "--index", index]).status == 0)
    try check(
      ["search", query, "--index", index], status: 2, ja: "検索語がありません",
      en: "nothing to search for")
  }

  @Test func theIndexMayBeMissingTruncatedForeignOrOfAnotherVersion() throws {
    let scratch = try Scratch()
    try check(
      ["search", "備蓄", "--index", scratch.path("none.sqlite")], status: 4, ja: "がありません",
      en: "There is no index")
    let text = try scratch.write("text.sqlite", String(repeating: "これは索引ではない。", count: 500))
    try check(["documents", "--index", text], status: 4, ja: "索引ではない", en: "no index of this")
    let folder = scratch.path("folder")
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try check(["documents", "--index", folder], status: 4, ja: "索引ではない", en: "no index of this")

    let index = scratch.path("i.sqlite")
    let paper = try scratch.write("paper.md", samplePaper)
    #expect(try Binary.run(["ingest", paper, "--index", index]).status == 0)
    let whole = try Data(contentsOf: URL(filePath: index))
    try whole.prefix(whole.count / 2).write(to: URL(filePath: scratch.path("half.sqlite")))
    for command in [["search", "備蓄"], ["check"], ["dump"]] {
      let run = try Binary.run(command + ["--index", scratch.path("half.sqlite")])
      #expect([1, 4].contains(run.status), "\(command) \(run.status) \(run.errors)")
    }
    // The format version is SQLite's user version, big-endian at byte 60 of the file.
    var newer = whole
    newer.replaceSubrange(60..<64, with: [0, 0, 0x7F, 0xFF])
    try newer.write(to: URL(filePath: scratch.path("newer.sqlite")))
    try check(
      ["search", "備蓄", "--index", scratch.path("newer.sqlite")], status: 4,
      ja: "新しい版", en: "newer version")
    newer[63] = 3
    newer[62] = 0
    try newer.write(to: URL(filePath: scratch.path("oldest.sqlite")))
    try check(
      ["ingest", "--rebuild", "--index", scratch.path("oldest.sqlite")], status: 4,
      ja: "原文を持たない古い形式", en: "keeps no sources")
  }

  /// A mistyped `--index` must not cost the user a file: nothing but an index is ever replaced, and no
  /// index of a later version.
  @Test func whatIsNoIndexIsNeverReplaced() throws {
    let scratch = try Scratch()
    let paper = try scratch.write("paper.md", samplePaper)
    let index = scratch.path("i.sqlite")
    #expect(try Binary.run(["ingest", paper, "--index", index]).status == 0)
    let whole = try Data(contentsOf: URL(filePath: index))
    // The header as SQLite writes it, with the format at byte 60 and the program's mark at byte 68.
    var (other, newer, damaged) = (whole, whole, whole)
    other.replaceSubrange(68..<72, with: [0, 0, 0, 7])
    newer[60] = 1
    damaged.replaceSubrange(100..<4000, with: Data(count: 3900))
    let files = [
      "draft.txt": Data("わたしの原稿である。\n".utf8), "other.sqlite": other, "newer.sqlite": newer,
      "zeros": Data(count: 9000),
    ]
    let commands = [
      ["ingest", paper], ["ingest", paper, "--rebuild"], ["ingest", "--rebuild"],
      ["check", "--repair"],
    ]
    for (name, content) in files {
      try content.write(to: URL(filePath: scratch.path(name)))
      for command in commands {
        let run = try Binary.run(command + ["--index", scratch.path(name)])
        #expect(run.status == 4 && run.errors.contains("何も変えていません"), "\(name) \(command)")
        #expect(try Data(contentsOf: URL(filePath: scratch.path(name))) == content)
      }
    }
    // One of its own that is damaged is made anew.
    let file = scratch.path("damaged.sqlite")
    try damaged.write(to: URL(filePath: file))
    let run = try Binary.run(["search", "備蓄", "--index", file])
    #expect(run.status == 4 && run.errors.contains("壊れています"))
    #expect(try Binary.run(["ingest", paper, "--rebuild", "--index", file]).status == 0)
    #expect(try Binary.run(["check", "--index", file]).status == 0)
  }

  @Test func aBrokenRegistryRowIsNamedByFileAndLine() throws {
    let scratch = try Scratch()
    let tables = URL(filePath: scratch.path("data"))
    try FileManager.default.copyItem(
      at: URL(filePath: Binary.data).appending(path: "registry"),
      to: tables.appending(path: "registry", directoryHint: .isDirectory).parentMade())
    let eras = tables.appending(path: "registry/eras.jsonl")
    var text = try String(contentsOf: eras, encoding: .utf8)
    text += "{\"name\":\"試\"\n"
    try text.write(to: eras, atomically: true, encoding: .utf8)
    let line = text.split(separator: "\n").count
    try check(
      ["laws", "list"], status: 2, ja: "eras.jsonl \(line)行目", en: "eras.jsonl, line \(line)",
      environment: ["SHIRUBE_DATA": tables.path])
    try check(
      ["laws", "list"], status: 2, ja: "見つかりません", en: "aren't at",
      environment: ["SHIRUBE_DATA": scratch.path("nowhere")])
  }

  @Test(arguments: [
    ["search"], ["search", "備蓄", "--limit", "0"], ["search", "備蓄", "--colour"],
    ["search", "備蓄", "--pillar", "grow"], ["ingest"], ["nonsense"],
    ["check", "--format", "markdown"], ["laws", "show"], ["verify"],
  ])
  func badUseIsTwo(arguments: [String]) throws {
    #expect(try Binary.run(arguments).status == 2)
  }

  @Test func unknownIdsAndFiltersAreTold() throws {
    let scratch = try Scratch()
    let index = scratch.path("i.sqlite")
    let paper = try scratch.write("paper.md", samplePaper)
    #expect(try Binary.run(["ingest", paper, "--index", index]).status == 0)
    let common = ["--index", index]
    try check(["show", "paper.nope"] + common, status: 1, ja: "索引にありません", en: "has no passage")
    try check(["cite", "paper.nope"] + common, status: 1, ja: "索引にありません", en: "has no passage")
    try check(
      ["search", "備蓄", "--law", "架空法"] + common, status: 2, ja: "辞書にありません", en: "has no law")
    try check(
      ["search", "備蓄", "--since", "いつか"] + common, status: 2, ja: "日付として読めません",
      en: "can't be read as a date")
    try check(
      ["search", "備蓄", "--document", "none"] + common, status: 2, ja: "索引にありません",
      en: "has no document")
    try check(["search", "該当しない語"] + common, status: 1, ja: "見つかりませんでした", en: "Nothing found")
    try check(["export", "該当しない語"] + common, status: 1, ja: "見つかりませんでした", en: "Nothing found")
    try check(
      ["export", "備蓄", "--output", scratch.path("no/such/folder.md")] + common, status: 2,
      ja: "書き込めません", en: "can't be written")
  }
}

extension URL {
  /// The same URL, its folder made.
  func parentMade() throws -> URL {
    try FileManager.default.createDirectory(
      at: deletingLastPathComponent(), withIntermediateDirectories: true)
    return self
  }
}
