import DocumentModel
import Foundation
import PassageIndex
import Testing

@Suite struct IndexErrorTests {
  let fixture = Fixture()

  private func opening() -> IndexError? {
    do {
      _ = try IndexReader(path: fixture.path).documents()
      return nil
    } catch {
      return error
    }
  }

  private func write(_ bytes: Data) throws {
    try bytes.write(to: URL(filePath: fixture.path))
  }

  @Test func aMissingIndexIsNamed() {
    #expect(opening() == .missing(path: fixture.path))
  }

  /// What a kill leaves before the tables are there.
  @Test func anIndexThatWasOnlyBegunIsMissingAndIsMadeByTheNextWriter() throws {
    try write(Data())
    #expect(opening() == .missing(path: fixture.path))
    // SQLite's own first page, without a table. See SQLite: Database File Format.
    var page = Data(count: 4096)
    page.replaceSubrange(0..<15, with: Data("SQLite format 3".utf8))
    for (place, byte) in [
      (16, 16), (18, 2), (19, 2), (21, 64), (22, 32), (23, 32), (27, 1), (31, 1), (95, 1),
      (100, 13), (105, 16),
    ] as [(Int, UInt8)] { page[place] = byte }
    try write(page)
    #expect(opening() == .missing(path: fixture.path))
    try fixture.write([Fixture.document("a", ["章", "桟橋の修繕"])])
    #expect(opening() == nil)
  }

  @Test(arguments: ["これは索引ではない。\n", String(repeating: "x", count: 9000)])
  func whatIsNoIndexIsForeign(text: String) throws {
    try write(Data(text.utf8))
    #expect(opening() == .foreign(path: fixture.path))
  }

  @Test func aTruncatedIndexIsDamagedOrFailsItsCheck() throws {
    let lines = (0..<400).map { "\($0)番目の桟橋の修繕を進める。" }
    try fixture.write([Fixture.document("a", ["章"] + lines)])
    let whole = try Data(contentsOf: URL(filePath: fixture.path))
    try write(whole.prefix(whole.count / 2))
    do {
      let reader = try IndexReader(path: fixture.path)
      #expect(try !reader.check().isEmpty)
    } catch {
      #expect(error.identifier == "index.damaged")
    }
  }

  @Test func anotherFormatIsToldWithBothNumbers() throws {
    try fixture.write([])
    // The user version stands at byte 60 of the header. See SQLite: Database File Format.
    var bytes = try Data(contentsOf: URL(filePath: fixture.path))
    bytes[63] = 99
    try write(bytes)
    #expect(
      opening() == .otherVersion(path: fixture.path, found: 99, expected: indexFormatVersion))
  }

  @Test func readersGoOnWhileAWriterIsAtWork() throws {
    try fixture.write([Fixture.document("a", ["章", "桟橋の修繕"])])
    let reader = try IndexReader(path: fixture.path)
    let writer = try IndexWriter(path: fixture.path, header: Fixture.header)
    try writer.write(Fixture.document("b", ["節", "桟橋の撤去"]))
    #expect(try reader.passages(holding: "桟橋") == ["a-p1", "b-p1"])
    try writer.remove(DocumentID("a"))
    #expect(try reader.passages(holding: "桟橋") == ["b-p1"])
    try writer.finish()
    #expect(try reader.check() == [])
  }
}
