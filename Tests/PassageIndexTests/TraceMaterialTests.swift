import DocumentModel
import PassageIndex
import Testing

/// What a trace reads: the sections with its words, and no more than it needs of them.
@Suite struct TraceMaterialTests {
  func lines(_ material: TraceMaterial) -> [Int] { material.records.map(\.passage.location.line) }

  func material(_ word: String, in documents: [AnalyzedDocument]) throws -> TraceMaterial {
    let (fixture, reader) = try Fixture.reader(documents)
    defer { withExtendedLifetime(fixture) {} }
    return try reader.traceMaterial(
      matching: Query(text: word, expression: .any([.term(QueryTerm(word))])), citing: [:])
  }

  @Test func aShortSectionIsReadWhole() throws {
    let found = try material(
      "蓄電池", in: [Fixture.document("a", ["題", "前の行", "蓄電池の行", "後の行"])])
    #expect(lines(found) == [1, 2, 3, 4])
  }

  @Test func documentsWithoutTheWordAreNotRead() throws {
    let found = try material(
      "蓄電池",
      in: [
        Fixture.document("a", ["題", "肥料の行"]), Fixture.document("b", ["題", "蓄電池の行"]),
      ])
    #expect(Set(found.records.map(\.document.id)) == [DocumentID("b")])
    #expect(try material("半導体", in: [Fixture.document("a", ["題", "肥料"])]).records.isEmpty)
  }

  @Test func aLongSectionIsReadAroundItsHits() throws {
    var text = ["題"] + (2...1000).map { "\($0)番目の行" }
    text[499] = "蓄電池の行"
    let found = try material("蓄電池", in: [Fixture.document("a", text)])
    #expect(lines(found).first == 1)
    #expect(Array(lines(found).dropFirst()) == Array(400...600))
  }
}
