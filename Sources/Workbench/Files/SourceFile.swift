package import Archive
package import DocumentModel
import FoundationEssentials

/// A file to ingest: one on the disk or one inside an archive.
package struct SourceFile: Sendable {
  /// Where its bytes are.
  package enum Place: Sendable {
    case disk
    case archive(ZipReader, ZipReader.Entry)
  }

  /// Where it lies; for a file in an archive the archive's path with the name inside behind it.
  package var path: String
  /// The name by which it is known: its path below the folder that was given, or its own name.
  package var name: String
  package var place: Place
  /// The JSON file beside it that describes it, or nil.
  package var sidecar: Sidecar?
  /// What side-car and manifest say of it.
  package var described = DocumentMetadata()
  /// Whether the user named this very file, so that its type isn't asked.
  package var isNamed = false

  package init(path: String, name: String, place: Place = .disk) {
    self.path = path
    self.name = name
    self.place = place
  }

  /// The folder that is the document, where its side-car says so.
  var documentFolder: String? {
    guard sidecar?.isOfFolder == true else { return nil }
    return path.split(separator: "/").dropLast().last.map(String.init)
  }

  /// The size in bytes, where it can be told without reading.
  var size: Int? {
    switch place {
    case .disk:
      return FileStatus(of: path, followsLinks: true)?.size
    case .archive(_, let entry): return entry.count
    }
  }

  /// Returns the file's bytes.
  ///
  /// - Throws: `ZipError` for a damaged entry, else what the system says.
  package func bytes() throws -> [UInt8] {
    switch place {
    case .disk: return [UInt8](try Data(contentsOf: URL(filePath: path)))
    case .archive(let archive, let entry): return try archive.read(entry)
    }
  }
}

/// A JSON file that describes the file it lies beside.
package struct Sidecar: Sendable {
  package var path: String
  package var bytes: [UInt8]
  /// Whether it describes its folder's document (`document.json`), which is named for the folder.
  package var isOfFolder: Bool
}
