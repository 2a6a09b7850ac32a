import Readers

/// The JSON files among some files that describe the files they lie beside.
///
/// `report.json` describes `report.txt`, or `report.pdf`. `document.json` describes the document of
/// its folder: the file named `source.…`, or the only file there is.
struct Sidecars: Sendable {
  private var files: [String: SourceFile] = [:]
  /// The file that each folder's `document.json` describes, by folder.
  private var described: [String: String] = [:]

  init(_ all: [SourceFile]) {
    let folders = Dictionary(grouping: all) { Self.split($0.name).folder }
    for (folder, files) in folders {
      let documents = files.filter { FileType.fileExtension($0.name) != "json" }
      let stems = Set(documents.map { Self.stem(of: $0.name) })
      for file in files where FileType.fileExtension(file.name) == "json" {
        let isFolders = Self.split(file.name).last == "document.json"
        guard isFolders || stems.contains(Self.stem(of: file.name)) else { continue }
        self.files[file.name] = file
        guard isFolders else { continue }
        let source = documents.first { Self.split(Self.stem(of: $0.name)).last == "source" }
        let only = documents.count == 1 ? documents[0] : nil
        if let one = source ?? only { described[folder] = one.name }
      }
    }
  }

  /// Whether a file is a side-car, and so no document of its own.
  func isSidecar(_ file: SourceFile) -> Bool { files[file.name] != nil }

  /// Returns the side-car of a file; its own comes before its folder's.
  func sidecar(of file: SourceFile) -> Sidecar? {
    if let own = files[Self.stem(of: file.name) + ".json"] {
      return (try? own.bytes()).map { Sidecar(path: own.path, bytes: $0, isOfFolder: false) }
    }
    let folder = Self.split(file.name).folder
    guard described[folder] == file.name,
      let own = files[folder.isEmpty ? "document.json" : folder + "/document.json"]
    else { return nil }
    return (try? own.bytes()).map { Sidecar(path: own.path, bytes: $0, isOfFolder: true) }
  }

  /// The name without its extension.
  private static func stem(of name: String) -> String {
    let ending = FileType.fileExtension(name)
    return ending.isEmpty ? name : String(name.dropLast(ending.count + 1))
  }

  private static func split(_ name: String) -> (folder: String, last: String) {
    guard let slash = name.lastIndex(of: "/") else { return ("", name) }
    return (String(name[..<slash]), String(name[name.index(after: slash)...]))
  }
}
