import DocumentModel
import Foundation
import GRDB

/// A digest of what was read from a law's file, taken of the columns that hold it: of the whole, and of
/// each node, so that an altered one can be named.
struct LawDigest {
  /// The bytes of a node's digest.
  static let nodeWidth = 8

  private var all = ContentDigest()
  /// Of each node in the order of the text.
  private(set) var nodes = Data()

  /// Begins with what a row of `lawRevision` has from the file.
  init(_ row: Row) {
    for column in ["name", "lawNumber", "title", "abbreviations", "lawType", "source", "sha256"] {
      all.combine(field: row[column])
    }
  }

  /// Takes in the next row of `lawNode`.
  mutating func add(_ row: Row) {
    var digest = ContentDigest()
    let parent: Int? = row["parent"]
    digest.combine(field: "\(row["ordinal"] as Int) \(parent ?? -1)")
    for column in ["kind", "number", "label", "caption", "text", "address"] {
      digest.combine(field: row[column])
    }
    withUnsafeBytes(of: digest.fingerprint.littleEndian) { bytes in
      all.combine(bytes)
      nodes.append(contentsOf: bytes)
    }
  }

  /// 32 lower-case hexadecimal digits.
  var whole: String { all.hexadecimal }
}

extension ContentDigest {
  /// A digest of what an order is found to say of the laws above it.
  static func delegations(of revision: Int64, in db: Database) throws -> Self {
    try Self(
      rows: Row.fetchCursor(
        db, sql: "SELECT * FROM lawDelegation WHERE revisionId = ? ORDER BY position",
        arguments: [revision]),
      columns: [
        "position", "ordinal", "lawName", "lawNumber", "article", "paragraph", "item", "subitem",
        "instrument", "words",
      ])
  }

  /// A digest of the terms of held laws that mark policy texts.
  static func conceptTerms(in db: Database) throws -> Self {
    try Self(
      rows: Row.fetchCursor(db, sql: "SELECT * FROM conceptTerm ORDER BY term"),
      columns: ["term", "lawId", "title", "article", "paragraph", "item"])
  }

  /// A digest of rows of which each column is a text, a number or nothing.
  private init(rows: RowCursor, columns: [String]) throws {
    self.init()
    while let row = try rows.next() {
      for column in columns {
        let value: DatabaseValue = row[column]
        switch value.storage {
        case .string(let text): combine(field: text)
        case .int64(let number): combine(field: String(number))
        default: combine(field: "\u{0}")
        }
      }
    }
  }
}
