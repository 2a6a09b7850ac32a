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
    // A negative number of pages begins a merge of all pieces; the steps after it go on with it.
    for table in tables {
      guard try step(table, pages: -pages, in: db) else { continue }
      while try step(table, pages: pages, in: db) {}
    }
  }

  /// Merges pieces of like size where there are four or more of them.
  static func mergeLike(in db: Database) throws {
    for table in tables {
      while try step(table, pages: pages, in: db) {}
    }
  }

  /// Writes some pages of a merge; whether there was anything to write.
  ///
  /// A step at a time, since SQLite keeps the old pages of a statement in memory until it ends.
  private static func step(_ table: String, pages: Int, in db: Database) throws -> Bool {
    let before = db.totalChangesCount
    try db.execute(
      sql: "INSERT INTO \(table)(\(table), rank) VALUES ('merge', ?)", arguments: [pages])
    // The command itself counts as one.
    return db.totalChangesCount - before > 1
  }
}
