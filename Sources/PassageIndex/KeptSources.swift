package import DocumentModel
import GRDB
import TextNormalization

/// What an index keeps of the files it was made from, in this format or an earlier one: a new index
/// can be made from it without the files.
package final class KeptSources: Sendable {
  /// A document as it was read, before any stage.
  package struct Document: Sendable {
    package var source: SourceDocument
    package var intake: Intake
    /// What was noticed when it was stored; the stages tell theirs again.
    package var diagnostics: [Diagnostic]

    /// What people had decided about the document when it was stored.
    package var decided: DocumentMetadata
    /// The digest of the document as it was stored.
    let digest: String

    /// Whether the kept bytes are still those that were stored, and what is said of them lies in them.
    package var isIntact: Bool {
      ContentHash(source.keptBytes).description == source.keptSHA256
        && source.body.upperBound.utf8 <= source.utf8.count
        && source.body.lowerBound.utf8 <= source.body.upperBound.utf8
    }

    /// Whether the document is what was stored, which it must be where the same program and registry
    /// analysed it again with the same decisions.
    package func isAsStored(_ document: AnalyzedDocument) -> Bool {
      ContentDigest(of: DigestedDocument(document)).hexadecimal == digest
    }
  }

  /// A revision of a law as it was imported.
  package struct Law: Sendable {
    package var text: LawText
    package var source: String
    package var sha256: String
  }

  /// A revision of which the index no longer has what was read from its file.
  package struct LostLaw: Sendable {
    /// Its name, or its number in the index where that is gone, too.
    package var revision: String
    package var title: String
    /// The file it was read from.
    package var source: String
  }

  /// The first format that keeps all that the stages need.
  package static let oldestFormat = 4

  package let path: String
  /// All documents, by id.
  package let documents: [DocumentID]
  /// The files they were read from, where that is known, by id.
  package let paths: [DocumentID: String]
  /// The names of their files.
  package let sources: Set<String>
  /// The rows of texts whose documents are gone.
  package let orphans: [Int64]
  private let laws: [Int64]
  /// The rows of laws of which nothing but the text is left.
  private let lawOrphans: [Int64]
  private let queue: DatabaseQueue

  /// Opens the index at `path`, whatever its format from `oldestFormat` on.
  ///
  /// - Throws: `.missing`, `.foreign` for a file that isn't an index, `.damaged`, `.otherVersion` for
  ///   a format that is older or not known yet.
  package init(path: String) throws(IndexError) {
    self.path = path
    let version = try IndexConnection.formatVersion(at: path)
    guard let version else { throw .missing(path: path) }
    guard (Self.oldestFormat...indexFormatVersion).contains(version) else {
      throw .otherVersion(path: path, found: version, expected: indexFormatVersion)
    }
    let (queue, documents, orphans, laws, lawOrphans) = try IndexConnection.guarded(path) {
      let queue = try IndexConnection.plainReader(path)
      return try queue.read { db in
        (
          queue,
          try Row.fetchAll(db, sql: "SELECT * FROM document ORDER BY name").map {
            (
              name: $0["name"] as String, source: $0["source"] as String,
              path: $0["path"] as String? ?? ""
            )
          },
          try Int64.fetchAll(
            db,
            sql: """
              SELECT documentId FROM documentText
              WHERE documentId NOT IN (SELECT id FROM document) ORDER BY documentId
              """),
          try Int64.fetchAll(db, sql: "SELECT id FROM lawRevision ORDER BY name"),
          try Int64.fetchAll(
            db,
            sql: """
              SELECT DISTINCT revisionId FROM lawNode
              WHERE revisionId NOT IN (SELECT id FROM lawRevision) ORDER BY revisionId
              """)
        )
      }
    }
    self.queue = queue
    self.orphans = orphans
    self.documents = documents.map { DocumentID($0.name) }
    sources = Set(documents.map(\.source))
    paths = Dictionary(
      documents.map { (DocumentID($0.name), $0.path.isEmpty ? $0.source : $0.path) },
      uniquingKeysWith: { first, _ in first })
    self.laws = laws
    self.lawOrphans = lawOrphans
  }

  /// Returns a document, or nil where its text is gone.
  package func document(_ id: DocumentID) throws(IndexError) -> Document? {
    try IndexConnection.guarded(path) {
      try queue.read { db in
        guard let source = try DocumentQueries.source(id, in: db),
          let row = try Row.fetchOne(
            db, sql: "SELECT * FROM document WHERE name = ?", arguments: [id.rawValue])
        else { return nil }
        let told = try Row.fetchAll(
          db, sql: "SELECT * FROM diagnostic WHERE documentId = ? ORDER BY ordinal",
          arguments: [row["id"] as Int64])
        return Document(
          source: source,
          intake: Intake(
            path: row["path"] ?? "", settings: row["settings"] ?? "",
            analysis: row["analysis"] ?? ""),
          diagnostics: try told.map(DocumentQueries.diagnostic),
          decided: try MetadataJSON.decode(row["metadata"]).only(.decided), digest: row["digest"])
      }
    }
  }

  /// Gives each law in turn, by revision, and returns those of which what is kept isn't what was read
  /// from the file and must not be quoted as if it were.
  package func forEachLaw(_ body: (Law) throws -> Void) throws -> [LostLaw] {
    var lost: [LostLaw] = []
    for id in laws {
      let record = try IndexConnection.guarded(path) {
        try queue.read { db in try LawRecord(id, in: db) }
      }
      guard let record else { continue }
      let row = record.revision
      if record.isIntact, let text = try? record.text() {
        try body(Law(text: text, source: row["source"], sha256: row["sha256"]))
      } else {
        lost.append(LostLaw(revision: row["name"], title: row["title"], source: row["source"]))
      }
    }
    return lost + lawOrphans.map { LostLaw(revision: "#\($0)", title: "", source: "") }
  }
}
