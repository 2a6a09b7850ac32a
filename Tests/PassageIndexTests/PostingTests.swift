import DocumentModel
import Foundation
import GRDB
import PassageIndex
import TestSupport
import Testing

/// The posting lists that FTS5 wrote, read from its pages: over many pages, in several segments, after
/// deletions, and where they are damaged.
@Suite struct PostingTests {
  /// Text of few characters, so that every bigram has a long list.
  private static func line(_ random: inout SeededGenerator, length: Int) -> String {
    let alphabet = Array("港湾運送法人AI。")
    return String((0..<length).map { _ in alphabet.randomElement(using: &random) ?? "港" })
  }

  private static func documents(_ count: Int, seed: UInt64) -> [AnalyzedDocument] {
    var random = SeededGenerator(seed)
    return (0..<count).map { number in
      let lines = (0..<60).map { _ in line(&random, length: Int.random(in: 1...90, using: &random))
      }
      return Fixture.document("d\(number)", ["表題"] + lines)
    }
  }

  /// Every word of one to three characters of the alphabet, and some longer ones.
  private static let words: [String] = {
    let ideographs = ["港", "湾", "運", "送", "法", "人"]
    let pairs = ideographs.flatMap { a in ideographs.map { a + $0 } }
    let triples = pairs.enumerated().filter { $0.offset % 3 == 0 }
      .flatMap { pair in ideographs.map { pair.element + $0 } }
    return ideographs + pairs + triples
      + ["港湾運送", "湾運送法人", "AI", "AI港", "港AI", "法AI人", "運送法人港湾", "IA"]
  }()

  /// What plain substring search finds; a word of letters is a whole run.
  private func expect(
    _ documents: [AnalyzedDocument], in reader: IndexReader, _ comment: Comment
  ) throws {
    let passages = documents.flatMap(\.structure.passages)
    for word in Self.words {
      let found = try reader.passages(holding: word)
      let held = passages.filter { passage in
        let text = passage.text as NSString
        var range = text.range(of: word)
        while range.location != NSNotFound {
          let before = range.location > 0 ? text.character(at: range.location - 1) : 0
          let end = range.location + range.length
          let after = end < text.length ? text.character(at: end) : 0
          let isLetter = { (unit: unichar) in unit == 0x41 || unit == 0x49 }
          let first = (word as NSString).character(at: 0)
          let last = (word as NSString).character(at: (word as NSString).length - 1)
          if !(isLetter(first) && isLetter(before)), !(isLetter(last) && isLetter(after)) {
            return true
          }
          range = text.range(
            of: word,
            range: NSRange(location: range.location + 1, length: text.length - range.location - 1))
        }
        return false
      }
      #expect(Set(found) == Set(held.map(\.id.rawValue)), "\(word): \(comment)")
      #expect(found.count == Set(found).count)
    }
  }

  @Test func listsOverManyPagesGiveWhatSubstringSearchGives() throws {
    let documents = Self.documents(120, seed: 1)
    let (_, reader) = try Fixture.reader(documents)
    try expect(documents, in: reader, "one segment")
  }

  @Test func newerSegmentsHoldInsteadOfOlderOnes() throws {
    let fixture = Fixture()
    var documents = Self.documents(40, seed: 2)
    let others = Self.documents(40, seed: 3)
    let writer = try IndexWriter(path: fixture.path, header: Fixture.header)
    for document in documents { try writer.write(document) }
    // Replaced and removed one by one, and never merged by `finish`.
    for number in stride(from: 0, to: 40, by: 3) {
      try writer.write(others[number])
      documents[number] = others[number]
    }
    for number in stride(from: 38, through: 1, by: -6) {
      try writer.remove(DocumentID("d\(number)"))
      documents.remove(at: number)
    }
    #expect(try Self.pieces(fixture.path) > 1)
    let reader = try IndexReader(path: fixture.path)
    try expect(documents, in: reader, "several segments")
    #expect(try reader.check() == [])
  }

