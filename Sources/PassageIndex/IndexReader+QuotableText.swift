package import DocumentModel
import Foundation
import GRDB

extension IndexReader {
  /// The citable text of a document with the places of its passages, or nil where there is none.
  package func quotableText(of id: DocumentID) throws(IndexError) -> QuotableText? {
    try read { db in
      guard
        let row = try Row.fetchOne(
          db,
          sql: """
            SELECT document.*, documentText.citable FROM document
            JOIN documentText ON documentText.documentId = document.id WHERE name = ?
            """, arguments: [id.rawValue])
      else { return nil }
      let passages = try Row.fetchAll(
        db, sql: "SELECT * FROM passage WHERE documentId = ? ORDER BY id",
        arguments: [row["id"] as Int64]
      ).map { row in
        QuotableText.Piece(
          id: PassageID(row["name"]),
          span: TextSpan(row["citableStart"] as Int, row["citableEnd"] as Int),
          location: LocationColumns.location(row))
      }
      return QuotableText(
        document: try DocumentQueries.record(row), utf8: [UInt8](row["citable"] as Data),
        passages: passages)
    }
  }
}
