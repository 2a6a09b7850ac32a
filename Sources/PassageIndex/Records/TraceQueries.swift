import DocumentModel
import GRDB

/// Named queries that gather what a trace must read, and no more: the passages that hold its words,
/// their sections, and the headings and date lines of the sections above them.
enum TraceQueries {
  /// More passages than this with the words are chosen from before anything is read.
  static let manyHits = 2000
  /// A section with more passages than this is read around its hits only.
  static let wholeSection = 400
  /// How many passages before and behind a hit are read in a long section.
  static let reach = 100
  /// The longest line, in characters, that may be nothing but dates.
  static let dateLine = 24

  /// The rows of passages that cite an article of a law from the first to the last given.
  static func rows(citing articles: [String: ClosedRange<Int>], in db: Database) throws -> [Int64] {
    try articles.sorted { $0.key < $1.key }.flatMap { law, range in
      try Int64.fetchAll(
        db.cachedStatement(
          sql: """
            SELECT DISTINCT link.passageId FROM target JOIN link ON link.targetId = target.id
            WHERE target.lawId = ? AND CAST(target.article AS INTEGER) BETWEEN ? AND ?
              AND link.basis <> 'concept' AND link.passageId IS NOT NULL
            """), arguments: [law, range.lowerBound, range.upperBound])
    }
  }

  /// The rows of passages of some documents that name one of the documents, in any edition.
  static func rows(
    naming titles: [String], inDocuments documents: String, _ db: Database
  ) throws -> [String: [Int64]] {
    var rows: [String: [Int64]] = [:]
    for title in titles {
      rows[title] = try Int64.fetchAll(
        db.cachedStatement(
          sql: """
            SELECT DISTINCT link.passageId FROM target JOIN link ON link.targetId = target.id
            WHERE target.kind = 'document' AND (target.value = ?1 OR target.value LIKE ?1 || '（%')
              AND link.passageId IS NOT NULL
              AND link.documentId IN (SELECT value FROM json_each(?2))
            """), arguments: [title, documents])
    }
    return rows
  }

  /// The rows of other passages that name the documents that some passages name.
  static func rows(besides rows: [Int64], in db: Database) throws -> [Int64] {
    try Int64.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT DISTINCT other.passageId FROM link
          JOIN target ON target.id = link.targetId AND target.kind = 'document'
          JOIN link AS other ON other.targetId = target.id
          WHERE link.passageId IN (SELECT value FROM json_each(?)) AND other.passageId IS NOT NULL
          """), arguments: [json(rows)])
  }

  /// The rows of everything that the passages given need about them, in reading order.
  static func surroundings(of rows: [Int64], in db: Database) throws -> [Int64] {
    let list = json(rows)
    // What stands below a heading that was found is about it, down to its last part; a document's
    // own title is above everything and says nothing.
    let sections = try Int64.fetchAll(
      db.cachedStatement(
        sql: """
          WITH RECURSIVE
            hit(id, isHeading) AS (
              SELECT passage.sectionId, max(block.kind = 'heading') FROM passage
              JOIN block ON block.id = passage.blockId
              WHERE passage.id IN (SELECT value FROM json_each(?)) GROUP BY passage.sectionId),
            below(id) AS (
              SELECT hit.id FROM hit JOIN section ON section.id = hit.id
              WHERE isHeading AND section.level > 1
              UNION
              SELECT section.id FROM section JOIN below ON section.parentId = below.id)
          SELECT id FROM hit UNION SELECT id FROM below
          """), arguments: [list])
    var wanted: Set<Int64> = []
    let hits = Set(rows)
    let passages = try Row.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT id, sectionId FROM passage WHERE sectionId IN (SELECT value FROM json_each(?))
          ORDER BY sectionId, id
          """), arguments: [json(sections)])
    var run: [Int64] = []
    var section: Int64?
    func close() {
      if run.count <= wholeSection {
        wanted.formUnion(run)
      } else {
        for (index, row) in run.enumerated() where hits.contains(row) {
          wanted.formUnion(run[max(0, index - reach)...min(run.count - 1, index + reach)])
        }
      }
      run = []
    }
    for row in passages {
      if row["sectionId"] as Int64 != section {
        close()
        section = row["sectionId"]
      }
      run.append(row["id"])
    }
    close()
    wanted.formUnion(try datesAbove(sections, in: db))
    return wanted.sorted()
  }

  /// The headings and lines of dates of sections and of those above them: they date what stands below
  /// and, in a long section, anywhere in it.
  static func datesAbove(_ sections: [Int64], in db: Database) throws -> [Int64] {
    try Int64.fetchAll(
      db.cachedStatement(
        sql: """
          WITH RECURSIVE above(id) AS (
            SELECT value FROM json_each(?1)
            UNION
            SELECT section.parentId FROM section JOIN above ON section.id = above.id
            WHERE section.parentId IS NOT NULL)
          SELECT DISTINCT passage.id FROM above JOIN passage ON passage.sectionId = above.id
          JOIN block ON block.id = passage.blockId
          WHERE block.kind = 'heading' OR length(passage.text) <= ?2 AND EXISTS (
            SELECT 1 FROM link JOIN target ON target.id = link.targetId
            WHERE link.passageId = passage.id AND target.kind = 'date')
          """), arguments: [json(sections), dateLine])
  }

  /// The last day that each document without a date of its own tells of, aims left out.
  static func lastDays(ofDocuments documents: String, in db: Database) throws -> [DocumentID:
    String]
  {
    let rows = try Row.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT document.name AS name, max(target.value) AS day
          FROM document JOIN link ON link.documentId = document.id
          JOIN target ON target.id = link.targetId
          WHERE document.id IN (SELECT value FROM json_each(?)) AND target.kind = 'date'
            AND length(target.value) = 10 AND target.value NOT LIKE '..%'
            AND coalesce(target.role, '') <> 'target'
            AND json_extract(document.metadata, '$.date') IS NULL
          GROUP BY document.id
          """), arguments: [documents])
    var days: [DocumentID: String] = [:]
    for row in rows { days[DocumentID(row["name"])] = row["day"] }
    return days
  }

  static func json(_ rows: some Sequence<Int64>) -> String {
    "[" + rows.map(String.init).joined(separator: ",") + "]"
  }
}
