import FoundationEssentials

/// Finds the data files that come with the tool: the registry tables.
package struct DataFolder: Sendable {
  /// The folder that holds `registry/`.
  package var path: String

  package init(path: String) { self.path = path }

  /// The folder of the registry tables.
  package var registry: String { path + "/registry" }

  /// Looks at `$SHIRUBE_DATA`, then beside the binary, then in the checkout above it.
  ///
  /// Beside the binary means `corpus/` or `../share/shirube/` from its folder; a checkout is any
  /// folder above it, or above the working directory, with `corpus/registry`.
  ///
  /// - Throws: `WorkbenchError` where there is none, or where `$SHIRUBE_DATA` names no such folder.
  package static func find(
    environment: [String: String], binary: String, workingDirectory: String
  ) throws -> Self {
    if let given = environment["SHIRUBE_DATA"], !given.isEmpty {
      for path in [given, given + "/corpus"] where holdsRegistry(path) { return Self(path: path) }
      throw WorkbenchError(.badUse, "data.not-found", ["path": given])
    }
    let beside = parent(of: binary)
    for path in [beside + "/corpus", beside + "/../share/shirube"] where holdsRegistry(path) {
      return Self(path: path)
    }
    for start in [beside, workingDirectory] {
      var folder = start
      while !folder.isEmpty {
        if holdsRegistry(folder + "/corpus") { return Self(path: folder + "/corpus") }
        folder = parent(of: folder)
      }
    }
    throw WorkbenchError(.badUse, "data.not-found", ["path": beside + "/corpus"])
  }

  private static func holdsRegistry(_ path: String) -> Bool {
    var isFolder = false
    let exists = FileManager.default.fileExists(
      atPath: path + "/registry", isDirectory: &isFolder)
    return exists && isFolder
  }

  private static func parent(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "" }
    return String(path[..<slash])
  }
}
