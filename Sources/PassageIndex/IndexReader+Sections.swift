package import DocumentModel
import GRDB

/// The sections of a document with their pillars.
package struct KeyedSections: Sendable {
  package var document: DocumentID
  /// In reading order, parents before children.
  package var sections: [Section]
  package var pillars: [SectionID: PillarAssignment]

  /// Returns the pillars in the order of the sections.
  package var assignments: [PillarAssignment] { sections.compactMap { pillars[$0.id] } }
}

extension IndexReader {
  /// The sections of a document, or nil where the index has no such document.
  package func sections(of document: DocumentID) throws(IndexError) -> KeyedSections? {
    try read { db in
      let id = try Int64.fetchOne(
        db, sql: "SELECT id FROM document WHERE name = ?", arguments: [document.rawValue])
      guard let id else { return nil }
      let rows = try Row.fetchAll(
        db,
        sql: """
          SELECT section.*, parent.name AS parentName FROM section
          LEFT JOIN section AS parent ON parent.id = section.parentId
          WHERE section.documentId = ? ORDER BY section.id
          """, arguments: [id])
      return KeyedSections(
        document: document, sections: try rows.map { try DocumentQueries.section($0) },
        pillars: try PassageQueries.pillars(rows.map(PassageQueries.SectionBasis.init), in: db))
    }
  }

  /// The section with an id, or the one in which the passage with that id stands.
  package func sectionID(
    ofSectionOrPassage id: String
  ) throws(IndexError) -> (section: SectionID, document: DocumentID)? {
    try read { db in
      let row = try Row.fetchOne(
        db,
        sql: """
          SELECT section.name AS section, document.name AS document FROM section
          JOIN document ON document.id = section.documentId
          WHERE section.name = ?1
            OR section.id = (SELECT sectionId FROM passage WHERE name = ?1)
          """, arguments: [id])
      return row.map { (SectionID($0["section"]), DocumentID($0["document"])) }
    }
  }

  /// The documents in which a person decided the pillars of a section.
  package func documentsWithDecisions() throws(IndexError) -> Set<DocumentID> {
    try read { db in
      Set(
        try String.fetchAll(
          db,
          sql: """
            SELECT DISTINCT document.name FROM pillarDecision
            JOIN section ON section.id = pillarDecision.sectionId
            JOIN document ON document.id = section.documentId
            """
        ).map { DocumentID($0) })
    }
  }
}

extension IndexWriter {
  /// Gives stored sections other pillars, all in one transaction.
  package func replacePillars(_ assignments: [PillarAssignment]) throws(IndexError) {
    try IndexConnection.guarded(path) {
      try queue.write { db in
        for assignment in assignments { try DecisionRows.replace(assignment, in: db) }
      }
    }
  }
}
