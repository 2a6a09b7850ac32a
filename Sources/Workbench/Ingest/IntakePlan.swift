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
/// is gone (the folder was moved, or the index came from another machine), else the one of the same
/// bytes whose own file is gone (it was renamed or moved). A file of a name that is taken is another
/// document: its name is lengthened by the folders above it.
struct IntakePlan {
  private let held: [HeldDocument]
  private var naming: DocumentNaming
  private let byPath: [PathKey: HeldDocument]
  private let byName: [String: HeldDocument]
  /// By the last part of their paths.
  private let byLastPart: [Substring: [HeldDocument]]
  private let byContent: [String: [HeldDocument]]

  init(held: [HeldDocument]) {
    self.held = held
    naming = DocumentNaming(taken: held.map { ($0.id, $0.source) })
    let placed = held.filter { !$0.intake.path.isEmpty }
    byPath = Dictionary(
      placed.map { (PathKey($0.intake.path), $0) }, uniquingKeysWith: { first, _ in first })
    byName = Dictionary(held.map { ($0.source, $0) }, uniquingKeysWith: { first, _ in first })
    byLastPart = Dictionary(grouping: placed) { Self.lastPart(of: $0.intake.path) }
    byContent = Dictionary(grouping: placed, by: \.sha256)
  }

  private static func lastPart(of path: String) -> Substring {
    path.split(separator: "/").last ?? ""
  }

  /// Returns the id of each file and the document held under it, in the order of the files.
  ///
  /// Ids are given by path, whatever the order in which the files were named. `digest` returns the
  /// SHA-256 of a file's bytes, or nil; it is asked only of files that path and name don't tell.
  mutating func documents(
    of files: inout [SourceFile], digest: (SourceFile) -> String?
  ) -> [(id: DocumentID, held: HeldDocument?)] {
    let places = files.map(\.location)
    let keys = places.map { PathKey($0) }
    let order = files.indices.sorted { keys[$0] < keys[$1] }
    var names = Set<String>()
    var taken = Set<DocumentID>()
    var found: [(id: DocumentID, held: HeldDocument?)?] = Array(repeating: nil, count: files.count)
    for i in order {
      guard let known = byPath[keys[i]] ?? reached(places[i]), !taken.contains(known.id) else {
        continue
      }
      files[i].name = known.source
      names.insert(known.source)
      taken.insert(known.id)
      found[i] = (known.id, known)
    }
    for i in order where found[i] == nil {
      while names.contains(files[i].name) || isTaken(files[i].name, taken) {
        guard let longer = Self.longer(files[i].name, at: places[i]) else { break }
        files[i].name = longer
      }
      names.insert(files[i].name)
      if let known = byName[files[i].name], taken.insert(known.id).inserted {
        found[i] = (known.id, known)
      }
    }
    for i in order where found[i] == nil {
      if let known = moved(files[i], taken, digest: digest) {
        taken.insert(known.id)
        found[i] = (known.id, known)
      } else {
        found[i] = (naming.id(for: files[i].name, folder: files[i].documentFolder), nil)
      }
    }
    return found.compactMap { $0 }
  }

  /// Returns the document whose path leads to a place by links: its folder was moved and a link put
  /// where it was.
  private func reached(_ place: String) -> HeldDocument? {
    byLastPart[Self.lastPart(of: place)]?.first { known in
      SourceFile.resolved(known.intake.path).map { PathKey($0) } == PathKey(place)
    }
  }

  /// Returns the document of the same bytes whose own file is gone, one of the file's name first.
  private func moved(
    _ file: SourceFile, _ taken: Set<DocumentID>, digest: (SourceFile) -> String?
  ) -> HeldDocument? {
    guard !byContent.isEmpty, let digest = digest(file), let alike = byContent[digest] else {
      return nil
    }
    let gone = alike.filter { !taken.contains($0.id) && SourceFile.isGone($0.intake.path) }
    let name = Self.lastPart(of: file.name)
    return gone.first { Self.lastPart(of: $0.source) == name } ?? gone.first
  }

  /// Whether a document of the name is held that another file is, or whose own file is still there.
  private func isTaken(_ name: String, _ taken: Set<DocumentID>) -> Bool {
    guard let known = byName[name] else { return false }
    if taken.contains(known.id) { return true }
    return !known.intake.path.isEmpty && !SourceFile.isGone(known.intake.path)
  }

  /// Returns a name with one folder more of the path before it, or nil where there is none.
  private static func longer(_ name: String, at path: String) -> String? {
    let folders = path.split(separator: "/")
    let count = name.split(separator: "/").count + 1
    guard count <= folders.count else { return nil }
    return folders.suffix(count).joined(separator: "/")
  }

  /// A document whose file is gone.
  struct Vanished {
    var document: HeldDocument
    /// Where that can't be relied on, the path given under which it lay: a folder in which nothing at
    /// all is found, or that isn't there itself, may be a drive that is away just now.
    var unsureRoot: String?
  }

  /// Returns the held documents that no file was found to be, and whose files lay at the paths given
  /// or under them and are gone, by id.
  func vanished(
    under paths: [String], found files: [SourceFile], as documents: [HeldDocument?]
  ) -> [Vanished] {
    let places = files.map(\.location)
    let here = Set(documents.compactMap { $0?.id })
    let roots = paths.map { path in
      let root = SourceFile.resolved(path) ?? SourceFile.absolute(path)
      let inside = root == "/" ? root : root + "/"
      return (path: root, inside: inside, holdsFiles: places.contains { $0.hasPrefix(inside) })
    }
    let archives = Set(files.compactMap(\.archiveLocation))
    return held.compactMap { known -> Vanished? in
      let place = known.intake.path
      guard !place.isEmpty, !here.contains(known.id) else { return nil }
      let above = roots.filter { place == $0.path || place.hasPrefix($0.inside) }
      guard !above.isEmpty else { return nil }
      // One inside an archive is gone where the archive was read and has it no more.
      guard SourceFile.isGone(place) || archives.contains(where: { place.hasPrefix($0 + "/") })
      else { return nil }
      // A file that was named itself is gone where its folder is there.
      let isSure = above.contains { $0.holdsFiles || place == $0.path }
      return Vanished(document: known, unsureRoot: isSure ? nil : above.first?.path)
    }.sorted { $0.document.id < $1.document.id }
  }
}

/// A path by its bytes: to Swift が is one string, as one code point or as two; to a disk it is two
/// names.
struct PathKey: Hashable, Comparable {
  private let bytes: [UInt8]

  init(_ path: String) { bytes = Array(path.utf8) }

  static func < (a: Self, b: Self) -> Bool { a.bytes.lexicographicallyPrecedes(b.bytes) }
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

  /// Returns an absolute path whose folder has its links resolved, as far as it is there; the last
  /// part needn't be.
  static func absolute(_ path: String) -> String {
    let parts = path.split(separator: "/")
    guard let last = parts.last else { return "/" }
    let above = parts.dropLast().joined(separator: "/")
    let folder = path.hasPrefix("/") ? "/" + above : above.isEmpty ? "." : above
    let known = resolved(folder) ?? absolute(folder)
    return (known == "/" ? "" : known) + "/" + last
  }

  /// Whether no file is at an absolute path any more, nor an archive in which it might lie.
  ///
  /// What can't be looked at isn't gone: only a folder that can be read and doesn't have it says so.
  static func isGone(_ path: String) -> Bool {
    var status = stat()
    if lstat(path, &status) == 0 { return status.st_mode & S_IFMT == S_IFDIR }
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
