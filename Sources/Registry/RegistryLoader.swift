import DocumentModel

/// Reads and validates the data tables.
///
/// Bytes come in, a `Registry` comes out: the loader reads no files. Each table is JSON Lines, one
/// entry a line, sorted by its key in code point order, each with its source.
package struct RegistryLoader: Sendable {
  package init() {}

  /// Loads the tables, given by file name (`laws.jsonl`).
  ///
  /// - Throws: `RegistryError` for the first row that can't be used, with file, line and field.
  package func load(tables: [String: [UInt8]]) throws(RegistryError) -> Registry {
    let known = Set(RegistryTable.allCases.map(\.fileName))
    if let stray = tables.keys.filter({ !known.contains($0) }).min() {
      throw RegistryError(.unknownTable, file: stray)
    }
    var parsed = ParsedTables()
    try parsed.read(tables, only: RegistryTable.allCases)
    try parsed.check()
    return parsed.registry(digest: Self.digest(of: tables))
  }

  /// Loads some tables alone and leaves the others empty; rows aren't held against other tables.
  ///
  /// - Throws: `RegistryError` for the first row that can't be read.
  package func load(
    only kinds: [RegistryTable], tables: [String: [UInt8]]
  ) throws(RegistryError) -> Registry {
    var parsed = ParsedTables()
    try parsed.read(tables, only: kinds)
    return parsed.registry(digest: "")
  }

  /// Digests names and bytes of all tables in the order of their names.
  package static func digest(of tables: [String: [UInt8]]) -> String {
    var bytes: [UInt8] = []
    for (name, table) in tables.sorted(by: { $0.key < $1.key }) {
      bytes += Array("\(name) \(table.count)\n".utf8) + table
    }
    return ContentHash(bytes).description
  }
}
