import DocumentModel
import Foundation
import PassageIndex
import TestSupport
import Testing
import Workbench

/// Terms of imported laws in documents that cite them, whatever came first.
@Suite struct LawConceptsTests {
  private let folder = FileManager.default.temporaryDirectory.appending(path: "terms-\(UUID())")

  init() throws {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try write(
      "324AC0000000228_20270401_000000000000000.xml",
      """
      <Law LawType="Act"><LawNum>昭和二十四年法律第二百二十八号</LawNum><LawBody><LawTitle>外国為替及び外国貿易法</LawTitle>
      <MainProvision><Article Num="2"><ArticleTitle>第二条</ArticleTitle><Paragraph Num="1"><ParagraphNum/>
      <ParagraphSentence><Sentence>この法律において「備蓄倉庫船」とは、素材を納める船をいう。</Sentence></ParagraphSentence>
      </Paragraph></Article></MainProvision></LawBody></Law>
      """)
    try write("cites.txt", "素材の方針\n\n　外国為替及び外国貿易法第3条により届け出る。\n\n　備蓄倉庫船を増やす。\n")
    try write("silent.txt", "港の方針\n\n　備蓄倉庫船を増やす。\n")
  }

  private func write(_ name: String, _ content: String) throws {
    try Data(content.utf8).write(to: folder.appending(path: name))
  }

  private let store = RegistryStore(folder: Places.registry.path)

  private func index(_ steps: [String]) async throws -> String {
    let path = folder.appending(path: "\(UUID()).sqlite").path
    let today = try #require(CalendarDay(year: 2027, month: 6, day: 1))
    let registry = try store.load()
    for step in steps {
      if step == "laws" {
        let file = folder.appending(path: "324AC0000000228_20270401_000000000000000.xml").path
        _ = try ImportLaws(registry: registry, today: today).run([file], into: path)
      } else {
        let ingest = Ingest(registry: registry, classifier: try store.pillarClassifier())
        _ = try await ingest.run(
          ["cites.txt", "silent.txt"].map { folder.appending(path: $0).path }, into: path)
      }
    }
    return path
  }

  @Test(arguments: [["laws", "documents"], ["documents", "laws"]])
  func theTermMarksOnlyTheDocumentThatCitesTheLaw(steps: [String]) async throws {
    let path = try await index(steps)
    let base = try KnowledgeBase(index: path)
    let concepts = FindLawConcepts(base, names: try RegistryNames(base, store: store))
    let reader = try IndexReader(path: path)
    var found: [String] = []
    for document in try reader.documents() {
      let records = try reader.records(reader.passageIDs(of: document.id))
      for record in try concepts.run(records, addingLinks: true) {
        for link in record.links where link.basis == .concept {
          found.append(
            "\(document.id.rawValue):\(link.location.line) \(link.surface) \(link.evidence.words)")
        }
        let isTied = record.relations.laws.contains { $0.origin == .concept }
        #expect(isTied == record.links.contains { $0.basis == .concept })
      }
    }
    #expect(found == ["cites:5 備蓄倉庫船 備蓄倉庫船：外国為替及び外国貿易法第2条第1項が定める"])
  }

  @Test func theDigestIsTheSameInAnyOrder() async throws {
    let digests = try [
      try await index(["laws", "documents"]), try await index(["documents", "laws"]),
      try await index(["documents"]),
    ].map { try KnowledgeBase(index: $0).contentDigest() }
    #expect(Set(digests).count == 1)
  }
}
