import GRDB

/// When the search tables merge the pieces they were written in.
///
/// Each document adds a piece. Merging at every fourth, as SQLite does, writes all postings of a large
/// run again and again: here it is left to each sixteenth, and to the end of a run.
///
/// See SQLite: FTS5, the automerge, merge and optimize commands.
enum SearchTableMerging {
  /// Pieces of like size that lie side by side before they are merged while documents are written.
  private static let mostPieces = 16
  /// Pages that are written in one step of merging.
  private static let pages = 500

  private static let tables = ["passageSearch", "sectionSearch"]

  /// Leaves merging to the end of a run, as far as reading doesn't suffer.
  static func `defer`(in db: Database) throws {
    for table in tables {
      try db.execute(
        sql: "INSERT INTO \(table)(\(table), rank) VALUES ('automerge', ?)",
        arguments: [mostPieces])
    }
  }

  /// Merges all pieces into one, which costs a pass over all postings.
  static func mergeAll(in db: Database) throws {
    for table in tables {
      try db.execute(sql: "INSERT INTO \(table)(\(table)) VALUES ('optimize')")
    }
  }

  /// Merges pieces of like size where there are four or more of them.
  static func mergeLike(in db: Database) throws {
    for table in tables {
      var changes = 0
      repeat {
        let before = db.totalChangesCount
        try db.execute(
          sql: "INSERT INTO \(table)(\(table), rank) VALUES ('merge', ?)", arguments: [pages])
        changes = db.totalChangesCount - before
        // The command itself counts as one.
      } while changes > 1
    }
  }
}
