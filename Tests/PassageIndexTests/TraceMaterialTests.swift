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

  /// A document of lines with a word, each tenth of them with a date.
  private func long(_ name: String, lines count: Int) -> AnalyzedDocument {
    let lines =
      ["題"]
      + (1..<count).map {
        $0.isMultiple(of: 10) ? "令和6年に輸出の届出を受け、担当の部局がこれを確かめて記録した" : "輸出の行\($0)"
      }
    return Fixture.document(name, lines) { text, index in
      var start = 0
      var links: [Link] = []
      for line in lines {
        if line.hasPrefix("令和") {
          let span: TextSpan<Citable> = TextSpan(start, start + "令和6年".utf8.count)
          links.append(
            Link(
              span: span, location: index.location([TextSpan(start, span.upperBound.utf8)]),
              surface: "令和6年", target: .date(DateTarget(value: EDTF("2024"))), basis: .explicit,
              evidence: Evidence(rule: "test", words: "令和6年")))
        }
        start += line.utf8.count + 1
      }
      return links
    }
  }

  @Test func ofTooManyPassagesTheDatedAreReadAndTheOthersCounted() throws {
    let found = try material("輸出", in: [long("a", lines: 90), long("b", lines: 8000)])
    #expect(found.found == 8088)
    #expect(found.records.count < 5100)
    let isDated = { (record: PassageRecord) in !record.links.isEmpty }
    // The document with the most dated passages is read first, so that the other waits.
    #expect(found.records.filter { $0.document.id == DocumentID("b") }.count(where: isDated) == 500)
    let read = found.records.count { $0.passage.text.contains("輸出") }
    #expect(found.leftOut == found.found - read)
  }

  @Test func whatCanBeReadWholeLeavesNothingOut() throws {
    let found = try material("輸出", in: [long("a", lines: 90)])
    #expect((found.found, found.leftOut, found.records.count) == (89, 0, 90))
  }

  @Test func otherDocumentsCanBeLeftAside() throws {
    let (fixture, reader) = try Fixture.reader([long("a", lines: 90), long("b", lines: 50)])
    defer { withExtendedLifetime(fixture) {} }
    let query = Query(text: "輸出", expression: .term(QueryTerm("輸出")))
    let found = try reader.traceMaterial(matching: query, citing: [:], in: [DocumentID("b")])
    #expect(Set(found.records.map(\.document.id)) == [DocumentID("b")])
  }

  @Test func whatWasReadForTheSameMeasureIsTakenOver() throws {
    let (fixture, reader) = try Fixture.reader([long("a", lines: 90), long("b", lines: 50)])
    defer { withExtendedLifetime(fixture) {} }
    let query = Query(text: "輸出", expression: .term(QueryTerm("輸出")))
    let first = try reader.traceMaterial(matching: query, citing: [:])
    let again = try reader.traceMaterial(
      matching: query, citing: [:], companions: ["輸出の手引"], after: first)
    #expect(again.records.map(\.passage.id) == first.records.map(\.passage.id))
    #expect(again.records.map(\.links) == first.records.map(\.links))
  }

  @Test func aPassageIsReadWithItsSection() throws {
    let (fixture, reader) = try Fixture.reader([long("a", lines: 12), long("b", lines: 5)])
    defer { withExtendedLifetime(fixture) {} }
    let found = try reader.traceSurroundings(of: PassageID("a-p3"))
    #expect(found.map(\.passage.id.rawValue) == (0..<12).map { "a-p\($0)" })
  }
}
