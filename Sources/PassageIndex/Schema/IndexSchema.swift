import DocumentModel
import Foundation
import GRDB
import TextNormalization

/// Makes the tables of a new index and tells whether a file is an index of this format.
enum IndexSchema {
  /// Marks the file as an index of this program: `shrb` in ASCII.
  ///
  /// See SQLite: PRAGMA application_id.
  static let applicationID: Int32 = 0x7368_7262

  /// Makes all tables, the newest format at once, and writes the header.
  static func create(_ header: IndexHeader, in db: Database) throws {
    try db.execute(sql: "PRAGMA application_id = \(applicationID)")
    try db.execute(sql: M001_CreateIndex.sql)
    try db.execute(sql: M002_AddLaws.sql)
    try db.execute(sql: M003_AddPillarDecisions.sql)
    try db.execute(sql: M004_KeepReading.sql)
    try db.execute(sql: M005_AddLawRelations.sql)
    try db.execute(sql: M006_KeepIntake.sql)
    try db.execute(sql: M007_AddRegistryNames.sql)
    try db.execute(sql: M008_DropColumnSizes.sql)
    try db.execute(sql: M009_AddLawDigests.sql)
    try SearchTableMerging.defer(in: db)
    try db.execute(sql: "PRAGMA user_version = \(indexFormatVersion)")
    let values = [
      "registryDigest": header.registryDigest,
      "radicals": encode(header.variants.radicals),
      "folds": encode(header.variants.folds),
    ]
    for (key, value) in values.sorted(by: { $0.key < $1.key }) {
      try db.execute(
        sql: "INSERT INTO meta (key, value) VALUES (?, ?)", arguments: [key, value])
    }
  }

  /// The format of the file: 0 for a new one, nil for a database of another program.
  static func formatVersion(_ db: Database) throws -> Int? {
    let version = try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0
    let application = try Int32.fetchOne(db, sql: "PRAGMA application_id") ?? 0
    if application == applicationID { return version }
    let tables = try Int.fetchOne(db, sql: "SELECT count(*) FROM sqlite_master") ?? 0
    return application == 0 && version == 0 && tables == 0 ? 0 : nil
  }

  /// Reads the header of an index of this format.
  static func header(_ db: Database) throws -> IndexHeader {
    let rows = try Row.fetchAll(db, sql: "SELECT key, value FROM meta")
    var values: [String: String] = [:]
    for row in rows { values[row["key"]] = row["value"] }
    return IndexHeader(
      registryDigest: values["registryDigest"] ?? "",
      namesFingerprint: values["registryNames"] ?? "",
      variants: CharacterVariants(
        radicals: decode(values["radicals"] ?? ""), folds: decode(values["folds"] ?? "")))
  }

  /// Writes a table of code points as pairs of characters.
  private static func encode(_ table: [UInt32: UInt32]) -> String {
    var text = String.UnicodeScalarView()
    for (from, to) in table.sorted(by: { $0.key < $1.key }) {
      guard let from = Unicode.Scalar(from), let to = Unicode.Scalar(to) else { continue }
      text.append(from)
      text.append(to)
    }
    return String(text)
  }

  private static func decode(_ text: String) -> [UInt32: UInt32] {
    let scalars = text.unicodeScalars.map(\.value)
    var table: [UInt32: UInt32] = [:]
    for i in stride(from: 0, to: scalars.count - 1, by: 2) { table[scalars[i]] = scalars[i + 1] }
    return table
  }
}
