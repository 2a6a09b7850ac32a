import DocumentModel
import Foundation
import Glibc

/// What an index holds of a document, as far as ingest must know it.
struct HeldDocument: Sendable {
  var id: DocumentID
  /// The name by which its file was given.
  var source: String
  /// The SHA-256 of its file.
  var sha256: String
  var intake: Intake
  /// What people had decided about it when it was stored.
  var decided: DocumentMetadata
  /// What was noticed in reading its file.
  var diagnostics: [Diagnostic]
}

/// Tells which document each file is, so that no document is stored twice and none is lost.
///
/// A file is the document that was read from its path before, else the one of its name whose own file
/// is gone (the folder was moved, or the index came from another machine). A file of a name that is
/// taken is another document: its name is lengthened by the folders above it.
struct IntakePlan {
  private let held: [HeldDocument]
  private var naming: DocumentNaming
  private let byPath: [String: HeldDocument]
  private let byName: [String: HeldDocument]

  init(held: [HeldDocument]) {
    self.held = held
    naming = DocumentNaming(taken: held.map { ($0.id, $0.source) })
    byPath = Dictionary(
      held.filter { !$0.intake.path.isEmpty }.map { ($0.intake.path, $0) },
      uniquingKeysWith: { first, _ in first })
    byName = Dictionary(held.map { ($0.source, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// Returns the id of each file and the document held under it, in the order of the files.
  ///
  /// Ids are given by path, whatever the order in which the files were named.
  mutating func documents(
    of files: inout [SourceFile]
  ) -> [(id: DocumentID, held: HeldDocument?)] {
    let places = files.map(\.location)
    let given = Set(places)
    var names = Set<String>()
    for place in given { if let known = byPath[place] { names.insert(known.source) } }
    var found: [(id: DocumentID, held: HeldDocument?)?] = Array(repeating: nil, count: files.count)
    for i in files.indices.sorted(by: { places[$0] < places[$1] }) {
      if let known = byPath[places[i]] {
        files[i].name = known.source
        found[i] = (known.id, known)
        continue
      }
      while names.contains(files[i].name) || isTaken(files[i].name, given: given) {
        guard let longer = Self.longer(files[i].name, at: places[i]) else { break }
        files[i].name = longer
      }
      names.insert(files[i].name)
      let id = naming.id(for: files[i].name, folder: files[i].documentFolder)
      found[i] = (id, byName[files[i].name])
    }
    return found.compactMap { $0 }
  }

  /// Whether a document of the name is held whose own file is still there.
  private func isTaken(_ name: String, given: Set<String>) -> Bool {
    guard let known = byName[name], !known.intake.path.isEmpty else { return false }
    return given.contains(known.intake.path) || !SourceFile.isGone(known.intake.path)
  }

  /// Returns a name with one folder more of the path before it, or nil where there is none.
  private static func longer(_ name: String, at path: String) -> String? {
    let folders = path.split(separator: "/")
    let count = name.split(separator: "/").count + 1
    guard count <= folders.count else { return nil }
    return folders.suffix(count).joined(separator: "/")
  }

  /// Returns the held documents whose files lay under the folders and archives given and are gone, by
  /// id.
  func vanished(under paths: [String], found files: [SourceFile]) -> [HeldDocument] {
    let places = Set(files.map(\.location))
    // A folder in which nothing at all is found may be a drive that isn't there just now.
    let roots = paths.compactMap(SourceFile.resolved).filter { root in
      places.contains { $0.hasPrefix(root + "/") }
    }
    let archives = Set(files.compactMap(\.archiveLocation))
    return held.filter { known in
      let place = known.intake.path
      guard !place.isEmpty, !places.contains(place),
        roots.contains(where: { place == $0 || place.hasPrefix($0 + "/") })
      else { return false }
      // One inside an archive is gone where the archive was read and has it no more.
      return SourceFile.isGone(place) || archives.contains { place.hasPrefix($0 + "/") }
    }.sorted { $0.id < $1.id }
  }
}

extension SourceFile {
  /// The path with links resolved; inside an archive the archive's, and the name in it.
  var location: String { Self.resolved(path) ?? archiveLocation.map { $0 + inside } ?? path }

  /// The path of the outermost archive in which it lies, links resolved; nil for a file on the disk.
  var archiveLocation: String? {
    guard case .archive = place else { return nil }
    return Self.existingPrefix(of: path).flatMap { Self.resolved(String($0)) }
  }

  /// The name inside the outermost archive, from its slash on.
  private var inside: Substring {
    Self.existingPrefix(of: path).map { path[$0.endIndex...] } ?? path[...]
  }

  /// Returns a path with links resolved, absolute; nil where nothing is there.
  static func resolved(_ path: String) -> String? {
    guard let found = realpath(path, nil) else { return nil }
    defer { free(found) }
    return String(cString: found)
  }

  /// Whether nothing is at an absolute path any more, nor an archive in which it might lie.
  ///
  /// What can't be looked at isn't gone: only a folder that can be read and doesn't have it says so.
  static func isGone(_ path: String) -> Bool {
    var status = stat()
    if lstat(path, &status) == 0 { return false }
    guard errno == ENOENT || errno == ENOTDIR else { return false }
    guard let prefix = existingPrefix(of: path) else { return true }
    return stat(String(prefix), &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  /// Returns the longest beginning of a path that exists.
  private static func existingPrefix(of path: String) -> Substring? {
    var prefix = path[...]
    while !prefix.isEmpty {
      if access(String(prefix), F_OK) == 0 { return prefix }
      guard let slash = prefix.lastIndex(of: "/") else { return nil }
      prefix = prefix[..<slash]
    }
    return nil
  }
}
