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
    let status = FileStatus(of: path, followsLinks: true)
    let seconds = (status?.modified ?? 0) / 1_000_000_000
    return "\(ToolVersion.current)/\(status?.size ?? 0)/\(seconds)"
  }()
}
