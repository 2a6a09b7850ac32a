import DocumentModel
import Foundation
import GRDB
import TextNormalization

/// Named queries that read documents back.
enum DocumentQueries {
  static let records = "SELECT id, name, source, sha256, mediaType, metadata FROM document"

  static func record(_ row: Row) throws -> DocumentRecord {
    DocumentRecord(
      id: DocumentID(row["name"]), source: row["source"], sha256: row["sha256"],
      mediaType: row["mediaType"], metadata: try MetadataJSON.decode(row["metadata"]))
  }

  static func repair(_ row: Row) -> Repair? {
    guard let rule = RepairRule(rawValue: row["rule"]) else { return nil }
    return Repair(
      rule: rule, source: TextSpan(row["byteStart"] as Int, row["byteEnd"] as Int),
      before: row["before"], after: row["after"])
  }

  static func source(_ id: DocumentID, in db: Database) throws -> SourceDocument? {
    guard
      let row = try Row.fetchOne(
        db,
        sql: """
          SELECT document.*, documentText.source AS bytes, documentText.sha256 AS keptSHA256,
            documentText.marks
          FROM document
          JOIN documentText ON documentText.documentId = document.id WHERE name = ?
          """, arguments: [id.rawValue])
    else { return nil }
    let pages = try Row.fetchAll(
      db, sql: "SELECT * FROM page WHERE documentId = ? ORDER BY ordinal",
      arguments: [row["id"] as Int64]
    ).map {
      Page(number: $0["number"], span: TextSpan($0["byteStart"] as Int, $0["byteEnd"] as Int))
    }
    let (utf8, ownBytes) = text(of: [UInt8](row["bytes"] as Data), mediaType: row["mediaType"])
    var source = SourceDocument(
      id: id, source: row["source"], sha256: row["sha256"], mediaType: row["mediaType"],
      utf8: utf8, pages: pages, body: TextSpan(row["bodyStart"] as Int, row["bodyEnd"] as Int),
      metadata: try MetadataJSON.decode(row["given"]),
      marks: try LineMarkJSON.decode(row["marks"]))
    source.ownBytes = ownBytes
    source.keptSHA256 = row["keptSHA256"]
    return source
  }

  /// Returns the text of kept bytes: they themselves, or what they read in their own encoding.
  private static func text(of kept: [UInt8], mediaType: String) -> ([UInt8], OwnBytes?) {
    guard let name = mediaType.split(separator: "charset=").dropFirst().first,
      let encoding = TextEncoding(name: String(name)), encoding.keepsOwnBytes,
      let decoded = try? Decoder().decode(kept, as: encoding), let map = decoded.map
    else { return (kept, nil) }
    return (decoded.utf8, OwnBytes(bytes: kept, map: map))
  }

  /// Reads a section from a row that has `parentName` beside the section's columns.
  static func section(_ row: Row) throws -> Section {
    try section(row, parent: (row["parentName"] as String?).map { SectionID($0) })
  }

  /// Reads a section from a row of the section's columns.
  static func section(_ row: Row, parent: SectionID?) throws -> Section {
    let titleStart: Int? = row["titleStart"]
    let titleEnd: Int? = row["titleEnd"]
    var titleSpan: TextSpan<Citable>?
    if let titleStart, let titleEnd { titleSpan = TextSpan(titleStart, titleEnd) }
    return Section(
      id: SectionID(row["name"]), parent: parent,
      level: row["level"], title: row["title"], rawTitle: row["rawTitle"], titleSpan: titleSpan,
      span: TextSpan(row["citableStart"] as Int, row["citableEnd"] as Int),
      location: LocationColumns.location(row), isSynthetic: row["isSynthetic"],
      path: try MetadataJSON.decode([String].self, from: row["path"]))
  }

  static func diagnostic(_ row: Row) throws -> Diagnostic {
    Diagnostic(
      row["identifier"], Severity(rawValue: row["severity"]) ?? .note,
      arguments: try MetadataJSON.decode([String: String].self, from: row["arguments"]),
      location: row["line"] == nil ? nil : LocationColumns.location(row))
  }
}
