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
      + (try checkSearchIndex())
  }

  /// Compares the search tables with the texts they stand for.
  private func checkSearchIndex() throws -> [IntegrityFinding] {
    var findings: [IntegrityFinding] = []
    var passages = PostingsCheck("passageSearch", folding: folding)
    try passages.expect("SELECT id, text FROM passage", of: "text", in: db)
    var sections = PostingsCheck("sectionSearch", folding: folding)
    try sections.expect("SELECT id, title FROM section", of: "title", in: db)
    var laws = PostingsCheck("lawSearch", folding: folding)
    for id in try Int64.fetchAll(db, sql: "SELECT id FROM lawRevision") {
      guard let law = try LawQueries.law(id, in: db) else { continue }
      let rows = try Row.fetchAll(
        db, sql: "SELECT * FROM lawUnit WHERE revisionId = ? ORDER BY id", arguments: [id])
      let units = LawUnit.units(of: law)
      if !zip(rows, units).allSatisfy({ row, unit in unit.isStored(in: row) })
        || rows.count != units.count
      {
        findings.append(
          .init("check.record", subject: law.revision.rawValue, detail: "lawUnit"))
      }
      for (row, unit) in zip(rows, units) {
        laws.expect(unit.heading, row: row["id"], column: "heading")
        laws.expect(unit.text, row: row["id"], column: "text")
      }
    }
    return findings + (try [passages, sections, laws].flatMap { try $0.findings(in: db) })
  }
}

extension LawUnit {
  /// Whether a row of `lawUnit` says of the unit what is so.
  fileprivate func isStored(in row: Row) -> Bool {
    row["first"] == nodes.lowerBound && row["last"] == nodes.upperBound
      && row["length"] == text.utf8.count
  }
}
