import Foundation

/// Tells when the files under paths have changed, by looking again and again.
///
/// It looks rather than asks the system to be told, since shared drives of other machines tell
/// nothing.
package struct FolderWatch: Sendable {
  private let paths: [String]
  private let seconds: Double
  private var seen: [String: FileStatus]

  /// Takes the files as they are now for seen; `seconds` lie between two looks.
  package init(_ paths: [String], every seconds: Double) {
    self.paths = paths
    self.seconds = seconds
    seen = Self.marks(under: paths)
  }

  /// The most looks that are waited for a file that changes all the time: the others mustn't wait for
  /// it for ever.
  private static let mostLooks = 30

  /// Returns when something has changed and then stayed the same from one look to the next, so that
  /// a file still being copied isn't read half; or has kept changing for thirty looks.
  ///
  /// - Throws: `CancellationError` where the task is ended.
  package mutating func change() async throws {
    while true {
      var last = seen
      for _ in 0..<Self.mostLooks {
        try await Task.sleep(for: .seconds(seconds))
        let now = Self.marks(under: paths)
        if now == last { break }
        last = now
      }
      guard last != seen else { continue }
      seen = last
      return
    }
  }

  private static func marks(under paths: [String]) -> [String: FileStatus] {
    var marks: [String: FileStatus] = [:]
    func look(at path: String) {
      guard let found = FileStatus(of: path) else { return }
      guard found.kind == .folder else {
        marks[path] = found
        return
      }
      for name in (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
      where !name.hasPrefix(".") {
        look(at: path + "/" + name)
      }
    }
    for path in paths { look(at: path) }
    return marks
  }
}
