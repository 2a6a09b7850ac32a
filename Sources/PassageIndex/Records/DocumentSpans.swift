import DocumentModel
import GRDB

/// Tells which document a passage's row belongs to, without reading the passage.
struct DocumentSpans {
  /// The rows of each document's passages, ascending.
  private let spans: [(document: Int64, rows: Range<Int64>)]

  /// Reads the spans of some documents; of none given, those of all.
  init(_ names: [DocumentID], in db: Database) throws {
    let wanted = Set(names.map(\.rawValue))
    let rows = try Row.fetchAll(
      db.cachedStatement(
        sql: "SELECT id, name, firstPassage, passageCount FROM document ORDER BY firstPassage"))
    spans = rows.compactMap { row in
      let name: String = row["name"]
      guard wanted.isEmpty || wanted.contains(name) else { return nil }
      let first: Int64 = row["firstPassage"]
      let count: Int64 = row["passageCount"]
      return (row["id"], first..<(first + count))
    }
  }

  /// The document of a passage's row, or nil where it is none of them.
  func document(of row: Int64) -> Int64? {
    var low = 0
    var high = spans.count
    while low < high {
      let middle = (low + high) / 2
      if spans[middle].rows.upperBound <= row { low = middle + 1 } else { high = middle }
    }
    guard low < spans.count, spans[low].rows.contains(row) else { return nil }
    return spans[low].document
  }

  func contains(_ row: Int64) -> Bool { document(of: row) != nil }

  /// The documents of passages' rows.
  func documents(of rows: some Sequence<Int64>) -> Set<Int64> { Set(rows.compactMap(document)) }
}
