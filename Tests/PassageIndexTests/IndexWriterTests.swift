import DocumentModel
import Foundation
import GRDB
import PassageIndex
import Testing

@Suite struct IndexWriterTests {
  let old = Fixture.document("a", ["港の章", "港湾の運送を守る", "半導体を育てる"])
  let other = Fixture.document("b", ["空の章", "空港の警備を守る"])

  @Test func aDocumentComesBackAsItWasWritten() throws {
    let (_, reader) = try Fixture.reader([old, other])
    let stored = try #require(try reader.document(DocumentID("a")))
    #expect(stored.passages == old.structure.passages)
    #expect(stored.blocks == old.structure.blocks)
    #expect(stored.sections == old.structure.sections)
    #expect(stored.source.utf8 == old.source.utf8)
    #expect(try reader.documents().map(\.id.rawValue) == ["a", "b"])
    #expect(try reader.check() == [])
  }

  /// What is held beside passages and links is read by rows too, each with its own.
  @Test func linksRelationsAndContextComeBackWithTheirPassages() throws {
    let law = LinkTarget.law(LawTarget(lawID: LawID("324AC0000000228"), title: "外為法"))
    let relation = Relation(
      target: law, origin: .heading, basis: .explicit, evidence: "外為法")
    var document = Fixture.document(
      "a", ["港の章", "外為法の港", "外為法の空"], relations: [2: .init(laws: [relation])]
    ) { citable, lines in
      [10, 26].map { start in
        let span: TextSpan<Citable> = TextSpan(start, start + 9)
        return Link(
          span: span, location: lines.location(citable.sourceSpans(span)), surface: "外為法",
          target: law, basis: .explicit, evidence: Evidence(rule: "law.name", words: "外為法"))
      }
    }
    document.structure.passages[1].context = [
      PassageContext(kind: .leadIn, line: 1, text: "港の章"),
      PassageContext(kind: .note, line: 3, text: "空"),
    ]
    let (_, reader) = try Fixture.reader([other, document])
    let stored = try #require(try reader.document(DocumentID("a")))
    #expect(stored.passages == document.structure.passages)
    #expect(stored.links == document.links)
    #expect(stored.linkPassages == [PassageID("a-p1"), PassageID("a-p2")])
    #expect(stored.relations == [PassageID("a-p2"): .init(laws: [relation])])
    #expect(try reader.check() == [])
  }

  @Test func everyDocumentCheckedIsGivenOnce() throws {
    let (_, reader) = try Fixture.reader([other, old])
    var seen: [String] = []
    #expect(try reader.check { seen.append($0.record.id.rawValue) } == [])
    #expect(seen == ["a", "b"])
  }

  @Test(arguments: [
    ("a-p0", nil, "a-p1"), ("a-p1", "a-p0", "a-p2"), ("a-p2", "a-p1", nil), ("b-p0", nil, "b-p1"),
    ("none", nil, nil),
  ])
  func neighboursAreOfTheSameDocument(_ id: String, _ previous: String?, _ next: String?) throws {
    let (_, reader) = try Fixture.reader([old, other])
    let found = try reader.neighbours(of: PassageID(id))
    #expect(found.previous?.rawValue == previous)
    #expect(found.next?.rawValue == next)
  }

  @Test func writingAgainReplacesAndForgetsTheOldWords() throws {
    let fixture = Fixture()
    try fixture.write([old, other])
    try fixture.write([Fixture.document("a", ["港の章", "倉庫を守る"])])
    let reader = try IndexReader(path: fixture.path)
    #expect(try reader.passages(holding: "半導体") == [])
    #expect(try reader.passages(holding: "守る") == ["b-p1", "a-p1"])
    #expect(try reader.check() == [])
  }

  /// Each document adds a piece to the search tables.
  @Test(arguments: [1, 40])
  func aRunEndsWithItsPiecesMerged(changed: Int) throws {
    let fixture = Fixture()
    do {
      let writer = try IndexWriter(path: fixture.path, header: Fixture.header)
      for number in 0..<40 {
        try writer.write(Fixture.document("d\(number)", ["港の章", "第\(number)の港湾を守る"]))
      }
      #expect(try Self.pieces(of: fixture.path) > 4)
      try writer.finish(changed: changed)
    }
    #expect(try Self.pieces(of: fixture.path) == 1)
    let reader = try IndexReader(path: fixture.path)
    #expect(try reader.passages(holding: "港湾").count == 40)
    #expect(try reader.check() == [])
  }

  private static func pieces(of path: String) throws -> Int {
    try DatabaseQueue(path: path).read { db in
      try Int.fetchOne(db, sql: "SELECT count(DISTINCT segid) FROM passageSearch_idx") ?? 0
    }
  }

  @Test func theContentDigestDoesNotDependOnTheOrder() throws {
    let (_, one) = try Fixture.reader([old, other])
    let (_, two) = try Fixture.reader([other, old])
    let (_, three) = try Fixture.reader([other])
    #expect(try one.contentDigest() == two.contentDigest())
    #expect(try one.contentDigest() != three.contentDigest())
  }

  @Test func aSecondWriterIsToldWhoHoldsTheIndex() throws {
    let fixture = Fixture()
    let first = try IndexWriter(path: fixture.path, header: Fixture.header)
    #expect(
      throws: IndexError.busy(
        path: fixture.path, holder: "process \(ProcessInfo.processInfo.processIdentifier)")
    ) {
      try IndexWriter(path: fixture.path, header: Fixture.header, waiting: 0.1)
    }
    try first.finish()
  }
}
