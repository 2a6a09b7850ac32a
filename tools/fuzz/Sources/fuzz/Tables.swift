import Glibc
import Registry

/// The product's own data tables, from the folder named by `$FUZZ_DATA`.
enum Tables {
  /// The bytes of each table by its file name.
  static let files: [String: [UInt8]] = {
    let folder = getenv("FUZZ_DATA").map { String(cString: $0) } ?? "../../corpus/registry"
    var files: [String: [UInt8]] = [:]
    for table in RegistryTable.allCases {
      guard let bytes = bytes(folder + "/" + table.fileName) else {
        print("there is no table \(table.fileName) in \(folder)")
        exit(2)
      }
      files[table.fileName] = bytes
    }
    return files
  }()

  static let registry: Registry = {
    do {
      return try RegistryLoader().load(tables: files)
    } catch {
      print("the tables can't be loaded: \(error)")
      exit(2)
    }
  }()

  /// The bytes of a file; nil where it can't be opened.
  private static func bytes(_ path: String) -> [UInt8]? {
    guard let file = fopen(path, "r") else { return nil }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var part = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = fread(&part, 1, part.count, file)
      guard count > 0 else { return bytes }
      bytes += part[..<count]
    }
  }
}
