import DocumentModel
import FoundationEssentials
package import Pillars
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
    let tables = try tables()
    do {
      var registry = try RegistryLoader().load(tables: tables)
      registry.digest = try digest(with: registry.digest)
      registry.fingerprint = Self.fingerprint(of: tables)
      return registry
    } catch let error as RegistryError {
      throw failure(error)
    }
  }

  /// Returns the digest of all tables without reading their rows.
  ///
  /// - Throws: `WorkbenchError` where a table can't be read.
  package func digest() throws -> String {
    try digest(with: RegistryLoader.digest(of: try tables()))
  }

  /// What was analysed with other pillar tables is analysed anew, as with the others.
  private func digest(with registry: String) throws -> String {
    let pillars = try bytes(of: PillarTables.files)
    let joined = PillarTables.files.reduce(Array(registry.utf8)) { $0 + (pillars[$1] ?? []) }
    return ContentHash(joined).description
  }

  /// Returns the fingerprint of the tables as they lie on disk, fast enough for every start.
  package func fingerprint() throws -> String { Self.fingerprint(of: try tables()) }

  /// Reads and validates the tables of some kinds alone, without what ties them to other tables.
  ///
  /// Only for tables that were loaded as a whole before, as their fingerprint tells.
  func load(only kinds: [RegistryTable]) throws -> Registry {
    let tables = try bytes(of: kinds.map(\.fileName))
    do {
      return try RegistryLoader().load(only: kinds, tables: tables)
    } catch {
      throw failure(error)
    }
  }

  private func tables() throws -> [String: [UInt8]] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return try bytes(of: names.filter { $0.hasSuffix(".jsonl") })
  }

  private static func fingerprint(of tables: [String: [UInt8]]) -> String {
    var fingerprint = FileFingerprint()
    for (name, bytes) in tables.sorted(by: { $0.key < $1.key }) { fingerprint.combine(name, bytes) }
    return fingerprint.hexadecimal
  }

  /// Reads and validates the pillar tables.
  ///
  /// - Throws: `WorkbenchError` that names the broken row by file and line.
  package func pillarClassifier() throws -> PillarClassifier {
    do {
      let (frame, model) = try PillarTables.load(tables: bytes(of: PillarTables.files))
      return PillarClassifier(frame: frame, model: model)
    } catch let error as RegistryError {
      throw failure(error)
    }
  }

  private func bytes(of names: [String]) throws -> [String: [UInt8]] {
    var tables: [String: [UInt8]] = [:]
    for name in names {
      guard let data = try? Data(contentsOf: URL(filePath: folder + "/" + name)) else {
        throw WorkbenchError(.badUse, "registry.unreadable", ["file": folder + "/" + name])
      }
      tables[name] = [UInt8](data)
    }
    return tables
  }

  private func failure(_ error: RegistryError) -> WorkbenchError {
    var failure = WorkbenchError(.badUse, error.diagnostic.identifier)
    failure.diagnostic = error.diagnostic
    failure.diagnostic.arguments["file"] = folder + "/" + error.file
    return failure
  }
}
