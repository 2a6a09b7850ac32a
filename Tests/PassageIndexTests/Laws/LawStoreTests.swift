import DocumentModel
import PassageIndex
import QueryGrammar
import Testing
import TextNormalization

@Suite struct LawStoreTests {
  private func law(_ day: Int, _ articles: [(String, String, String)]) -> LawText {
    var nodes = [LawNode(kind: .chapter, parent: nil, number: "1", label: "第一章　総則")]
    for (number, label, text) in articles {
      let article = nodes.count
      nodes.append(
        LawNode(
          kind: .article, parent: 0, number: number, label: label, address: "Mp-At_\(number)"))
      nodes.append(
        LawNode(
          kind: .paragraph, parent: article, number: "1", text: text,
          address: "Mp-At_\(number)-Pr_1"))
    }
    return LawText(
      revision: LawRevisionID(
        lawID: LawID("509AC0000000099"), inForceFrom: CalendarDay(year: 2027, month: 4, day: day),
        amendingLaw: nil),
      lawNumber: "令和九年法律第九十九号", title: "素材の供給網に関する法律", abbreviations: ["供給網法"],
      lawType: "Act", nodes: nodes)
  }

  private func search(_ text: String, _ reader: IndexReader, _ law: LawText) throws -> [String] {
    let query = QueryParser(folding: reader.folding).parse(text)
    return try reader.searchLaws(query, in: [law.revision]).hits.map(\.address)
  }

  @Test func aLawComesBackAsItWentIn() throws {
    let fixture = Fixture()
    let first = law(1, [("1", "第一条", "素材を指定する。"), ("3:5", "第三条から第五条まで", "削除")])
    let writer = try IndexWriter(path: fixture.path, header: Fixture.header)
    #expect(try writer.write(first, source: "a.xml", sha256: "1"))
    #expect(try !writer.write(first, source: "a.xml", sha256: "1"))
    try writer.finish()
    let reader = try IndexReader(path: fixture.path)
    #expect(try reader.law(first.revision) == first)
    #expect(
      try reader.articleNumbers(of: first.revision.lawID)
        == [first.revision: ["1", "3", "4", "5"]])
    let stored = try reader.lawRevisions()
    #expect(stored.map(\.articles) == [2])
    #expect(stored.map(\.source) == ["a.xml"])
  }

  @Test func anotherTextOfARevisionReplacesItAndItsWords() throws {
    let fixture = Fixture()
    let old = law(1, [("1", "第一条", "蓄電池を指定する。")])
    let new = law(1, [("1", "第一条", "永久磁石を指定する。")])
    let writer = try IndexWriter(path: fixture.path, header: Fixture.header)
    #expect(try writer.write(old, source: "a.xml", sha256: "1"))
    #expect(try writer.write(new, source: "a.xml", sha256: "2"))
    try writer.finish()
    let reader = try IndexReader(path: fixture.path)
    #expect(try search("蓄電池", reader, new) == [])
    #expect(try search("永久磁石", reader, new) == ["Mp-At_1"])
    #expect(try reader.lawRevisions().count == 1)
    #expect(try reader.check() == [])
  }

  @Test(arguments: [
    ("磁石", ["Mp-At_2"]), ("素材", ["Mp-At_1", "Mp-At_2"]), ("第2条", ["Mp-At_2"]),
    ("第二条", ["Mp-At_2"]), ("総則 磁石", ["Mp-At_2"]), ("空", []),
  ])
  func search(text: String, expected: [String]) throws {
    let fixture = Fixture()
    let sample = law(1, [("1", "第一条", "素材を指定する。"), ("2", "第二条", "磁石の素材を備蓄する。")])
    let writer = try IndexWriter(path: fixture.path, header: Fixture.header)
    _ = try writer.write(sample, source: "a.xml", sha256: "1")
    try writer.finish()
    #expect(
      Set(try search(text, try IndexReader(path: fixture.path), sample)) == Set(expected))
  }
}
