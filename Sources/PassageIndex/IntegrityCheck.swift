import DocumentModel
import GRDB
import TextNormalization

/// Proves that an index is whole: the file, the references, the search index and every offset.
struct IntegrityCheck {
  let db: Database
  let folding: SearchFolding

  /// Returns all findings; each document is given to `look` as it is read.
  func check(_ look: (StoredDocument) -> Void) throws -> [IntegrityFinding] {
    var findings: [IntegrityFinding] = []
    for message in try String.fetchAll(db, sql: "PRAGMA integrity_check(20)") where message != "ok"
    {
      findings.append(IntegrityFinding("check.file", subject: "SQLite", detail: message))
    }
    // Rows of a damaged file may hold anything, and can't be read as what they should be.
    guard findings.isEmpty else { return findings }
    let broken = try Row.fetchCursor(db, sql: "PRAGMA foreign_key_check")
    while let row = try broken.next() {
      findings.append(
        IntegrityFinding(
          "check.reference", subject: row[0], detail: "row \(row[1] as Int64? ?? 0)"))
    }
    let names = try String.fetchAll(db, sql: "SELECT name FROM document ORDER BY name")
    for name in names {
      guard let document = try StoredDocumentQuery.document(DocumentID(name), in: db) else {
        findings.append(IntegrityFinding("check.record", subject: name, detail: "documentText"))
        continue
      }
      let kept = ContentHash(document.source.keptBytes).description
      if kept != document.source.keptSHA256 {
        findings.append(IntegrityFinding("check.source", subject: name, detail: kept))
      }
      findings += OffsetCheck(document).findings()
      findings += try RecordCheck(db: db, folding: folding).findings(of: document)
      look(document)
    }
    return findings + (try RecordCheck(db: db, folding: folding).targets())
      + (try checkSearchIndex()) + (try LawCheck(db: db, folding: folding).findings())
  }

  /// Compares the search tables of documents with the texts they stand for.
  private func checkSearchIndex() throws -> [IntegrityFinding] {
    var passages = PostingsCheck(.passages, folding: folding)
    try passages.expect("SELECT id, text FROM passage", of: "text", in: db)
    var sections = PostingsCheck(.sections, folding: folding)
    try sections.expect("SELECT id, title FROM section", of: "title", in: db)
    return try [passages, sections].flatMap { try $0.findings(in: db) }
  }
}
