package import DocumentModel
import FoundationEssentials

/// A file to ingest.
package struct SourceFile: Sendable, Equatable {
  /// Where it lies.
  package var path: String
  /// The name by which it is known: its path below the folder that was given, or its own name.
  package var name: String

  package init(path: String, name: String) {
    self.path = path
    self.name = name
  }
}

/// What was found under the paths given.
package struct FoundSources: Sendable {
  /// Ascending by name within each path given, each file once.
  package var files: [SourceFile] = []
  /// Paths that can't be read, and files skipped.
  package var diagnostics: [Diagnostic] = []
}

/// Finds the files to ingest under files and folders, in an order that doesn't depend on the disk.
package struct SourceFinder: Sendable {
  /// The extensions of the formats that can be read, lower case.
  package static let readable: Set<String> = ["txt", "text", "md", "markdown"]

  package init() {}

  /// Walks folders recursively; hidden files are passed over and symbolic links to folders are not
  /// followed.
  ///
  /// A file given by its own name is taken whatever its extension.
  package func find(_ paths: [String]) -> FoundSources {
    var found = FoundSources()
    var seen: Set<String> = []
    for path in paths {
      var isFolder = false
      guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
        found.diagnostics.append(
          Diagnostic("source.missing", .error, arguments: ["source": path]))
        continue
      }
      if isFolder {
        let folder = path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
        let before = found.files.count
        walk(folder, below: "", into: &found, seen: &seen)
        if found.files.count == before {
          found.diagnostics.append(
            Diagnostic("source.folder-without-text", .warning, arguments: ["source": path]))
        }
      } else {
        add(
          SourceFile(path: path, name: String(path.split(separator: "/").last ?? "")),
          to: &found, seen: &seen)
      }
    }
    return found
  }

  private func walk(
    _ folder: String, below name: String, into found: inout FoundSources, seen: inout Set<String>
  ) {
    let manager = FileManager.default
    guard let entries = try? manager.contentsOfDirectory(atPath: folder) else {
      found.diagnostics.append(
        Diagnostic("source.unreadable-folder", .error, arguments: ["source": folder]))
      return
    }
    for entry in entries.sorted(by: { $0.utf8.lexicographicallyPrecedes($1.utf8) })
    where !entry.hasPrefix(".") {
      let path = folder + "/" + entry
      let inner = name.isEmpty ? entry : name + "/" + entry
      let type = (try? manager.attributesOfItem(atPath: path))?[.type] as? FileAttributeType
      if type == .typeDirectory {
        walk(path, below: inner, into: &found, seen: &seen)
      } else if Self.readable.contains(Self.fileExtension(entry)) {
        add(SourceFile(path: path, name: inner), to: &found, seen: &seen)
      } else {
        found.diagnostics.append(
          Diagnostic("source.skipped-type", .note, arguments: ["source": path]))
      }
    }
  }

  private func add(_ file: SourceFile, to found: inout FoundSources, seen: inout Set<String>) {
    let resolved = URL(filePath: file.path).resolvingSymlinksInPath().path
    if seen.insert(resolved).inserted { found.files.append(file) }
  }

  /// Returns the extension of a file's name in lower case, without the dot; empty where none.
  package static func fileExtension(_ name: String) -> String {
    guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return "" }
    return name[name.index(after: dot)...].lowercased()
  }
}
