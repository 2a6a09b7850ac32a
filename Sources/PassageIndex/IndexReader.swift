package import DocumentModel
import Foundation
import GRDB
package import TextNormalization

/// Reads an index through a read-only connection.
///
/// Every call is one read transaction, so its answer is of one state of the index even while a
/// writer is at work. Calls are run one after the other; open a reader for each thread.
package final class IndexReader: Sendable {
  package let path: String
  package let header: IndexHeader
  /// The folding of this index, for parsing queries.
  package let folding: SearchFolding
  private let file: ReadOnlyFile
  let traits: TraitsCache
  let lawSizes = LawSizesCache()

  /// Opens the index at `path`, for questions that read a small part of it, or else without mapping
  /// the file into memory.
  package init(path: String, mapsFile: Bool = true) throws(IndexError) {
    self.path = path
    guard FileManager.default.fileExists(atPath: path) else { throw .missing(path: path) }
    guard let header = try IndexConnection.existingHeader(at: path) else {
      // Its making was cut off before the first document.
      throw .missing(path: path)
    }
    self.header = header
    let folding = SearchFolding(variants: header.variants)
    self.folding = folding
    traits = TraitsCache()
    file = try IndexConnection.guarded(path) {
      try ReadOnlyFile(
        path: path,
        configuration: IndexConnection.configuration(
          folding: folding, isReadOnly: true, mapsFile: mapsFile))
    }
  }

  /// Runs one read transaction and names its failure.
  func read<Value>(_ body: (Database) throws -> Value) throws(IndexError) -> Value {
    guard !file.isOvertaken else {
      throw .busy(path: path, holder: IndexLock.holder(ofIndexAt: path))
    }
    return try IndexConnection.guarded(path) {
      // Of one state, as `read` has it, which makes its statements anew each time.
      try file.queue.unsafeRead { db in
        try db.cachedStatement(sql: "BEGIN DEFERRED TRANSACTION").execute()
        do {
          let value = try body(db)
          try db.cachedStatement(sql: "COMMIT TRANSACTION").execute()
          return value
        } catch {
          try? db.rollback()
          throw error
        }
      }
    }
  }

  /// All documents, by id.
  package func documents() throws(IndexError) -> [DocumentRecord] {
    try read { db in
      try Row.fetchAll(db, sql: DocumentQueries.records + " ORDER BY name")
        .map(DocumentQueries.record)
    }
  }

  /// Some documents, by id; unknown ids are left out.
  package func documents(_ ids: [DocumentID]) throws(IndexError) -> [DocumentRecord] {
    try read { db in
      try Row.fetchAll(
        db,
        sql: DocumentQueries.records + """
           WHERE name IN (SELECT value FROM json_each(?)) ORDER BY name
          """, arguments: [try MetadataJSON.encode(ids.map(\.rawValue))]
      ).map(DocumentQueries.record)
    }
  }

  /// Where each document's file lay and how it was read.
  package func intakes() throws(IndexError) -> [DocumentID: Intake] {
    try read { db in
      let rows = try Row.fetchAll(db, sql: "SELECT name, path, settings, analysis FROM document")
      var intakes: [DocumentID: Intake] = [:]
      for row in rows {
        intakes[DocumentID(row["name"])] = Intake(
          path: row["path"], settings: row["settings"], analysis: row["analysis"])
      }
      return intakes
    }
  }

  /// What was noticed in reading each document's file when it was stored.
  package func readingDiagnostics() throws(IndexError) -> [DocumentID: [Diagnostic]] {
    try read { db in
      let rows = try Row.fetchAll(
        db,
        sql: """
          SELECT document.name, diagnostic.* FROM diagnostic
          JOIN document ON document.id = diagnostic.documentId
          WHERE identifier GLOB 'source.*' OR identifier GLOB 'input.*'
          ORDER BY documentId, ordinal
          """)
      var told: [DocumentID: [Diagnostic]] = [:]
      for row in rows {
        told[DocumentID(row["name"]), default: []].append(try DocumentQueries.diagnostic(row))
      }
      return told
    }
  }

  /// A document with everything that was stored for it, or nil where there is none.
  package func document(_ id: DocumentID) throws(IndexError) -> StoredDocument? {
    try read { db in try StoredDocumentQuery.document(id, in: db) }
  }

  /// The source of a document with its bytes, or nil where there is none.
  package func source(of id: DocumentID) throws(IndexError) -> SourceDocument? {
    try read { db in try DocumentQueries.source(id, in: db) }
  }

  /// The repairs of a document inside the given source bytes, ascending.
  package func repairs(
    of id: DocumentID, within span: TextSpan<Source>
  ) throws(IndexError) -> [Repair] {
    try read { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT repair.* FROM repair JOIN document ON document.id = repair.documentId
          WHERE document.name = ? AND repair.byteStart < ? AND repair.byteEnd > ?
          ORDER BY ordinal
          """,
        arguments: [id.rawValue, span.upperBound.utf8, span.lowerBound.utf8]
      ).compactMap(DocumentQueries.repair)
    }
  }

  /// The passages with the given ids, in the order asked for; unknown ids are left out.
  package func records(_ ids: [PassageID]) throws(IndexError) -> [PassageRecord] {
    try read { db in
      let rows = try Row.fetchAll(
        db,
        sql: """
          SELECT id, name FROM passage
          WHERE name IN (SELECT value FROM json_each(?))
          """, arguments: [try MetadataJSON.encode(ids.map(\.rawValue))])
      var found: [String: Int64] = [:]
      for row in rows { found[row["name"]] = row["id"] }
      return try PassageQueries.records(ids.compactMap { found[$0.rawValue] }, in: db)
    }
  }

  /// The ids of a document's passages in reading order.
  package func passageIDs(of document: DocumentID) throws(IndexError) -> [PassageID] {
    try read { db in
      try Array(
        String.fetchCursor(
          db,
          sql: """
            SELECT passage.name FROM passage JOIN document ON document.id = passage.documentId
            WHERE document.name = ? ORDER BY passage.id
            """, arguments: [document.rawValue]
        ).map { PassageID($0) })
    }
  }

  /// The ids of the passages before and after one in reading order.
  package func neighbours(
    of passage: PassageID
  ) throws(IndexError) -> (previous: PassageID?, next: PassageID?) {
    try read { db in
      let find = { (beside: String) in
        try String.fetchOne(
          db,
          sql: """
            SELECT other.name FROM passage
            JOIN passage AS other ON other.documentId = passage.documentId
            WHERE passage.name = ? AND other.id \(beside) LIMIT 1
            """, arguments: [passage.rawValue]
        ).map { PassageID($0) }
      }
      return (
        try find("< passage.id ORDER BY other.id DESC"), try find("> passage.id ORDER BY other.id")
      )
    }
  }

  /// A digest over all content that doesn't depend on the order of ingest, 32 hexadecimal digits.
  package func contentDigest() throws(IndexError) -> String {
    try read { db in
      var digest = ContentDigest()
      for text in try String.fetchAll(db, sql: "SELECT digest FROM document ORDER BY digest") {
        digest.combine(field: text)
      }
      try DecisionRows.combine(into: &digest, in: db)
      return digest.hexadecimal
    }
  }
}
