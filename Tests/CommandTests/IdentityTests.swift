import Foundation
import TestSupport
import Testing

/// Which document a file is after files were renamed, moved, taken away or made unreadable.
@Suite struct IdentityTests {
  private struct Line: Decodable {
    var type: String
    var id: String?
    var source: String?
    var title: String?
  }

  /// A folder of papers, with an index of them.
  private struct Office {
    let scratch: Scratch
    var folder: String { scratch.path("in") }

    init(_ papers: [String: String]) throws {
      scratch = try Scratch()
      for (name, text) in papers { try write(name, text) }
      #expect(try run("ingest", folder).status == 0)
    }

    func path(_ name: String) -> String { folder + "/" + name }

    /// Writes a file under exactly this name, which Foundation would decompose or compose.
    func write(_ name: String, _ text: String) throws {
      let beside = try scratch.write("beside", text)
      try move(from: beside, to: path(name))
    }

    func move(_ from: String, _ to: String) throws { try move(from: path(from), to: path(to)) }

    private func move(from: String, to: String) throws {
      let above = to.split(separator: "/").dropLast().joined(separator: "/")
      try FileManager.default.createDirectory(
        atPath: "/" + above, withIntermediateDirectories: true)
      #expect(rename(from, to) == 0)
    }

    func run(_ arguments: String...) throws -> Run {
      try Binary.run(arguments + ["--index", scratch.path("i.sqlite"), "--lang", "en"])
    }

    func lines(_ type: String) throws -> [Line] {
      try run("dump").output.split(separator: "\n")
        .map { try JSONDecoder().decode(Line.self, from: Data($0.utf8)) }
        .filter { $0.type == type }
    }

    /// The name of each document by its id.
    func sources() throws -> [String: String] {
      let documents = try lines("document").map { ($0.id ?? "", $0.source ?? "") }
      return Dictionary(documents, uniquingKeysWith: { first, _ in first })
    }
  }

  private let ports = "# 港の点検\n\n荷役設備の点検を終えた。\n"
  private let parts = "# 部品の備え\n\n予備の部品を備蓄する。\n"

  /// Its id, its passages' ids, and what people put down about it stay.
  @Test(arguments: ["ports-2.md", "old/ports.md", "Ports.md", "ports.txt"])
  func aFileOfAnotherNameOrPlaceStaysItsDocument(name: String) throws {
    let office = try Office(["ports.md": ports, "parts.md": parts])
    #expect(try office.run("documents", "set", "ports", "--title", "点検の記録").status == 0)
    let passages = try office.lines("passage").compactMap(\.id)
    #expect(try office.run("basket", "add", passages.last ?? "", "--basket", "b").status == 0)
    try office.move("ports.md", name)
    let run = try office.run("ingest", office.folder, "--prune")
    #expect(run.status == 0 && run.errors.contains("still document ports"))
    #expect(try office.sources() == ["ports": name, "parts": "parts.md"])
    #expect(try office.lines("passage").compactMap(\.id) == passages)
    #expect(try office.lines("document").contains { $0.title == "点検の記録" })
    let basket = try office.run("export", "--basket", "b")
    #expect(basket.status == 0 && basket.errors.isEmpty)
    #expect(try office.run("ingest", office.folder).output.contains("2 unchanged"))
    // Made anew of what the index keeps, it is the same, decisions too.
    #expect(try office.run("ingest", "--rebuild").status == 0)
    #expect(try office.sources()["ports"] == name)
    #expect(try office.lines("document").contains { $0.title == "点検の記録" })
    // A new file of the old name is another document.
    try office.write("ports.md", parts + "\n三つの港に置く。\n")
    #expect(try office.run("ingest", office.folder).status == 0)
    #expect(try office.sources().count == 3 && office.sources()["ports"] == name)
  }

  /// Of two papers of one content, each keeps its own document; a copy is a new one.
  @Test func equalPapersAreNotMixedUp() throws {
    let office = try Office(["a/plan.md": ports, "b/plan.md": ports])
    let before = try office.sources()
    try office.move("a/plan.md", "c/plan.md")
    try office.move("b/plan.md", "d/paper.md")
    try office.write("copy.md", ports)
    #expect(try office.run("ingest", office.folder).status == 0)
    let after = try office.sources()
    #expect(Set(before.keys).isSubset(of: after.keys) && after.count == 3)
    #expect(Set(after.values) == ["c/plan.md", "d/paper.md", "copy.md"])
  }

  /// A folder that was moved, with a link left in its place, is the same folder.
  @Test func aLinkInTheFoldersPlaceLeadsToTheSameDocuments() throws {
    let office = try Office(["ports.md": ports])
    let store = office.scratch.path("store")
    #expect(rename(office.folder, store) == 0 && symlink(store, office.folder) == 0)
    let run = try office.run("ingest", office.folder, "--prune")
    #expect(run.output.contains("0 new, 0 updated, 1 unchanged, 0 failed ("))
  }

