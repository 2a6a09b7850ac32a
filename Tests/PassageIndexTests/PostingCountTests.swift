import DocumentModel
import GRDB
import TestSupport
import Testing
import TextNormalization

@testable import PassageIndex

/// How often a word stands in each passage and where first, read from posting lists of any length.
@Suite struct PostingCountTests {
  /// Passages of few characters: the first short, the last with far more instances of a bigram than one
  /// byte of a size can tell, between them marks and letters.
  private static let documents: [AnalyzedDocument] = {
    var random = SeededGenerator(11)
    let alphabet = Array("港湾港湾港湾A1。")
    return (0..<10).map { number in
      let lines = (0..<40).map { line in
        String(
          (0..<(1 + line * line / 4)).map { _ in alphabet.randomElement(using: &random) ?? "港" })
      }
      return Fixture.document("d\(number)", ["表題"] + lines)
    }
  }()

  private static let words = [
    "港", "港湾", "湾港湾", "港港港港", "湾湾港湾港", "A", "1A", "港A", "A港湾", "湾1港",
  ]

  /// The tokens of every passage in the order of their rows, as they are cut from the text.
  private static let tokens: [[[UInt8]]] = documents.flatMap(\.structure.passages).map { passage in
    let key = SearchKey(passage.text, folding: SearchFolding(variants: Fixture.header.variants))
    var tokens: [[UInt8]] = []
    GramScanner.scan(key, isQuery: false) { gram in
      tokens.append(key.token(gram))
      return true
    }
    return tokens
  }

  /// Where a form begins in a text.
  private static func places(of form: MatchForm, in tokens: [[UInt8]]) -> [Int] {
    let count = form.tokens.count
    return tokens.indices.filter { place in
      place + count <= tokens.count
        && (0..<count).allSatisfy { i in
          i == count - 1 && form.endsInPrefix
            ? tokens[place + i].starts(with: form.tokens[i])
            : tokens[place + i] == form.tokens[i]
        }
    }
  }

  @Test func countsAndPlacesAreThoseOfTheText() throws {
    let (_, reader) = try Fixture.reader(Self.documents)
    for word in Self.words {
      let form = try #require(MatchForm(word, folding: reader.folding))
      let held = Self.tokens.enumerated().compactMap { i, tokens in
        let places = Self.places(of: form, in: tokens)
        return places.first.map { (row: Int64(i + 1), count: places.count, first: $0) }
      }
      try reader.read { db in
        let last = try Int.fetchOne(db, sql: "SELECT max(id) FROM passage") ?? 0
        #expect(last == Self.tokens.count)
        let finder = PhraseFinder(try InvertedIndex(.passages, in: db), lastRow: last)
        // All rows, every third, and so few that the pages between them are passed over.
        for step in [1, 3, 1000] {
          let chosen = (1...Int64(last)).filter { $0 % Int64(step) == 0 }
          let found = try finder.postings(of: form, among: step == 1 ? nil : chosen)
          let wanted = held.filter { $0.row % Int64(step) == 0 }
          #expect(found.rows == wanted.map(\.row), "\(word), every \(step)")
          #expect(found.counts == wanted.map { UInt16(min($0.count, 255)) }, "\(word)")
          #expect(found.positions == wanted.map { Int32($0.first) }, "\(word), every \(step)")
        }
      }
    }
  }
}

/// Numbers and lists of positions, read from bytes with zeros behind them.
@Suite struct PaddedBytesTests {

  @Test(
    arguments: [
      ([0x00], 0), ([0x7F], 127), ([0x81, 0x00], 128), ([0xFF, 0x7F], 16383),
      ([0x81, 0x80, 0x00], 16384), ([0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x7F], 1 << 56 - 1),
    ] as [([UInt8], Int)])
  func number(bytes: [UInt8], value: Int) throws {
    let room = PageRoom()
    var next = bytes.withUnsafeBytes { room.hold($0) }.start
    let start = next
    #expect(try next.nextNumber() == value)
    #expect(next - start == bytes.count)
  }

  @Test func aNumberWithoutEndIsTold() {
    let room = PageRoom()
    let bytes = [UInt8](repeating: 0xFF, count: 12)
    var next = bytes.withUnsafeBytes { room.hold($0) }.start
    #expect(throws: (any Error).self) { try next.nextNumber() }
  }

  /// Positions of one and two bytes in every number up to three words of eight bytes.
  @Test(arguments: 1...30) func positionsAreCountedWithoutReadingThem(count: Int) throws {
    let room = PageRoom()
    for wide in 0...count {
      let bytes = (0..<count).flatMap { $0 < wide ? [0x85, 0x01] : [0x05] as [UInt8] }
      let list = bytes.withUnsafeBytes { room.hold($0) }
      let summary = try PositionList.summary(list, hasColumns: false)
      #expect(summary.count == count)
      #expect(summary.first == (wide > 0 ? 5 * 128 + 1 : 5) - 2)
    }
  }

  @Test func roomGrowsWithWhatItHolds() {
    let room = PageRoom()
    let bytes = (0..<30_000).map { UInt8(truncatingIfNeeded: $0) }
    let held = bytes.withUnsafeBytes { room.hold($0) }
    #expect(held.count == bytes.count)
    #expect(Array(UnsafeRawBufferPointer(start: held.start, count: held.count)) == bytes)
    let behind = UnsafeRawBufferPointer(start: held.end, count: PaddedBytes.padding)
    #expect(behind.allSatisfy { $0 == 0 })
  }
}
