import Foundation
import GRDB
import GRDBSQLite
import Synchronization

/// The traits of all passages by row, with the totals that ranking needs.
struct PassageTable: Sendable {
  /// By passage row; rows that don't exist have length 0.
  private(set) var traits: [PassageTraits?] = []
  /// By passage row, what every score needs of them, apart: a common word looks at tens of thousands of
  /// rows, and what the processor's cache holds is read several times as fast.
  private var lengths: [UInt16] = []
  /// Twice the rank of the document's authority, plus one for a heading.
  private var ranks: [UInt8] = []
  /// By passage row, the row of its section.
  private var sections: [UInt32] = []
  /// By passage row, the place of its document in `documents`.
  private(set) var documentIndex: [Int32] = []
  /// The rows of the documents.
  private(set) var documents: [Int64] = []
  private(set) var count = 0
  private(set) var averageLength = 1.0
  /// The segments of the two search tables and the last section, which stay as they are as long as the
  /// traits do; nil where these weren't read.
  private(set) var searchTables:
    (passages: [IndexSegment], sections: [IndexSegment], lastSection: Int)?
  /// The last row, where the traits weren't read.
  private var lastRow = 0
  var maximumRow: Int { max(traits.count - 1, lastRow) }

  /// A table that knows its size alone, for finding words without ranking.
  init(lastRow: Int) { self.lastRow = lastRow }

  init(_ db: Database) throws {
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT id, firstPassage, passageCount, passageTraits,
          json_extract(metadata, '$.kind[0]') AS kind,
          json_extract(metadata, '$.issuer[0]') AS issuer,
          json_extract(metadata, '$.title[0]') AS title
        FROM document ORDER BY firstPassage
        """)
    var totalLength = 0
    while let row = try rows.next() {
      let first: Int = row["firstPassage"]
      let size: Int = row["passageCount"]
      if traits.count < first + size {
        let missing = first + size - traits.count
        traits.append(contentsOf: repeatElement(nil, count: missing))
        lengths.append(contentsOf: repeatElement(1, count: missing))
        ranks.append(contentsOf: repeatElement(0, count: missing))
        sections.append(contentsOf: repeatElement(0, count: missing))
        documentIndex.append(contentsOf: repeatElement(-1, count: missing))
      }
      documents.append(row["id"])
      let authority = DocumentAuthority(
        kind: row["kind"], issuer: row["issuer"], title: row["title"])
      let blob: Data = row["passageTraits"]
      blob.withUnsafeBytes { bytes in
        for i in 0..<min(size, bytes.count / PassageTraits.size) {
          let passage = PassageTraits(bytes, at: i)
          traits[first + i] = passage
          lengths[first + i] = passage.length
          ranks[first + i] = authority.rawValue << 1 | (passage.isHeading ? 1 : 0)
          sections[first + i] = passage.section
          documentIndex[first + i] = Int32(documents.count - 1)
          totalLength += Int(passage.length)
        }
      }
      count += size
    }
    averageLength = max(1, Double(totalLength) / Double(max(count, 1)))
    searchTables = (
      try InvertedIndex.segments(of: .passages, in: db),
      try InvertedIndex.segments(of: .sections, in: db),
      try Int.fetchOne(db, sql: "SELECT max(id) FROM section") ?? 0
    )
  }

  /// The place in `documents` of the document that a row belongs to, -1 for a row that doesn't exist.
  func document(of row: Int64) -> Int32 {
    row >= 0 && row < documentIndex.count ? documentIndex[Int(row)] : -1
  }

  subscript(row: Int64) -> PassageTraits? {
    row >= 0 && row < traits.count ? traits[Int(row)] : nil
  }

  /// The part of a passage's traits that its score is made of: its length in code points, whether it is
  /// a heading, and the rank of its document's authority.
  func scoreTraits(of row: Int64) -> ScoreTraits.Passage { withScoreTraits { $0.passage(row) } }

  /// Lends what scores are made of.
  func withScoreTraits<Result>(_ body: (ScoreTraits) -> Result) -> Result {
    lengths.withUnsafeBufferPointer { lengths in
      ranks.withUnsafeBufferPointer { ranks in
        sections.withUnsafeBufferPointer { sections in
          body(ScoreTraits(lengths: lengths, ranks: ranks, sections: sections))
        }
      }
    }
  }

  /// The row of a passage's section, 0 for a passage that doesn't exist.
  func section(of row: Int64) -> UInt32 { withScoreTraits { $0.section(of: row) } }

  /// How binding the document of a passage is.
  func authority(of row: Int64) -> DocumentAuthority {
    DocumentAuthority(rawValue: scoreTraits(of: row).authority) ?? .reference
  }

  /// All rows.
  var all: RowSet {
    var set = RowSet(upTo: maximumRow)
    for row in traits.indices where traits[row] != nil { set.insert(Int64(row)) }
    return set
  }
}

/// What a passage table lends for scoring; valid as long as it lends it.
struct ScoreTraits {
  let lengths: UnsafeBufferPointer<UInt16>
  let ranks: UnsafeBufferPointer<UInt8>
  let sections: UnsafeBufferPointer<UInt32>

  /// What a score is made of beside the words; `length` counts code points.
  typealias Passage = (length: Int, isHeading: Bool, authority: UInt8)

  /// What is known of a passage, of one that doesn't exist the least.
  @inline(__always)
  func passage(_ row: Int64) -> Passage {
    let row = Int(row)
    guard row >= 0, row < lengths.count else { return (1, false, 0) }
    let rank = ranks[row]
    return (Int(lengths[row]), rank & 1 == 1, rank >> 1)
  }

  /// The row of a passage's section, 0 for a passage that doesn't exist.
  @inline(__always)
  func section(of row: Int64) -> UInt32 {
    row >= 0 && row < sections.count ? sections[Int(row)] : 0
  }
}

/// Keeps the passage table of one reader until another process has changed the index.
final class TraitsCache: Sendable {
  private let state = Mutex<(version: Int, table: PassageTable)?>(nil)

  /// Returns the table of the state the transaction reads.
  func table(_ db: Database) throws -> PassageTable {
    let version = try dataVersion(db)
    if let kept = state.withLock({ $0 }), kept.version == version { return kept.table }
    let table = try PassageTable(db)
    state.withLock { $0 = (version, table) }
    return table
  }

  /// A number that is another one after another process has changed the index.
  private func dataVersion(_ db: Database) throws -> Int {
    // Asked by every search: a cursor would cost as much as the rest of the question.
    let handle = try db.cachedStatement(sql: "PRAGMA data_version").sqliteStatement
    defer { sqlite3_reset(handle) }
    switch sqlite3_step(handle) {
    case SQLITE_ROW: return Int(sqlite3_column_int64(handle, 0))
    case let code: throw DatabaseError(resultCode: ResultCode(rawValue: code))
    }
  }
}
