import DocumentModel
import Foundation
import PassageIndex
import TestSupport
import Workbench

/// An index of the five seed documents, made once through the whole pipeline.
enum SeedIndex {
  static let isAvailable = !Places.seeds.isEmpty

  /// The path of the index; it stays in the temporary folder for the life of the process.
  private static let task = Task<String, any Error> {
    let path =
      FileManager.default.temporaryDirectory
      .appending(path: "seed-index-\(ProcessInfo.processInfo.processIdentifier).sqlite").path
    let store = RegistryStore(folder: Places.registry.path)
    let ingest = Ingest(registry: try store.load(), classifier: try store.pillarClassifier())
    _ = try await ingest.run(Places.seeds.map(\.path), into: path)
    return path
  }

  static func reader() async throws -> IndexReader { try IndexReader(path: await task.value) }

  static func base() async throws -> KnowledgeBase { try KnowledgeBase(index: await task.value) }
}
