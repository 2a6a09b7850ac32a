import DocumentModel
import Foundation
import TestSupport
import Testing
import Workbench

/// The whole path on the five seed documents.
@Suite(.enabled(if: Places.shared != nil), .serialized) struct SeedsTests {
  /// Ingests the seeds into a new index, gives its path to `body` and removes it.
  private func withIndex(
    of files: [URL] = Places.seeds, jobs: Int = 2, _ body: (String, IngestReport) throws -> Void
  ) async throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: folder) }
    let index = folder.appending(path: "i.sqlite").path
    let report = try await ingest(jobs: jobs).run(
      files.map(\.path), into: index)
    try body(index, report)
  }

  private func ingest(jobs: Int) throws -> Ingest {
    let store = RegistryStore(folder: Places.registry.path)
    return Ingest(
      registry: try store.load(), classifier: try store.pillarClassifier(),
      options: .init(jobs: jobs))
  }

  private func dump(_ index: String) throws -> [String] {
    var lines: [String] = []
    try Dump().run(index: index) { lines.append($0) }
    return lines
  }

  @Test func theWholePathHoldsTogetherAndIsTheSameEveryTime() async throws {
    var first: (dump: [String], digest: String)?
    try await withIndex(jobs: 1) { index, report in
      #expect(report.documents(.added).count == 5)
      #expect(report.status == .done)
      let lines = try dump(index)
      try checkDump(lines)
      let base = try KnowledgeBase(index: index)
      let check = try Check(base).run(RegistryStore(folder: Places.registry.path).load())
      #expect(check.findings == [])
      #expect(check.documents == 5)
      first = (lines, try base.contentDigest())
    }
    try await withIndex(jobs: 3) { index, _ in
      let lines = try dump(index)
      #expect(lines == first?.dump)
      let digest = try KnowledgeBase(index: index).contentDigest()
      #expect(digest == first?.digest)
    }
  }

  /// Every record refers to records before it, and every offset leads to the record's own words.
  private func checkDump(_ lines: [String]) throws {
    var sources: [String: [UInt8]] = [:]
    for file in Places.seeds {
      sources[file.lastPathComponent] = [UInt8](try Data(contentsOf: file))
    }
    var documents: [String: [UInt8]] = [:]
    var indexes: [String: LineIndex] = [:]
    var sections: Set<String> = []
    var passages: [String: [String]] = [:]
    var blocks = 0
    for line in lines {
      let record = try #require(
        try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
      let type = try #require(record["type"] as? String)
      if type == "document" {
        let id = try #require(record["id"] as? String)
        let source = try #require(record["source"] as? String)
        documents[id] = sources[source]
        indexes[id] = sources[source].map { LineIndex($0) }
        continue
      }
      let document = try #require(record["doc"] as? String)
      let bytes = try #require(documents[document])
      let index = try #require(indexes[document])
      let first = try #require(record["line"] as? Int)
      let last = try #require(record["line_end"] as? Int)
      #expect(last >= first)
      switch type {
      case "section":
        if let parent = record["parent"] as? String { #expect(sections.contains(parent)) }
        let id = try #require(record["id"] as? String)
        #expect(sections.insert(id).inserted)
      case "block":
        blocks += 1
        let section = try #require(record["section"] as? String)
        #expect(sections.contains(section))
      case "passage":
        let id = try #require(record["id"] as? String)
        #expect(passages[id] == nil, "\(id) stands twice")
        passages[id] = []
        try checkPosition(record, index)
      case "link":
        try checkPosition(record, index)
        let spans = try #require(
          record["spans"] as? [[Int]]
            ?? [[record["byte_start"], record["byte_end"]].compactMap { $0 as? Int }])
        let found = spans.flatMap { bytes[$0[0]..<$0[1]] }
        let surface = try #require(record["surface"] as? String)
        #expect(Self.inked(found) == Self.inked(Array(surface.utf8)), "\(line)")
        if let passage = record["passage"] as? String { #expect(passages[passage] != nil) }
      default: Issue.record("unknown type \(type)")
      }
    }
    #expect(documents.count == 5)
    #expect(passages.count > 1000)
    #expect(blocks >= passages.count)
  }

  /// Holds hull, spans and line against each other.
  private func checkPosition(_ record: [String: Any], _ index: LineIndex) throws {
    let start = try #require(record["byte_start"] as? Int)
    let end = try #require(record["byte_end"] as? Int)
    #expect(start < end && end <= index.count)
    #expect(record["line"] as? Int == index.line(at: TextOffset(start)))
    #expect(record["line_end"] as? Int == index.line(at: TextOffset(end - 1)))
    if let spans = record["spans"] as? [[Int]] {
      #expect(spans.map { $0[0] }.min() == start)
      #expect(spans.map { $0[1] }.max() == end)
    }
  }

  private static func inked(_ bytes: [UInt8]) -> [UInt8] {
    bytes.filter { $0 != 0x20 && !(0x09...0x0D).contains($0) }
  }

  @Test func theDumpOfAnIndexIsWhatTheStagesFound() async throws {
    let seed = try #require(Places.seeds.last)
    var direct: [String] = []
    _ = try await ingest(jobs: 1).documents(under: [seed.path]) {
      try Dump().lines(of: $0) { direct.append($0) }
    }
    try await withIndex(of: [seed]) { index, _ in
      let stored = try dump(index)
      #expect(stored == direct)
    }
  }
}
