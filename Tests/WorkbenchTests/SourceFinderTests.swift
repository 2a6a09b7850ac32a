import Archive
import DocumentModel
import Foundation
import Testing
import Workbench

@Suite struct SourceFinderTests {
  /// Makes files below a folder, runs `body` and removes them.
  private func withFiles(_ names: [String], _ body: (String) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: folder) }
    for name in names {
      let file = folder.appending(path: name)
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data("本文".utf8).write(to: file)
    }
    try body(folder.path)
  }

  @Test func foldersAreWalkedInTheOrderOfNames() throws {
    try withFiles(["b.txt", "a/z.md", "a/c.txt", ".hidden/x.txt", "図.png", "B.TXT"]) { folder in
      let found = SourceFinder().find([folder])
      #expect(found.files.map(\.name) == ["B.TXT", "a/c.txt", "a/z.md", "b.txt"])
      #expect(found.diagnostics.map(\.identifier) == ["source.skipped-type"])
    }
  }

  @Test func aFileGivenTwiceCountsOnceAndItsTypeIsNotAsked() throws {
    try withFiles(["notes.log", "a.txt"]) { folder in
      let found = SourceFinder().find([folder + "/a.txt", folder + "/notes.log", folder])
      #expect(found.files.map(\.name) == ["a.txt", "notes.log"])
    }
  }

  /// As another program's unpacking leaves names that were in CP932.
  @Test func aNameThatIsNotUTF8IsTold() throws {
    try withFiles(["a.txt"]) { folder in
      let name = Array((folder + "/").utf8CString.dropLast()) + [-117, 96, 46, 109, 100, 0]
      let file = try #require(fopen(name, "w"))
      fclose(file)
      let found = SourceFinder().find([folder])
      #expect(found.files.map(\.name) == ["a.txt"])
      #expect(found.diagnostics.map(\.identifier) == ["source.name-not-utf8"])
    }
  }

  @Test func aNameThatAnArchiveHoldsTwiceIsTold() throws {
    try withFiles(["b.txt"]) { folder in
      var writer = ZipWriter()
      for words in ["先の文。", "後の文。"] { writer.add("a.txt", Array(words.utf8)) }
      try Data(writer.finish()).write(to: URL(filePath: folder + "/x.zip"))
      let found = SourceFinder().find([folder])
      #expect(try found.files.last?.bytes() == Array("先の文。".utf8))
      #expect(found.files.count == 2)
      #expect(found.diagnostics.map(\.identifier) == ["archive.name-twice"])
    }
  }

  @Test func aLinkToTheFolderAboveIsNotFollowed() throws {
    try withFiles(["a.txt"]) { folder in
      try FileManager.default.createSymbolicLink(
        atPath: folder + "/loop", withDestinationPath: folder)
      #expect(SourceFinder().find([folder]).files.map(\.name) == ["a.txt"])
    }
  }

  @Test func aLinkOutOfTheFolderIsNotFollowedButOneInsideIs() throws {
    try withFiles(["in/a.txt", "out/secret.txt"]) { folder in
      let manager = FileManager.default
      try manager.createSymbolicLink(
        atPath: folder + "/in/b.txt", withDestinationPath: folder + "/out/secret.txt")
      try manager.createDirectory(atPath: folder + "/in/c", withIntermediateDirectories: true)
      try manager.createSymbolicLink(
        atPath: folder + "/in/c/d.txt", withDestinationPath: folder + "/in/a.txt")
      let found = SourceFinder().find([folder + "/in"])
      #expect(found.files.map(\.name) == ["a.txt"])
      #expect(found.diagnostics.map(\.identifier) == ["source.link-not-followed"])
      let linked = SourceFinder().find([folder + "/in/c", folder + "/in/c/d.txt"])
      #expect(linked.files.map(\.name) == ["d.txt"])
    }
  }

  @Test func archivesAreReadInEachOther() throws {
    var inner = ZipWriter()
    inner.add("下/c.txt", Array("本文".utf8))
    inner.add("図.png", [0x89, 0x50, 0x4E, 0x47])
    var outer = ZipWriter()
    outer.add("b.md", Array("本文".utf8))
    outer.add("a/inner.zip", inner.finish())
    outer.add("__MACOSX/b.md", [0])
    outer.add("law.xml", Array("<?xml version=\"1.0\"?><DataRoot><Law/></DataRoot>".utf8))
    try withFiles(["z.txt"]) { folder in
      try Data(outer.finish()).write(to: URL(filePath: folder + "/papers.zip"))
      let found = SourceFinder().find([folder])
      #expect(
        found.files.map(\.name) == [
          "papers.zip/a/inner.zip/下/c.txt", "papers.zip/b.md", "z.txt",
        ])
      #expect(found.diagnostics.map(\.identifier) == ["source.skipped-type", "source.law-xml"])
      #expect(try found.files.first?.bytes() == Array("本文".utf8))
    }
  }

  @Test func archivesTooDeepInEachOtherAreTold() throws {
    var bytes: [UInt8] = []
    for _ in 0..<6 {
      var writer = ZipWriter()
      if bytes.isEmpty { writer.add("a.txt", [0x41]) } else { writer.add("a.zip", bytes) }
      bytes = writer.finish()
    }
    try withFiles(["z.txt"]) { folder in
      try Data(bytes).write(to: URL(filePath: folder + "/deep.zip"))
      let found = SourceFinder().find([folder])
      #expect(found.files.map(\.name) == ["z.txt"])
      #expect(found.diagnostics.first?.identifier == "archive.too-deep")
    }
  }

  /// Each archive is small; together they would be without end.
  @Test func archivesInEachOtherShareOneLimit() throws {
    func archive(_ names: [String], of content: [UInt8]) -> [UInt8] {
      var writer = ZipWriter()
      for name in names { writer.add(name, content) }
      return writer.finish()
    }
    let names = (0..<4).map { "\($0)" }
    let inner = archive(names.map { $0 + ".txt" }, of: Array("本文".utf8))
    let bomb = archive(names.map { $0 + ".zip" }, of: inner)
    try withFiles(["z.txt"]) { folder in
      for name in ["a.zip", "b.zip"] {
        try Data(bomb).write(to: URL(filePath: folder + "/" + name))
      }
      var finder = SourceFinder()
      #expect(finder.find([folder]).files.count == 33)
      finder.limits.entries = 12
      let found = finder.find([folder])
      // Each of the two gives what is within the limit: 4 archives, 2 of them with 4 files.
      #expect(found.files.count == 17)
      #expect(Set(found.diagnostics.map(\.identifier)).contains("archive.too-many-entries"))
    }
  }

  /// Each entry is within the ratio that holds for entries; all of them are a bomb.
  @Test func anArchiveThatUnpacksToManyTimesItsSizeIsRefused() throws {
    var bomb = ZipWriter()
    for name in 0..<40 { bomb.add("\(name).txt", [UInt8](repeating: 0x30, count: 1 << 20)) }
    try withFiles(["z.txt"]) { folder in
      try Data(bomb.finish()).write(to: URL(filePath: folder + "/a.zip"))
      var finder = SourceFinder()
      #expect(finder.find([folder]).files.count == 41)
      finder.alwaysUnpacked = 1 << 20
      let found = finder.find([folder])
      #expect(found.files.map(\.name) == ["z.txt"])
      #expect(found.diagnostics.map(\.identifier).contains("archive.suspicious-ratio"))
    }
  }

  @Test func aFileIsFirstWhatItsContentSays() throws {
    try withFiles(["a.txt"]) { folder in
      try Data("<?xml version=\"1.0\"?>\n<Law Era=\"Reiwa\"></Law>".utf8).write(
        to: URL(filePath: folder + "/law.dat"))
      try Data("備考".utf8).write(to: URL(filePath: folder + "/notes"))
      let found = SourceFinder().find([folder])
      #expect(found.files.map(\.name) == ["a.txt"])
      #expect(found.diagnostics.map(\.identifier) == ["source.law-xml", "source.skipped-type"])
    }
  }

  @Test func aFolderWithoutTextIsTold() throws {
    try withFiles(["図.png"]) { folder in
      let found = SourceFinder().find([folder])
      #expect(
        found.diagnostics.map(\.identifier) == [
          "source.skipped-type", "source.folder-without-text",
        ])
    }
  }
}