  /// Two names that differ only in how their kana are composed are two files to the disk.
  @Test func namesInTwoFormsOfUnicodeAreTwoFiles() throws {
    let (composed, decomposed) = ("ガイド.md", "カ\u{3099}イト\u{3099}.md")
    let office = try Office([decomposed: ports])
    #expect(
      try office.sources().keys.map { Array($0.unicodeScalars) } == [Array("ガイド".unicodeScalars)])
    try office.write(composed, parts)
    for expected in ["1 new, 0 updated, 1 unchanged", "0 new, 0 updated, 2 unchanged"] {
      #expect(try office.run("ingest", office.folder).output.contains(expected))
    }
    #expect(try office.run("search", "備蓄").status == 0)
    #expect(try office.run("search", "荷役設備").status == 0)
  }

  /// A rebuild loses no document whose file can't be read just now, nor what was decided about it.
  @Test func aRebuildKeepsTheEarlierEditionOfWhatIsRefused() throws {
    let office = try Office(["ports.md": ports, "parts.md": parts])
    #expect(try office.run("documents", "set", "ports", "--title", "点検の記録").status == 0)
    try office.write("ports.md", "")
    let run = try office.run("ingest", "--rebuild", office.folder)
    #expect(run.status == 3)
    #expect(run.errors.contains("Document ports stays in the index as it was read before"))
    #expect(try office.lines("document").contains { $0.id == "ports" && $0.title == "点検の記録" })
    #expect(try office.run("check").status == 0)
    // Once it can be read, it is replaced.
    try office.write("ports.md", ports + "\n倉庫も調べた。\n")
    #expect(try office.run("ingest", office.folder).output.contains("1 updated, 1 unchanged"))
  }

  /// An index that lies elsewhere and is reached by a link is rebuilt where it lies.
  @Test func aLinkToAnIndexStaysALink() throws {
    let office = try Office(["ports.md": ports])
    let (link, store) = (office.scratch.path("i.sqlite"), office.scratch.path("store.sqlite"))
    #expect(rename(link, store) == 0 && symlink(store, link) == 0)
    try office.write("parts.md", parts)
    #expect(try office.run("ingest", office.folder, "--rebuild").status == 0)
    let target = try FileManager.default.destinationOfSymbolicLink(atPath: link)
    #expect(target == store)
    #expect(try Binary.run(["search", "備蓄", "--index", store]).status == 0)
    #expect(try office.run("check").status == 0)
  }

  /// What stood at the path is gone also where a folder stands there now.
  @Test func aFolderInAFilesPlaceIsNotTheFile() throws {
    let office = try Office(["ports.md": ports, "parts.md": parts])
    try office.move("ports.md", "kept")
    try office.write("ports.md/inner.md", "# 別の文書\n\n倉庫を調べる。\n")
    let run = try office.run("ingest", office.folder, "--prune")
    #expect(run.output.contains("1 new, 0 updated, 1 unchanged, 0 failed, 1 gone"))
  }

  /// An empty folder may be a drive that is away: its documents are told and stay, until a file is named
  /// itself.
  @Test func documentsOfAnEmptyFolderStayUntilTheirFilesAreNamed() throws {
    let office = try Office(["ports.md": ports, "parts.md": parts])
    for name in ["ports.md", "parts.md"] { #expect(unlink(office.path(name)) == 0) }
    for arguments in [[], ["--prune"]] {
      let run = try Binary.run(
        ["ingest", office.folder, "--lang", "en", "--index", office.scratch.path("i.sqlite")]
          + arguments)
      #expect(run.status == 1 && run.errors.contains("None of the 2 files"))
      #expect(run.errors.contains("ingest \(office.path("parts.md")) --prune"))
      #expect(try office.sources().count == 2)
    }
    let run = try office.run("ingest", office.path("ports.md"), "--prune")
    #expect(run.status == 0 && run.errors.contains("taken out") && !run.errors.contains("error"))
    #expect(try office.sources() == ["parts": "parts.md"])
  }

  /// Where the new edition is refused, the reader is told that the earlier one stays.
  @Test(arguments: [
    ("", "input.empty", []), ("# 港\n\n点検。\n", "source.too-large", ["--max-bytes", "9"]),
  ])
  func theEarlierEditionStaysAndIsTold(
    edition: String, problem: String, arguments: [String]
  ) throws {
    let office = try Office(["ports.md": ports, "parts.md": parts])
    try office.write("ports.md", edition)
    let run = try Binary.run(
      ["ingest", office.path("ports.md"), "--lang", "en", "--format", "json"] + arguments
        + ["--index", office.scratch.path("i.sqlite")])
    #expect(run.errors.contains("Document ports stays in the index as it was read before"))
    #expect(run.output.contains("\"problem\" : \"\(problem)\""))
    #expect(try office.run("search", "荷役設備").status == 0)
  }
}
