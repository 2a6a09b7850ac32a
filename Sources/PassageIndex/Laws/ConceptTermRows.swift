package import DocumentModel
import GRDB

extension IndexReader {
  /// The laws that a document cites; links by a term alone are no citations.
  package func lawsCited(in document: DocumentID) throws(IndexError) -> Set<LawID> {
    try read { db in
      try Set(
        String.fetchAll(
          db,
          sql: """
            SELECT DISTINCT target.lawId FROM link
            JOIN target ON target.id = link.targetId
            JOIN document ON document.id = link.documentId
            WHERE document.name = ? AND link.basis <> 'concept' AND target.lawId IS NOT NULL
            """, arguments: [document.rawValue]
        ).map { LawID($0) })
    }
  }

  /// Whether any held law has terms that mark policy texts.
  package func hasConceptTerms() throws(IndexError) -> Bool {
    try read { db in
      try Bool.fetchOne(db, sql: "SELECT EXISTS (SELECT 1 FROM conceptTerm)") ?? false
    }
  }

  /// The terms of some held laws that mark the texts which cite these laws, by term.
  package func conceptTerms(of laws: Set<LawID>) throws(IndexError) -> [ConceptTerm] {
    try read { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT * FROM conceptTerm WHERE lawId IN (SELECT value FROM json_each(?)) ORDER BY term
          """, arguments: [try MetadataJSON.encode(laws.map(\.rawValue).sorted())]
      ).map { row in
        ConceptTerm(
          term: row["term"], lawID: LawID(row["lawId"]), title: row["title"],
          provision: ProvisionPath(
            article: row["article"], paragraph: row["paragraph"], item: row["item"]))
      }
    }
  }
}

extension IndexWriter {
  /// Puts the terms of held laws that mark policy texts in the place of the earlier ones.
  package func replaceConceptTerms(_ terms: [ConceptTerm]) throws(IndexError) {
    try IndexConnection.guarded(path) {
      try queue.write { db in
        try db.execute(sql: "DELETE FROM conceptTerm")
        let statement = try db.cachedStatement(
          sql: """
            INSERT INTO conceptTerm (term, lawId, title, article, paragraph, item)
            VALUES (?, ?, ?, ?, ?, ?)
            """)
        for term in terms {
          try statement.execute(arguments: [
            term.term, term.lawID.rawValue, term.title, term.provision.article,
            term.provision.paragraph, term.provision.item,
          ])
        }
        try db.execute(
          sql: "INSERT OR REPLACE INTO meta (key, value) VALUES ('conceptTerms', ?)",
          arguments: [try ContentDigest.conceptTerms(in: db).hexadecimal])
      }
    }
  }
}
