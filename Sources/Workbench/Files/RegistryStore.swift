import DocumentModel
import FoundationEssentials
package import Registry

/// Loads the registry from its folder.
package struct RegistryStore: Sendable {
  /// The folder of the tables.
  package var folder: String

  package init(folder: String) { self.folder = folder }

  /// Reads and validates all tables.
  ///
  /// - Throws: `WorkbenchError` that names the broken row by file and line.
  package func load() throws -> Registry {
    var tables: [String: [UInt8]] = [:]
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    for name in names where name.hasSuffix(".jsonl") {
      guard let data = try? Data(contentsOf: URL(filePath: folder + "/" + name)) else {
        throw WorkbenchError(.badUse, "registry.unreadable", ["file": folder + "/" + name])
      }
      tables[name] = [UInt8](data)
    }
    do {
      return try RegistryLoader().load(tables: tables)
    } catch {
      var failure = WorkbenchError(.badUse, error.diagnostic.identifier)
      failure.diagnostic = error.diagnostic
      failure.diagnostic.arguments["file"] = folder + "/" + error.file
      throw failure
    }
  }
}
