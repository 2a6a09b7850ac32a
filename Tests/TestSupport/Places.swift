package import Foundation

/// Where tests find the checkout and the shared material.
package enum Places {
  /// The root of the checkout, from this file's own path.
  package static let checkout = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  /// The registry tables.
  package static let registry = checkout.appending(path: "corpus/registry")

  /// The project's own documents.
  package static let documents = checkout.appending(path: "corpus/documents")

  /// The folder of real documents: `$SHIRUBE_SHARED`, else `../shared`; nil where it is absent.
  package static let shared: URL? = {
    let given = ProcessInfo.processInfo.environment["SHIRUBE_SHARED"].map { URL(filePath: $0) }
    let folder = given ?? checkout.deletingLastPathComponent().appending(path: "shared")
    return FileManager.default.fileExists(atPath: folder.path) ? folder : nil
  }()

  /// The five seed documents, by name; empty where the shared material is absent.
  package static var seeds: [URL] {
    guard let shared else { return [] }
    let files = try? FileManager.default.contentsOfDirectory(
      at: shared.appending(path: "seeds"), includingPropertiesForKeys: nil)
    return (files ?? []).filter { $0.pathExtension == "txt" }.sorted { $0.path < $1.path }
  }
}
