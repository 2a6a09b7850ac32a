import DocumentModel
import GRDB
import TextNormalization

/// Proves that an index is whole: the file, the references, the search index and every offset.
struct IntegrityCheck {
  let db: Database
  let folding: SearchFolding

  func check() throws -> [IntegrityFinding] {
    var findings: [IntegrityFinding] = []
    for message in try String.fetchAll(db, sql: "PRAGMA integrity_check(20)") where message != "ok"
    {
      findings.append(IntegrityFinding("check.file", subject: "SQLite", detail: message))
    }
    for row in try Row.fetchAll(db, sql: "PRAGMA foreign_key_check") {
      findings.append(
        IntegrityFinding(
          "check.reference", subject: row[0], detail: "row \(row[1] as Int64? ?? 0)"))
    }
    let names = try String.fetchAll(db, sql: "SELECT name FROM document ORDER BY name")
    for name in names {
      guard let document = try DocumentQueries.storedDocument(DocumentID(name), in: db) else {
        continue
      }
      let kept = ContentHash(document.source.keptBytes).description
      if kept != document.source.keptSHA256 {
        findings.append(IntegrityFinding("check.source", subject: name, detail: kept))
      }
      findings += OffsetCheck(document).findings()
    }
    return findings + (try orphanLinks()) + (try checkSearchIndex())
  }

  /// Finds links without the passage they lie in.
  ///
  /// A target that nothing leads to is no fault: a replaced document leaves some, also where the run
  /// was killed, until the next one that writes sweeps them out.
  private func orphanLinks() throws -> [IntegrityFinding] {
    let links = try Row.fetchAll(
      db,
      sql: """
        SELECT document.name, link.surface FROM link
        JOIN document ON document.id = link.documentId
        WHERE link.passageId IS NULL AND EXISTS (
          SELECT 1 FROM passage WHERE passage.documentId = link.documentId
            AND passage.citableStart <= link.citableStart
            AND passage.citableEnd >= link.citableEnd) LIMIT 20
        """)
    return links.map {
      IntegrityFinding("check.orphan", subject: $0["name"], detail: $0["surface"])
    }
  }

  /// Compares the search tables with the texts they stand for.
  ///
  /// FTS5's own `integrity-check` is a write, which a reader can't do, so the postings are counted
  /// against the tokens of every text through the vocabulary table.
  private func checkSearchIndex() throws -> [IntegrityFinding] {
    var findings: [IntegrityFinding] = []
    for (table, sql) in [
      ("passageSearch", "SELECT text FROM passage"), ("sectionSearch", "SELECT title FROM section"),
    ] {
      var expected: [String: Int] = [:]
      let cursor = try String.fetchCursor(db, sql: sql)
      while let text = try cursor.next() { count(text, into: &expected) }
      findings += try compare(table, with: expected)
    }
    var expected: [String: Int] = [:]
    for id in try Int64.fetchAll(db, sql: "SELECT id FROM lawRevision") {
      guard let law = try LawQueries.law(id, in: db) else { continue }
      for unit in LawUnit.units(of: law) {
        count(unit.heading, into: &expected)
        count(unit.text, into: &expected)
      }
    }
    findings += try compare("lawSearch", with: expected)
    return Array(findings.prefix(100))
  }

  /// Counts the tokens of a text.
  private func count(_ text: String, into counts: inout [String: Int]) {
    let key = SearchKey(text, folding: folding)
    GramScanner.scan(key, isQuery: false) { gram in
      counts[gram.range.isEmpty ? "\u{1F}" : key.string(gram.range), default: 0] += 1
      return true
    }
  }

  /// Finds the tokens that a search table holds in another number than its texts.
  private func compare(
    _ table: String, with expected: [String: Int]
  ) throws -> [IntegrityFinding] {
    var expected = expected
    var findings: [IntegrityFinding] = []
    try db.execute(
      sql: """
        CREATE VIRTUAL TABLE IF NOT EXISTS temp.\(table)Vocabulary
        USING fts5vocab('main', '\(table)', 'row')
        """)
    let rows = try Row.fetchCursor(db, sql: "SELECT term, cnt FROM temp.\(table)Vocabulary")
    while let row = try rows.next() {
      let term: String = row["term"]
      let count: Int = row["cnt"]
      if expected.removeValue(forKey: term) != count {
        findings.append(IntegrityFinding("check.search-index", subject: table, detail: term))
      }
    }
    return findings
      + expected.keys.sorted().map {
        IntegrityFinding("check.search-index", subject: table, detail: $0)
      }
  }
}
