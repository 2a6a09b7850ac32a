import Foundation

/// The running program as a file.
package enum ProgramFile {
  /// The program's path, or its name where the system doesn't tell.
  package static var path: String {
    (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe"))
      ?? CommandLine.arguments[0]
  }

  /// Names this build of the program: its version with the size and time of its file.
  ///
  /// Documents that another build has analysed may hold what its rules found, and are analysed anew.
  static let stamp: String = {
    let attributes = try? FileManager.default.attributesOfItem(atPath: path)
    let size = attributes?[.size] as? Int ?? 0
    let time = (attributes?[.modificationDate] as? Date)?.timeIntervalSince1970 ?? 0
    return "\(ToolVersion.current)/\(size)/\(Int(time))"
  }()
}
