import DocumentModel
import Foundation
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

  @Test func writingAgainReplacesAndForgetsTheOldWords() throws {
    let fixture = Fixture()
    try fixture.write([old, other])
    try fixture.write([Fixture.document("a", ["港の章", "倉庫を守る"])])
    let reader = try IndexReader(path: fixture.path)
    #expect(try reader.passages(holding: "半導体") == [])
    #expect(try reader.passages(holding: "守る") == ["b-p1", "a-p1"])
    #expect(try reader.check() == [])
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
