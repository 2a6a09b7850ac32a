import Registry

/// The data tables: rows of JSON that people edit.
struct RegistryTarget: FuzzTarget {
  static let name = "registry"
  static let summary = "data tables: rows, fields, keys, references between tables"
  static let seeds = ["jsonl"]

  init() {}

  /// Takes the input for each of the tables in turn, the others being short and sound.
  func run(_ bytes: [UInt8]) {
    guard bytes.count < 50_000 else { return }
    var tables = Self.short
    for table in RegistryTable.allCases {
      let own = tables[table.fileName]
      tables[table.fileName] = bytes
      do throws(RegistryError) {
        _ = try RegistryLoader().load(tables: tables)
      } catch {
        precondition(!error.file.isEmpty, "an error names its file")
      }
      tables[table.fileName] = own
    }
  }

  /// The first row of each table: a load takes no longer than its input asks for.
  private static let short: [String: [UInt8]] = Tables.files.mapValues { bytes in
    Array(bytes.prefix { $0 != 0x0A } + [0x0A])
  }
}
