import FoundationEssentials

/// The running program as a file.
package enum ProgramFile {
  /// The program's path, or its name where the system doesn't tell.
  package static var path: String {
    (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe"))
      ?? CommandLine.arguments[0]
  }

  /// Returns whether the program was built before a file was last written.
  ///
  /// An index that is older than the program may hold what earlier rules found.
  static func isOlder(than file: String) -> Bool {
    guard let program = modified(path), let other = modified(file) else { return false }
    return program < other
  }

  private static func modified(_ path: String) -> Date? {
    (try? FileManager.default.attributesOfItem(atPath: path))?[.modificationDate] as? Date
  }
}
