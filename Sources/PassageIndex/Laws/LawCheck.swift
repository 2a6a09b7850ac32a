import DocumentModel
import GRDB
import TextNormalization

/// Proves that the stored laws are what was imported, and that what is made of them agrees with them.
struct LawCheck {
  let db: Database
  let folding: SearchFolding

  func findings() throws -> [IntegrityFinding] {
    var findings: [IntegrityFinding] = []
    var postings = PostingsCheck(.laws, folding: folding)
    for id in try Int64.fetchAll(db, sql: "SELECT id FROM lawRevision ORDER BY name") {
      guard let record = try LawRecord(id, in: db) else { continue }
      guard record.isIntact, let law = try? record.text() else {
        findings.append(Self.finding(of: record))
        continue
      }
      try compare(law, record.revision, id, with: &postings, into: &findings)
    }
    // What search should hold of an altered law isn't known.
    if findings.allSatisfy({ $0.identifier == "check.record" }) {
      findings += try postings.findings(in: db)
    }
    let terms = try String.fetchOne(db, sql: "SELECT value FROM meta WHERE key = 'conceptTerms'")
    let held = try ContentDigest.conceptTerms(in: db).hexadecimal
    if held != terms ?? ContentDigest().hexadecimal {
      findings.append(.init("check.record", subject: "conceptTerm", detail: held))
    }
    return findings
  }

  private static func finding(of record: LawRecord) -> IntegrityFinding {
    let (title, name): (String, String) = (record.revision["title"], record.revision["name"])
    let (subject, places) = ("\(title) (\(name))", record.alteredPlaces)
    guard !places.isEmpty else {
      return .init("check.law-origin", subject: subject, detail: record.revision["source"])
    }
    let most = 5
    let rest = places.count > most ? " … (\(places.count))" : ""
    return .init(
      "check.law", subject: subject, detail: places.prefix(most).joined(separator: ", ") + rest)
  }

  /// Holds what is made of a sound law against it.
  private func compare(
    _ law: LawText, _ revision: Row, _ id: Int64, with postings: inout PostingsCheck,
    into findings: inout [IntegrityFinding]
  ) throws {
    func tell(_ table: String) {
      findings.append(
        .init("check.record", subject: law.revision.rawValue, detail: table))
    }
    if revision["lawId"] != law.revision.lawID.rawValue
      || revision["inForceFrom"] != law.revision.inForceFrom?.iso8601
    {
      tell("lawRevision")
    }
    let rows = try Row.fetchAll(
      db, sql: "SELECT * FROM lawUnit WHERE revisionId = ? ORDER BY id", arguments: [id])
    let units = LawUnit.units(of: law)
    for (row, unit) in zip(rows, units) {
      postings.expect(unit.heading, row: row["id"], column: "heading")
      postings.expect(unit.text, row: row["id"], column: "text")
    }
    if rows.count != units.count
      || !zip(rows, units).allSatisfy({ row, unit in unit.isStored(in: row) })
    {
      tell("lawUnit")
    }
    let articles = try Row.fetchAll(
      db, sql: "SELECT number, ordinal FROM lawArticle WHERE revisionId = ?", arguments: [id])
    let places = Dictionary(
      law.articles.flatMap { article in article.numbers.map { ($0, article.node) } },
      uniquingKeysWith: { first, _ in first })
    if articles.count != places.count
      || !articles.allSatisfy({ places[$0["number"]] == $0["ordinal"] })
    {
      tell("lawArticle")
    }
    if try ContentDigest.delegations(of: id, in: db).hexadecimal != revision["delegationDigest"] {
      tell("lawDelegation")
    }
  }
}

extension LawUnit {
  /// Whether a row of `lawUnit` says of the unit what is so.
  fileprivate func isStored(in row: Row) -> Bool {
    row["first"] == nodes.lowerBound && row["last"] == nodes.upperBound
      && row["length"] == text.utf8.count
  }
}
