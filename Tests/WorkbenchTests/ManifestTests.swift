import DocumentModel
import Foundation
import Testing

@testable import Workbench

@Suite struct CSVReaderTests {
  @Test(arguments: [
    ("a,b\n1,2\n", [["a", "b"], ["1", "2"]]),
    ("a,b\r\n1,2", [["a", "b"], ["1", "2"]]),
    ("\"a,\"\"x\"\"\n2\",b\n\n,\n", [["a,\"x\"\n2", "b"], ["", ""]]),
    ("", []), ("a", [["a"]]), ("a,", [["a", ""]]), ("\"\",b", [["", "b"]]),
  ])
  func records(text: String, fields: [[String]]) {
    #expect(CSVReader().read(text).records.map(\.fields) == fields)
  }

  @Test func linesAreCountedThroughQuotedOnes() {
    let read = CSVReader().read("a\n\"x\ny\"\nz\n\"open\n")
    #expect(read.records.map(\.line) == [1, 2, 4])
    #expect(read.unclosed == 5)
  }
}

@Suite struct ManifestTests {
  /// Writes a manifest, lays it over files of these names, and returns both outcomes.
  private func describe(
    _ bytes: [UInt8], _ names: [String], named name: String = "list.csv"
  ) throws -> (files: [SourceFile], diagnostics: [Diagnostic]) {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = folder.appending(path: name).path
    try Data(bytes).write(to: URL(filePath: path))
    let manifest = try Manifest.read(path)
    var files = names.map { SourceFile(path: folder.path + "/" + $0, name: $0) }
    let told = manifest.value.describe(&files)
    return (files, manifest.diagnostics + told)
  }

  private static let csv = """
    file,title,issuer,date,kind,source_url,licence,retrieved-at
    a/plan.txt,"計画, 改訂版",架空省,令和6年6月4日,決定,https://example.go.jp/a,CC BY 4.0,2026-11-21T09:00:00Z
    """

  @Test(arguments: ["\n", "\r\n"], ["", "\u{FEFF}"])
  func aTableGivesEveryValue(lineEnd: String, mark: String) throws {
    let text = mark + Self.csv.split(separator: "\n").joined(separator: lineEnd)
    let (files, diagnostics) = try describe(Array(text.utf8), ["a/plan.txt", "b.txt"])
    let metadata = files[0].described
    #expect(
      DocumentMetadata.Name.allCases.map { metadata[$0]?.value } == [
        "計画, 改訂版", "架空省", "2024-06-04", "決定", "https://example.go.jp/a", "CC BY 4.0",
        "2026-11-21",
      ])
    #expect(metadata.title?.origin == .given)
    #expect(files[1].described.isEmpty)
    #expect(diagnostics == [])
  }

  @Test func aTableOfJapaneseWindowsIsRead() throws {
    let bytes =
      Array("file,title\nplan.txt,".utf8) + [0x8C, 0x76, 0x89, 0xE6, 0x82, 0xCC, 0x88, 0xC4]
    let (files, _) = try describe(bytes, ["plan.txt"])
    #expect(files[0].described.title?.value == "計画の案")
  }

  @Test func linesOfJSONGiveTheSame() throws {
    let text = """
      {"file":"plan.txt","title":"計画","date":"2024/6","issuer":null}

      {"file":"b.txt","note":1,"kind":["x"],"date":"近日"}
      not json
      {"title":"名のない行"}
      """
    let (files, diagnostics) = try describe(
      Array(text.utf8), ["x/plan.txt", "b.txt"], named: "list.jsonl")
    #expect(files[0].described.title?.value == "計画")
    #expect(files[0].described.date?.value == "2024-06")
    #expect(
      diagnostics.map { "\($0.identifier) \($0.arguments["line"] ?? "")" } == [
        "manifest.bad-date 3", "manifest.bad-value 3", "manifest.unknown-key 3",
        "manifest.no-object 4", "manifest.no-name 5",
      ])
    #expect(diagnostics.allSatisfy { $0.arguments["file"]?.hasSuffix("list.jsonl") == true })
  }

  @Test func rowsThatFitNoFileOrSeveralAreTold() throws {
    let text = """
      file,title,colour
      plan.txt,甲,x
      none.txt,乙,x
      2024/plan.txt,丙,x
      2024/plan.txt,丁,x
      short,x
      """
    let (files, diagnostics) = try describe(Array(text.utf8), ["2023/plan.txt", "2024/plan.txt"])
    #expect(
      diagnostics.map { "\($0.identifier) \($0.arguments["line"] ?? "")" } == [
        "manifest.unknown-key 1", "manifest.field-count 6", "manifest.ambiguous 2",
        "manifest.no-file 3", "manifest.repeated 5",
      ])
    #expect(files.map { $0.described.title?.value } == [nil, "丙"])
  }

  @Test func whatIsNoManifestIsRefused() {
    #expect(throws: WorkbenchError.self) { try describe(Array("name,title\n".utf8), []) }
    #expect(throws: WorkbenchError.self) { try Manifest.read("/no/such/list.csv") }
  }
}

@Suite struct SidecarTests {
  private func sidecars(_ names: [String]) throws -> [String: String] {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: folder) }
    for name in names {
      let file = folder.appending(path: name)
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data("{}".utf8).write(to: file)
    }
    var found: [String: String] = [:]
    for file in SourceFinder().find([folder.path]).files {
      found[file.name] =
        file.sidecar.map { String($0.path.dropFirst(folder.path.count + 1)) } ?? "-"
    }
    return found
  }

  @Test func eachDocumentHasItsOwn() throws {
    let found = try sidecars([
      "a.txt", "a.json", "b.txt", "plan/source.md", "plan/appendix.md", "plan/document.json",
      "only/x.txt", "only/document.json", "two/x.txt", "two/y.txt", "two/document.json",
    ])
    #expect(
      found == [
        "a.txt": "a.json", "b.txt": "-", "plan/source.md": "plan/document.json",
        "plan/appendix.md": "-", "only/x.txt": "only/document.json", "two/x.txt": "-",
        "two/y.txt": "-",
      ])
  }
}
