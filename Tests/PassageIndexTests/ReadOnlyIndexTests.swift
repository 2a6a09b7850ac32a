import DocumentModel
import Foundation
import PassageIndex
import Testing

/// An index in a folder where SQLite can't make its small files.
///
/// Rights don't bind the administrator, so the name of the file in which readers keep their places
/// is taken by a link to nowhere.
@Suite struct ReadOnlyIndexTests {
  let fixture = Fixture()

  private var places: String { fixture.path + "-shm" }

  private func takeName() throws {
    try? FileManager.default.removeItem(atPath: places)
    try FileManager.default.createSymbolicLink(
      atPath: places, withDestinationPath: "/nowhere/places")
  }

  @Test func anIndexIsReadWhereNothingCanBeMadeBesideIt() throws {
    try fixture.write([Fixture.document("a", ["章", "桟橋の修繕"])])
    try takeName()
    let reader = try IndexReader(path: fixture.path)
    #expect(try reader.passages(holding: "桟橋") == ["a-p1"])
    #expect(try reader.check() == [])
    #expect(throws: IndexError.self) {
      try IndexWriter(path: fixture.path, header: Fixture.header)
    }
  }

  @Test func aReaderThatSeesNoWriterSaysThatItWasOvertaken() throws {
    try fixture.write([Fixture.document("a", ["章", "桟橋の修繕"])])
    try takeName()
    let reader = try IndexReader(path: fixture.path)
    try FileManager.default.removeItem(atPath: places)
    try fixture.write([Fixture.document("b", ["節", "桟橋の撤去"])])
    #expect(throws: IndexError.busy(path: fixture.path, holder: nil)) { try reader.documents() }
    #expect(try IndexReader(path: fixture.path).documents().count == 2)
  }
}
