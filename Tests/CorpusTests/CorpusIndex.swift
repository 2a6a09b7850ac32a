import DocumentModel
import Foundation
import PassageIndex
import TestSupport
import Workbench

/// An index of our own documents and, where they are there, the seeds, made once through the whole
/// pipeline.
enum CorpusIndex {
  /// The path of the index; it stays in the temporary folder for the life of the process.
  private static let task = Task<String, any Error> {
    let path =
      FileManager.default.temporaryDirectory
      .appending(path: "corpus-index-\(ProcessInfo.processInfo.processIdentifier).sqlite").path
    let store = RegistryStore(folder: Places.registry.path)
    let ingest = Ingest(registry: try store.load(), classifier: try store.pillarClassifier())
    _ = try await ingest.run(
      [Places.documents.path] + Places.seeds.map(\.path), into: path)
    return path
  }

  static func reader() async throws -> IndexReader { try IndexReader(path: await task.value) }

  /// A search with the names of the checkout's tables.
  static func search() async throws -> SearchPassages {
    let base = try await base()
    return SearchPassages(base, names: RegistryNames(base, registry: try TestRegistry.real()))
  }

  static func base() async throws -> KnowledgeBase { try KnowledgeBase(index: await task.value) }
}
