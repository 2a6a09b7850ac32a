import Foundation
package import Registry

/// The registry of the checkout's own tables, loaded once for all tests of a process.
package enum TestRegistry {
  /// The bytes of each table by file name, as the loader takes them.
  package static func tables() throws -> [String: [UInt8]] {
    var tables: [String: [UInt8]] = [:]
    for table in RegistryTable.allCases {
      let file = Places.registry.appending(path: table.fileName)
      guard FileManager.default.fileExists(atPath: file.path) else { continue }
      tables[table.fileName] = Array(try Data(contentsOf: file))
    }
    return tables
  }

  /// Returns the real registry, or throws what the loader found wrong with it.
  package static func real() throws -> Registry { try loaded.get() }

  private static let loaded = Result { try RegistryLoader().load(tables: tables()) }
}
