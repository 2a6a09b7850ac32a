package import Archive
package import DocumentModel
import FoundationEssentials
import Readers
import TextNormalization

/// What was found under the paths given.
package struct FoundSources: Sendable {
  /// Ascending by name within each path given, each file once.
  package var files: [SourceFile] = []
  /// Paths that can't be read, and files skipped.
  package var diagnostics: [Diagnostic] = []
  /// The files seen, by their place with links resolved.
  fileprivate var seen: Set<PathKey> = []
  /// What the outermost archive in hand holds so far, archives in it included.
  fileprivate var archivedFiles = 0
  fileprivate var archivedBytes = 0
  /// What it may unpack to, in bytes.
  fileprivate var unpackable = 0

  fileprivate mutating func tell(
    _ identifier: String, _ severity: Severity, _ path: String, _ arguments: [String: String] = [:]
  ) {
    let all = arguments.merging(["source": path]) { first, _ in first }
    diagnostics.append(Diagnostic(identifier, severity, arguments: all))
  }
}

/// Finds the files to ingest under files, folders and zip archives, in an order that doesn't depend
/// on the disk.
package struct SourceFinder: Sendable {
  /// What is read of an archive at most: a small file must not fill the memory or the day.
  package var limits = ZipLimits(entries: 20_000, totalBytes: 2 << 30)
  /// What every archive may unpack to, in bytes; beyond it the ratio holds for the whole of it.
  package var alwaysUnpacked = 64 << 20
  /// How deep archives may lie in archives.
  package var archiveDepth = 4
  /// The largest file, in bytes, that is opened to see what it is.
  private let largestFile: Int

  package init(largestFile: Int = DocumentLimits().bytes) { self.largestFile = largestFile }

  /// Walks folders and archives recursively; hidden files are passed over, symbolic links to folders
  /// are not followed, and one to a file only inside the folder given.
  ///
  /// A file given by its own name is taken whatever its extension.
  package func find(_ paths: [String]) -> FoundSources {
    var found = FoundSources()
    for path in paths {
      var isFolder = false
      guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
        let isUnspeakable = path.contains("\u{FFFD}")
        found.tell(isUnspeakable ? "source.name-not-utf8" : "source.missing", .error, path)
        continue
      }
      if isFolder {
        let folder = path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
        let before = found.files.count
        var files: [SourceFile] = []
        let root = URL(filePath: folder).resolvingSymlinksInPath().path
        list(folder, below: "", root: root, into: &files, &found)
        take(files, depth: 0, into: &found)
        if found.files.count == before {
          found.tell("source.folder-without-text", .warning, path)
        }
      } else {
        var file = SourceFile(path: path, name: String(path.split(separator: "/").last ?? ""))
        file.isNamed = true
        file.sidecar = sidecar(ofNamed: path)
        add(file, depth: 0, into: &found)
      }
    }
    return found
  }

  /// Lists the files below a folder.
  private func list(
    _ folder: String, below name: String, root: String, into files: inout [SourceFile],
    _ found: inout FoundSources
  ) {
    let manager = FileManager.default
    guard let entries = try? manager.contentsOfDirectory(atPath: folder) else {
      found.tell("source.unreadable-folder", .error, folder)
      return
    }
    for entry in entries where !entry.hasPrefix(".") {
      let path = folder + "/" + entry
      let inner = name.isEmpty ? entry : name + "/" + entry
      switch FileStatus(of: path)?.kind {
      case .folder: list(path, below: inner, root: root, into: &files, &found)
      case .link:
        let target = URL(filePath: path).resolvingSymlinksInPath().path
        if FileStatus(of: target)?.kind == .file, target.hasPrefix(root + "/") {
          files.append(SourceFile(path: path, name: inner))
        } else {
          found.tell("source.link-not-followed", .note, path)
        }
      case .file: files.append(SourceFile(path: path, name: inner))
      // A name that isn't UTF-8 can't be asked for.
      case nil where entry.contains("\u{FFFD}"): found.tell("source.name-not-utf8", .error, path)
      default: found.tell("source.skipped-type", .note, path)
      }
    }
  }

  /// Takes the files of a folder or archive in the order of their names, each with its side-car.
  private func take(_ files: [SourceFile], depth: Int, into found: inout FoundSources) {
    let sidecars = Sidecars(files)
    let sorted = files.sorted { a, b in
      a.name.utf8.split(separator: 0x2F).lexicographicallyPrecedes(
        b.name.utf8.split(separator: 0x2F)
      ) { $0.lexicographicallyPrecedes($1) }
    }
    for var file in sorted where !sidecars.isSidecar(file) {
      file.sidecar = sidecars.sidecar(of: file)
      add(file, depth: depth, into: &found)
    }
  }

  /// Takes one file: an archive's content, a document, or a note that it is passed over.
  private func add(_ file: SourceFile, depth: Int, into found: inout FoundSources) {
    var resolved = PathKey(file.path)
    if case .disk = file.place {
      resolved = PathKey(SourceFile.resolved(file.path) ?? file.path)
    }
    guard !found.seen.contains(resolved) else { return }
    if FileType.isReadable(extension: FileType.fileExtension(file.name)) {
      found.seen.insert(resolved)
      found.files.append(file)
      return
    }
    if let size = file.size, size > largestFile, FileType.fileExtension(file.name) != "zip" {
      found.tell(
        "source.too-large", .error, file.path, ["size": "\(size)", "limit": "\(largestFile)"])
      return
    }
    let bytes: [UInt8]
    do { bytes = try file.bytes() } catch {
      found.diagnostics.append(SourceLoader.diagnostic(of: error, file.path))
      return
    }
    switch FileType(of: bytes, name: file.name) {
    case .archive:
      found.seen.insert(resolved)
      expand(bytes, file, depth: depth, into: &found)
    case .lawXML: found.tell("source.law-xml", .note, file.path)
    case let type where file.isNamed || SourceLoader.reads(type, named: file.name):
      found.seen.insert(resolved)
      found.files.append(file)
    default: found.tell("source.skipped-type", .note, file.path)
    }
  }

  /// Takes the files of an archive; their names have the archive's before them.
  private func expand(
    _ bytes: [UInt8], _ file: SourceFile, depth: Int, into found: inout FoundSources
  ) {
    guard depth < archiveDepth else {
      found.tell("archive.too-deep", .error, file.path)
      return
    }
    let archive: ZipReader
    do throws(ZipError) {
      archive = try ZipReader(bytes, limits: limits, decodeName: Self.name)
      if depth == 0 {
        (found.archivedFiles, found.archivedBytes) = (0, 0)
        found.unpackable = max(alwaysUnpacked, bytes.count * limits.ratio)
      }
      // Archives in archives multiply: the limits hold for all that lies in the outermost.
      found.archivedFiles += archive.entries.count
      found.archivedBytes += archive.entries.reduce(0) { $0 + min($1.count, limits.totalBytes) }
      if found.archivedFiles > limits.entries {
        throw .tooManyEntries(count: found.archivedFiles, limit: limits.entries)
      }
      if found.archivedBytes > limits.totalBytes {
        throw .tooLarge(entry: file.name, limit: limits.totalBytes)
      }
      // Many small entries, each below the ratio's threshold, are a bomb as well.
      if found.archivedBytes > found.unpackable {
        throw .suspiciousRatio(entry: file.name, limit: limits.ratio)
      }
    } catch {
      found.diagnostics.append(error.diagnostic(in: file.path))
      return
    }
    var files: [SourceFile] = []
    var names: Set<String> = []
    for entry in archive.entries {
      let path = file.path + "/" + entry.name
      if !names.insert(entry.name).inserted {
        found.tell("archive.name-twice", .warning, path)
      } else if entry.isLink {
        found.tell("source.link-not-followed", .note, path)
      } else if !Self.isHidden(entry.name) {
        files.append(
          SourceFile(
            path: path, name: file.name + "/" + entry.name, place: .archive(archive, entry)))
      }
    }
    let before = found.files.count
    take(files, depth: depth + 1, into: &found)
    if found.files.count == before {
      found.tell("source.folder-without-text", .warning, file.path)
    }
  }

  /// Reads an entry's name as Japanese Windows writes it.
  private static func name(_ bytes: [UInt8]) -> String? {
    guard let text = try? Decoder().decode(bytes, as: .shiftJIS), text.faults.isEmpty else {
      return nil
    }
    return String(decoding: text.utf8, as: UTF8.self)
  }

  /// Whether a part of a path begins with a dot, or is what macOS keeps beside a file.
  private static func isHidden(_ name: String) -> Bool {
    name.split(separator: "/").contains { $0.hasPrefix(".") || $0 == "__MACOSX" }
  }

  /// The side-car of a file that was given by its own name.
  private func sidecar(ofNamed path: String) -> Sidecar? {
    let folder =
      path.contains("/") ? String(path[..<(path.lastIndex(of: "/") ?? path.endIndex)]) : "."
    let entries = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    let files = entries.map { SourceFile(path: folder + "/" + $0, name: $0) }
    let own = files.first { $0.name == path.split(separator: "/").last.map(String.init) }
    return own.flatMap { Sidecars(files).sidecar(of: $0) }
  }
}