  /// FTS5 reads on from page to page and misses nothing; a search goes by the table of pages.
  @Test func checkFindsAGapInTheTableOfPages() throws {
    let (fixture, reader) = try Fixture.reader(Self.documents(40, seed: 4))
    #expect(try reader.check() == [])
    let pages = try DatabaseQueue(path: fixture.path).write { db in
      try db.execute(
        sql: """
          DELETE FROM passageSearch_idx WHERE pgno = (
            SELECT max(pgno) FROM passageSearch_idx)
          """)
      return db.changesCount
    }
    #expect(pages == 1)
    let findings = try IndexReader(path: fixture.path).check()
    #expect(findings.map(\.identifier) == ["check.search-index"])
  }

  private static func pieces(_ path: String) throws -> Int {
    try DatabaseQueue(path: path).read { db in
      try Int.fetchOne(db, sql: "SELECT count(DISTINCT segid) FROM passageSearch_idx") ?? 0
    }
  }

  @Test func aRunOfFewDocumentsLeavesFewPieces() throws {
    let fixture = Fixture()
    var documents = Self.documents(40, seed: 5)
    let others = Self.documents(6, seed: 6)
    try fixture.write(documents)
    #expect(try Self.pieces(fixture.path) == 1)
    let writer = try IndexWriter(path: fixture.path, header: Fixture.header)
    for (number, document) in others.enumerated() {
      try writer.write(document)
      documents[number] = document
    }
    // Left to the end of the run.
    #expect(try Self.pieces(fixture.path) > 6)
    try writer.finish(changed: others.count)
    #expect((2...4).contains(try Self.pieces(fixture.path)))
    try expect(documents, in: try IndexReader(path: fixture.path), "after a small run")
  }

  @Test func positionsRunOverTheEndsOfPages() throws {
    // One passage with more positions of a bigram than a page has bytes, others around it.
    let long = String(repeating: "港湾", count: 6000)
    let documents = [
      Fixture.document("a", ["表題", "港湾", "湾港"]), Fixture.document("b", ["表題", long + "法"]),
      Fixture.document("c", ["表題", "港湾法", "港法"]),
    ]
    let (_, reader) = try Fixture.reader(documents)
    #expect(try reader.passages(holding: "港湾") == ["a-p1", "b-p1", "c-p1"])
    #expect(try reader.passages(holding: "港湾港湾港") == ["b-p1"])
    #expect(try reader.passages(holding: "湾法") == ["b-p1", "c-p1"])
    #expect(try reader.passages(holding: "湾") == ["a-p1", "a-p2", "b-p1", "c-p1"])
  }

  /// Whatever the bytes of a page are, a search answers or tells of the damage; it never breaks off.
  @Test(arguments: 0..<40) func damagedPagesAreTold(seed: Int) throws {
    let fixture = Fixture()
    try fixture.write(Self.documents(12, seed: 4))
    var random = SeededGenerator(UInt64(seed))
    try DatabaseQueue(path: fixture.path).write { db in
      let rows = try Row.fetchAll(db, sql: "SELECT id, block FROM passageSearch_data")
      for row in rows where Bool.random(using: &random) {
        var block: Data = row["block"]
        for _ in 0..<Int.random(in: 1...20, using: &random) {
          block[Int.random(in: 0..<block.count, using: &random)] = .random(
            in: 0...255, using: &random)
        }
        if Bool.random(using: &random) { block = block.prefix(block.count / 2) }
        let id: Int64 = row["id"]
        try db.execute(
          sql: "UPDATE passageSearch_data SET block = ? WHERE id = ?", arguments: [block, id])
      }
    }
    let reader = try IndexReader(path: fixture.path)
    for word in Self.words {
      do {
        _ = try reader.passages(holding: word)
      } catch let error as IndexError {
        guard case .damaged = error else {
          Issue.record("\(error)")
          continue
        }
      }
    }
  }
}
