import FoundationEssentials
import Pillars
import Registry

/// What a run works with.
struct Setting: Sendable {
  var registry: Registry
  var classifier: PillarClassifier
  var corpus: Corpus
  /// Megabytes of citable text, ascending.
  var sizes: [Int]
  /// A CSV table of further laws, or nil.
  var lawTitles: String?

  /// Small amounts are measured several times, and the least time counts.
  func repeats(at megabytes: Int) -> Int { megabytes <= 1 ? 5 : megabytes <= 10 ? 3 : 1 }
}

/// Loads the product's data tables from their folder.
enum Tables {
  static func load(_ folder: String) throws -> (Registry, PillarClassifier) {
    func bytes(_ name: String) throws -> [UInt8] {
      [UInt8](try Data(contentsOf: URL(filePath: folder + "/" + name)))
    }
    var tables: [String: [UInt8]] = [:]
    for name in try FileManager.default.contentsOfDirectory(atPath: folder)
    where name.hasSuffix(".jsonl") {
      tables[name] = try bytes(name)
    }
    let registry = try RegistryLoader().load(tables: tables)
    var pillars: [String: [UInt8]] = [:]
    for name in PillarTables.files { pillars[name] = try bytes(name) }
    let (frame, model) = try PillarTables.load(tables: pillars)
    return (registry, PillarClassifier(frame: frame, model: model))
  }
}

/// What keeps a run from being made.
struct Failure: Error, CustomStringConvertible {
  var description: String

  init(_ description: String) { self.description = description }
}
