import GRDB
import TextNormalization

/// The sentences of a ranking that were met so far, to fold nearly equal ones of other documents into
/// them.
///
/// What a document says twice in other words, in its summary and its body, stays two places. Only
/// passages of nearly the same length are read, so that a page of results costs few of them.
struct NearDuplicates {
  /// The least share of the longer one's length that the shorter has.
  private static let leastLength = 0.88

  let db: Database
  let folding: SearchFolding
  let table: PassageTable
  /// How many passages were looked at.
  private(set) var compared = 0
  private var met: [(place: Int, row: Int64, length: Int)] = []
  private var known: [Int64: PassageLikeness] = [:]

  init(db: Database, folding: SearchFolding, table: PassageTable) {
    self.db = db
    self.folding = folding
    self.table = table
  }

  /// Returns the place of the first passage that says nearly the same as a row, or nil.
  ///
  /// A row that says something new is remembered with the place it is added at, if any.
  mutating func place(of row: Int64, isAdded place: Int?) throws -> Int? {
    compared += 1
    let length = Int(table[row]?.length ?? 0)
    let document = table.document(of: row)
    for other in met where table.document(of: other.row) != document {
      let (short, long) = (min(length, other.length), max(length, other.length))
      guard Double(short) >= Self.leastLength * Double(long),
        let own = try likeness(row), let known = try likeness(other.row), own.isNear(known)
      else { continue }
      return other.place
    }
    if let place { met.append((place, row, length)) }
    return nil
  }

  private mutating func likeness(_ row: Int64) throws -> PassageLikeness? {
    if let likeness = known[row] { return likeness }
    let text = try String.fetchOne(
      db.cachedStatement(sql: "SELECT text FROM passage WHERE id = ?"), arguments: [row])
    let likeness = text.map { PassageLikeness($0, folding: folding) }
    known[row] = likeness
    return likeness
  }
}
