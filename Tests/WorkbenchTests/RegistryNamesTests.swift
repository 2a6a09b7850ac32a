import DocumentModel
import Foundation
import PassageIndex
import QueryGrammar
import Registry
import TestSupport
import Testing

@testable import Workbench

/// The names that an index keeps answer as the tables they were made from.
@Suite struct RegistryNamesTests {
  private let folder = FileManager.default.temporaryDirectory.appending(path: "names-\(UUID())")
  private var index: String { folder.appending(path: "index.sqlite").path }

  /// An index of one paper, and a copy of the tables it was made with.
  private func made() async throws -> (base: KnowledgeBase, store: RegistryStore) {
    let tables = folder.appending(path: "registry")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try FileManager.default.copyItem(at: Places.registry, to: tables)
    let store = RegistryStore(folder: tables.path)
    let paper = folder.appending(path: "a.txt")
    try Data("港の方針\n\n　外為法第25条により届け出る。\n".utf8).write(to: paper)
    let ingest = Ingest(registry: try store.load(), classifier: try store.pillarClassifier())
    _ = try await ingest.run([paper.path], into: index)
    return (try KnowledgeBase(index: index), store)
  }

  private func change(_ file: String, _ store: RegistryStore, _ edit: (String) -> String) throws {
    let path = URL(filePath: store.folder + "/" + file)
    try Data(edit(String(decoding: try Data(contentsOf: path), as: UTF8.self)).utf8).write(to: path)
  }

  /// Every seventh name alone and in a sentence, and what people type with them.
  @Test func queriesAreReadAlikeFromIndexAndTables() async throws {
    let (base, store) = try await made()
    let registry = try store.load()
    let (kept, loaded) = (
      try RegistryNames(base, store: store), RegistryNames(base, registry: registry)
    )
    let all = try RegistryNames(base, store: store, keepsAll: true)
    let vocabulary = registry.vocabulary
    let names =
      vocabulary.laws.map(\.name) + vocabulary.organizations.map(\.name)
      + vocabulary.synonymGroups.flatMap { $0 } + vocabulary.spellings.flatMap { $0 }
    try #require(names.count > 5_000)
    var texts = stride(from: 0, to: names.count, by: 7).flatMap { i in
      [names[i], "\(names[i])第3条の２はいつ改められたか", "ministry:\(names[i]) 港　湾"]
    }
    texts += ["K  Program", "ｋ　ｐｒｏｇｒａｍ 採択", "経済産業省と財務省の取組み", "\"外為法\" OR 貨物 -届出", "AI* の"]
    for text in texts {
      let expected = try loaded.parser(for: []).parse(text)
      let asked = try kept.parser(for: [text]).parse(text)
      #expect(asked == expected, "\(text)")
      let known = try all.parser(for: []).parse(text)
      #expect(known == expected, "\(text)")
    }
  }

  @Test func lawsAndTermsAreShownAlike() async throws {
    let (base, store) = try await made()
    let registry = try store.load()
    let (kept, tables) = (try RegistryNames(base, store: store).display(), DisplayNames(registry))
    for law in registry.laws {
      #expect(kept.laws.names(of: law.lawID) == tables.laws.names(of: law.lawID), "\(law.title)")
    }
    let some: Set = [LawID("324AC0000000228")]
    let narrowed = try RegistryNames(base, store: store).display(of: some)
    #expect(narrowed.laws.names(of: LawID("324AC0000000228")) != nil)
    #expect(narrowed.laws.names(of: LawID("504AC0000000043")) == nil)
    let terms = try RegistryNames(base, store: store).conceptTerms()
    #expect(terms == Set(registry.concepts.map(\.term)))
  }

  /// A spelling that somebody adds counts at once, and no index has to be made anew for it.
  @Test func aChangedTableCountsAtOnce() async throws {
    let (base, store) = try await made()
    try change("spellings.jsonl", store) {
      $0 + #"{"forms":["龘","龖"],"evidence":"e","source":"s"}"# + "\n"
    }
    let names = try RegistryNames(base, store: store)
    let query = try names.parser(for: ["龘"]).parse("龘")
    #expect(query.expanded == ["龖"])
  }

  @Test func aBrokenRowIsTold() async throws {
    let (base, store) = try await made()
    try change("laws.jsonl", store) {
      $0.replacing("\"law_number\"", with: "\"number\"", maxReplacements: 1)
    }
    let error = #expect(throws: WorkbenchError.self) { try RegistryNames(base, store: store) }
    #expect(error?.status == .badUse)
  }
}
