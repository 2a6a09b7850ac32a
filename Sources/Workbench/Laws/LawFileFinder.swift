import Archive
package import DocumentModel
import FoundationEssentials

/// One file that may hold a law, from a folder or from inside an archive.
package struct LawFile: Sendable {
  package enum Form: Sendable {
    case xml, markdown
  }
  /// The path, with the archive's path before an entry's name: `laws.zip/504AC0000000043.xml`.
  package var name: String
  /// The file's name without folder and ending.
  package var stem: String
  package var form: Form
  /// Whether the user named this very file, not a folder or archive it lies in.
  package var isNamed: Bool
  package var bytes: [UInt8]
}

/// Finds law files under files, folders and zip archives, one at a time and in a fixed order.
package struct LawFileFinder: Sendable {
  package init() {}

  /// Hands every law file to `take` and returns what could not be read.
  ///
  /// Files of other types inside folders and archives (the bulk archive's CSV list, images) are
  /// passed over; a file named by the user is told about when it is of another type.
  package func find(
    _ paths: [String], take: (LawFile) throws -> Void
  ) rethrows -> [Diagnostic] {
    var diagnostics: [Diagnostic] = []
    for path in paths {
      var isFolder = false
      guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
        diagnostics.append(Diagnostic("source.missing", .error, arguments: ["source": path]))
        continue
      }
      if isFolder {
        for inner in Self.files(under: path) {
          try file(inner, isNamed: false, &diagnostics, take)
        }
      } else if Self.isLawFile(path) || path.hasSuffix(".zip") {
        try file(path, isNamed: true, &diagnostics, take)
      } else {
        diagnostics.append(Diagnostic("law.other-type", .error, arguments: ["source": path]))
      }
    }
    return diagnostics
  }

  private func file(
    _ path: String, isNamed: Bool, _ diagnostics: inout [Diagnostic],
    _ take: (LawFile) throws -> Void
  ) rethrows {
    guard Self.isLawFile(path) || path.hasSuffix(".zip") else { return }
    guard let data = try? Data(contentsOf: URL(filePath: path), options: .mappedIfSafe) else {
      diagnostics.append(Diagnostic("source.unreadable", .error, arguments: ["source": path]))
      return
    }
    let bytes = [UInt8](data)
    guard path.hasSuffix(".zip") else {
      try take(Self.lawFile(path, bytes, isNamed: isNamed))
      return
    }
    let archive: ZipReader
    do { archive = try ZipReader(bytes) } catch {
      diagnostics.append(error.diagnostic(in: path))
      return
    }
    for entry in archive.entries.sorted(by: { $0.name < $1.name })
    where Self.isLawFile(entry.name) {
      let content: [UInt8]
      do { content = try archive.read(entry) } catch {
        diagnostics.append(error.diagnostic(in: path))
        continue
      }
      try take(Self.lawFile(path + "/" + entry.name, content, isNamed: false))
    }
  }

  private static func lawFile(_ name: String, _ bytes: [UInt8], isNamed: Bool) -> LawFile {
    let file = name.split(separator: "/").last.map(String.init) ?? name
    let stem = file.lastIndex(of: ".").map { String(file[..<$0]) } ?? file
    return LawFile(
      name: name, stem: stem, form: file.hasSuffix(".xml") ? .xml : .markdown,
      isNamed: isNamed, bytes: bytes)
  }

  private static func isLawFile(_ name: String) -> Bool {
    name.hasSuffix(".xml") || name.hasSuffix(".md")
  }

  /// The files under a folder, ascending by path; links to folders are not followed.
  private static func files(under folder: String) -> [String] {
    let manager = FileManager.default
    let entries = (try? manager.contentsOfDirectory(atPath: folder)) ?? []
    return entries.sorted().filter { !$0.hasPrefix(".") }.flatMap { entry -> [String] in
      let path = folder.hasSuffix("/") ? folder + entry : folder + "/" + entry
      return FileStatus(of: path)?.kind == .folder ? files(under: path) : [path]
    }
  }
}
