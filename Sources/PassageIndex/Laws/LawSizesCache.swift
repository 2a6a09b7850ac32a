import DocumentModel
import GRDB
import Synchronization

/// Keeps the lengths of the units that a search over law text ranks by, since a run of questions asks
/// for the same revisions again and again, and a large archive has a hundred thousand units.
final class LawSizesCache: Sendable {
  private struct Kept {
    var version: Int
    var revisions: [LawRevisionID]
    var lengths: [Int64: Double]
  }

  private let state = Mutex<Kept?>(nil)

  /// Returns the length in UTF-8 bytes of every unit of some revisions, by its row.
  func lengths(of revisions: [LawRevisionID], _ db: Database) throws -> [Int64: Double] {
    let version = try Int.fetchOne(db, sql: "PRAGMA data_version") ?? 0
    if let kept = state.withLock({ $0 }), kept.version == version, kept.revisions == revisions {
      return kept.lengths
    }
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT lawUnit.id, lawUnit.length FROM lawRevision
        JOIN lawUnit ON lawUnit.revisionId = lawRevision.id
        WHERE lawRevision.name IN (SELECT value FROM json_each(?))
        """, arguments: [try MetadataJSON.encode(revisions.map(\.rawValue))])
    var lengths: [Int64: Double] = [:]
    lengths.reserveCapacity(rows.count)
    for row in rows { lengths[row["id"]] = row["length"] }
    state.withLock { $0 = Kept(version: version, revisions: revisions, lengths: lengths) }
    return lengths
  }
}