@Suite struct DocumentNamingTests {
  @Test(arguments: [
    ("003_a891a629c8aec6e4.txt", "003_a891a629c8aec6e4"), ("資料/基本方針 (案).md", "基本方針-案"),
    ("a/b/v1.2 final.txt", "v1-2-final"), ("…….txt", "document"), ("データ.txt", "データ"),
    (".profile", "profile"),
  ])
  func stem(source: String, id: String) {
    #expect(DocumentNaming.safeStem(of: source) == id)
  }

  @Test func twoSourcesOfOneNameGetTwoIds() {
    var naming = DocumentNaming()
    let first = naming.id(for: "2023/資料.txt")
    let second = naming.id(for: "2024/資料.txt")
    #expect(first == DocumentID("資料"))
    #expect(second != first)
    #expect(second.rawValue.hasPrefix("資料-"))
    #expect(naming.id(for: "2023/資料.txt") == first)
    #expect(naming.id(for: "2024/資料.txt") == second)
  }

  @Test func aSourceKeepsTheIdItHasInTheIndex() {
    var naming = DocumentNaming(taken: [(DocumentID("資料"), "2024/資料.txt")])
    #expect(naming.id(for: "2024/資料.txt") == DocumentID("資料"))
    #expect(naming.id(for: "2023/資料.txt") != DocumentID("資料"))
  }
}

@Suite struct LanguageTests {
  private struct Case: Sendable {
    var asked: String?
    var environment: [String: String]
    var expected: Language
  }

  private static let cases = [
    Case(asked: "en", environment: [:], expected: .en),
    Case(asked: nil, environment: ["LANG": "en_US.UTF-8"], expected: .en),
    Case(asked: nil, environment: ["LANG": "C.UTF-8"], expected: .ja),
    Case(
      asked: nil, environment: ["LC_ALL": "ja_JP.UTF-8", "LANG": "en_US.UTF-8"], expected: .ja),
    Case(asked: nil, environment: [:], expected: .ja),
    Case(asked: "xx", environment: ["LANG": "de_DE"], expected: .en),
    Case(asked: "ja", environment: ["LANG": "en_US"], expected: .ja),
  ]

  @Test func choice() {
    for row in Self.cases {
      let chosen = Language.choose(asked: row.asked, environment: row.environment)
      #expect(chosen == row.expected, "\(row)")
    }
  }
}
