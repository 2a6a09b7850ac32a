import DocumentModel
import Foundation
import GRDB
import TextNormalization

/// Proves that the records of a document are those that were stored, by the digest noted then.
struct RecordCheck {
  let db: Database
  let folding: SearchFolding

  /// Returns what isn't as it was stored: content, links without their passage, what ranking reads.
  func findings(of document: StoredDocument) throws -> [IntegrityFinding] {
    let name = document.record.id.rawValue
    guard
      let row = try Row.fetchOne(
        db,
        sql: """
          SELECT document.*,
            (SELECT min(id) FROM passage WHERE documentId = document.id) AS least,
            (SELECT max(id) FROM passage WHERE documentId = document.id) AS last
          FROM document WHERE name = ?
          """, arguments: [name])
    else { return [] }
    var findings: [IntegrityFinding] = []
    let digest = ContentDigest(of: DigestedDocument(document)).hexadecimal
    if row["digest"] != digest {
      findings.append(.init("check.record", subject: name, detail: digest))
    }
    for (i, link) in document.links.enumerated() {
      let holder = document.passages.firstIndex(holding: link.span)
      guard document.linkPassages[i] != holder.map({ document.passages[$0].id }) else { continue }
      findings.append(.init("check.orphan", subject: name, detail: link.surface))
    }
    if try !hasItsTraits(document, row) {
      findings.append(.init("check.record", subject: name, detail: "ranking"))
    }
    return findings
  }

  /// Whether what ranking reads of a document at once agrees with its passages.
  private func hasItsTraits(_ document: StoredDocument, _ row: Row) throws -> Bool {
    let sections = try Row.fetchCursor(
      db, sql: "SELECT id, name FROM section WHERE documentId = ?", arguments: [row["id"] as Int64])
    var rows: [SectionID: Int64] = [:]
    while let section = try sections.next() { rows[SectionID(section["name"])] = section["id"] }
    let traits = PassageTraits.packed(
      document.passages, links: document.links, sections: rows, folding: folding)
    let (first, count): (Int64, Int64) = (row["firstPassage"], row["passageCount"])
    let (least, last): (Int64?, Int64?) = (row["least"], row["last"])
    return row["passageTraits"] == Data(traits) && count == document.passages.count
      && (least == nil || least == first && last == first + count - 1)
  }

  /// Returns the targets of links whose columns don't agree with one another.
  ///
  /// One that nothing leads to is no fault: a replaced document leaves some, also where the run was
  /// killed, until the next one that writes sweeps them out.
  func targets() throws -> [IntegrityFinding] {
    var findings: [IntegrityFinding] = []
    let rows = try Row.fetchCursor(
      db, sql: "SELECT target.*, target.kind AS targetKind FROM target ORDER BY id")
    while let row = try rows.next() {
      let values = TargetColumns.values(TargetColumns.target(row)).map(\.?.databaseValue)
      let key: String = row["key"]
      let days: [Int?] = [row["firstDay"], row["lastDay"]]
      if values[1] != key.databaseValue || values.suffix(2) != days.map(\.?.databaseValue)[...] {
        findings.append(.init("check.record", subject: "target", detail: key))
      }
    }
    return findings
  }
}
