package import DocumentModel
import Foundation
import GRDB
import Glibc
import TextNormalization

/// Writes analysed documents into an index; there is one writer at a time.
///
/// Each document is one transaction, so an ingest that is stopped at any moment leaves whole
/// documents only. Readers go on reading meanwhile (write-ahead log).
package final class IndexWriter: Sendable {
  /// Where it writes: beside the index where it makes one that is to take its place.
  package let path: String
  /// What the index says of itself; for an index that was there before, its own header.
  package let header: IndexHeader
  /// Where the index is in the end.
  private let final: String
  private let lock: IndexLock
  let queue: DatabaseQueue
  let folding: SearchFolding

  /// Opens the index at `path` for writing, or makes a new one with the given header.
  ///
  /// With `anew` a new one grows beside it, until `finish` puts it in its place. Where another process
  /// writes, it waits a moment and then throws `.busy`.
  package init(
    path given: String, header: IndexHeader, anew: Bool = false,
    waiting seconds: Double = IndexConnection.busySeconds
  ) throws(IndexError) {
    // A link to an index stays one: a new index takes the place of the file that it leads to.
    let final = IndexConnection.followed(given)
    // Looked at first, so that nothing is made beside another program's file either.
    if anew {
      try IndexConnection.checkReplaceable(final)
    } else {
      _ = try IndexConnection.existingHeader(at: final)
    }
    lock = try IndexLock(forIndexAt: final, waiting: seconds)
    let beside = final + ".rebuild"
    // Left behind where a rebuild was killed.
    Self.removeFiles(of: beside)
    let path = anew ? beside : final
    self.path = path
    self.final = final
    // The tables a new index is folded with are the given ones; an old index keeps its own, which
    // must be known before the tokenizer is registered.
    let existing = try IndexConnection.existingHeader(at: path)
    self.header = existing ?? header
    // SQLite opens a file without the right to write all the same, and refuses the first change.
    guard existing == nil || access(path, W_OK) == 0 else {
      throw .inaccessible(path: path, detail: String(cString: strerror(errno)))
    }
    let folding = SearchFolding(variants: self.header.variants)
    self.folding = folding
    queue = try IndexConnection.guarded(path) {
      let queue = try DatabaseQueue(
        path: path,
        configuration: IndexConnection.configuration(
          folding: folding, isReadOnly: false, mapsFile: false))
      try queue.writeWithoutTransaction { db in
        try db.execute(sql: "PRAGMA journal_mode = WAL")
        if existing == nil {
          try db.inTransaction {
            try IndexSchema.create(header, in: db)
            return .commit
          }
        }
      }
      return queue
    }
  }

  deinit {
    // Where a rebuild came to nothing, its part takes no room; a finished one has left this path.
    if path != final { Self.removeFiles(of: path) }
  }

  private static func removeFiles(of path: String) {
    for suffix in ["", "-wal", "-shm", "-journal"] { unlink(path + suffix) }
  }

  /// Stores a document in one transaction, in the place of an earlier one with its id.
  package func write(
    _ document: AnalyzedDocument, intake: Intake = .init(), diagnostics: [Diagnostic] = []
  ) throws(IndexError) {
    try IndexConnection.guarded(path) {
      try queue.write { db in
        try Self.delete(document.source.id, in: db)
        try DocumentRows(document, intake: intake, diagnostics: diagnostics, folding: folding)
          .insert(in: db)
      }
    }
  }

  /// Notes that a document's file, unchanged, lies at another path than before.
  package func move(_ document: DocumentID, to path: String) throws(IndexError) {
    try IndexConnection.guarded(self.path) {
      try queue.write { db in
        try db.execute(
          sql: "UPDATE document SET path = ? WHERE name = ?", arguments: [path, document.rawValue])
      }
    }
  }

  /// Takes a document with all that belongs to it out of the index.
  package func remove(_ document: DocumentID) throws(IndexError) {
    try IndexConnection.guarded(path) {
      try queue.write { db in try Self.delete(document, in: db) }
    }
  }

  /// Notes that the index was made with another registry of the same character tables.
  package func update(registryDigest: String) throws(IndexError) {
    try IndexConnection.guarded(path) {
      try queue.write { db in
        try db.execute(
          sql: "UPDATE meta SET value = ? WHERE key = 'registryDigest'",
          arguments: [registryDigest])
      }
    }
  }

  /// Puts the index in order after the last document, brings the log into the file, and puts one that
  /// was made anew in the place of the old.
  ///
  /// The search tables are merged into one piece where a good part of the documents, `changed`, was
  /// written: that costs a pass over all postings; after a few, only small pieces are.
  package func finish(changed: Int = .max) throws(IndexError) {
    try IndexConnection.guarded(path) {
      try queue.write { db in
        try db.execute(
          sql: """
            DELETE FROM target WHERE id NOT IN (SELECT targetId FROM link)
              AND id NOT IN (SELECT targetId FROM relation)
            """)
        let documents = try Int.fetchOne(db, sql: "SELECT count(*) FROM document") ?? 0
        if changed >= documents / 5 {
          try SearchTableMerging.mergeAll(in: db)
        } else {
          try SearchTableMerging.mergeLike(in: db)
        }
      }
      try queue.writeWithoutTransaction { db in
        try db.execute(sql: "PRAGMA optimize")
        if path != final {
          // The log stays behind when the file takes its place.
          _ = try db.checkpoint(.truncate)
        } else {
          // Readers may hold an old state; then the log is brought in by the next one to finish.
          _ = try? db.checkpoint(.truncate)
        }
      }
      if path != final { try queue.close() }
    }
    if path != final { try IndexConnection.replace(final, with: path) }
  }

  /// The search tables keep no text of their own: they must be told the old words to forget them.
  private static func delete(_ document: DocumentID, in db: Database) throws {
    guard
      let id = try Int64.fetchOne(
        db, sql: "SELECT id FROM document WHERE name = ?", arguments: [document.rawValue])
    else { return }
    try db.execute(
      sql: """
        INSERT INTO passageSearch(passageSearch, rowid, text)
        SELECT 'delete', id, text FROM passage WHERE documentId = ?
        """, arguments: [id])
    try db.execute(
      sql: """
        INSERT INTO sectionSearch(sectionSearch, rowid, title)
        SELECT 'delete', id, title FROM section WHERE documentId = ?
        """, arguments: [id])
    try db.execute(sql: "DELETE FROM document WHERE id = ?", arguments: [id])
  }
}
