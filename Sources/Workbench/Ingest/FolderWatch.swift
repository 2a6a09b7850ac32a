import Foundation

/// Tells when the files under paths have changed, by looking again and again.
///
/// It looks rather than asks the system to be told, since shared drives of other machines tell
/// nothing.
package struct FolderWatch: Sendable {
  /// A file's size and time of change.
  private struct Mark: Equatable {
    var size: Int
    var changed: Date
  }

  private let paths: [String]
  private let seconds: Double
  private var seen: [String: Mark]

  /// Takes the files as they are now for seen; `seconds` lie between two looks.
  package init(_ paths: [String], every seconds: Double) {
    self.paths = paths
    self.seconds = seconds
    seen = Self.marks(under: paths)
  }

  /// Returns when something has changed and then stayed the same from one look to the next, so that
  /// a file still being copied isn't read half.
  ///
  /// - Throws: `CancellationError` where the task is ended.
  package mutating func change() async throws {
    while true {
      var last = seen
      while true {
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

  private static func marks(under paths: [String]) -> [String: Mark] {
    var marks: [String: Mark] = [:]
    let manager = FileManager.default
    func look(at path: String) {
      guard let found = try? manager.attributesOfItem(atPath: path) else { return }
      if found[.type] as? FileAttributeType == .typeDirectory {
        for name in (try? manager.contentsOfDirectory(atPath: path)) ?? []
        where !name.hasPrefix(".") {
          look(at: path + "/" + name)
        }
      } else {
        marks[path] = Mark(
          size: found[.size] as? Int ?? 0,
          changed: found[.modificationDate] as? Date ?? .distantPast)
      }
    }
    for path in paths { look(at: path) }
    return marks
  }
}
