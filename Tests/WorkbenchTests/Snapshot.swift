import Foundation
import Testing

/// Texts that are held to what was recorded beside the test.
enum Snapshot {
  /// Compares a text with `Snapshots/NAME` beside the calling test's file.
  ///
  /// With `RECORD_SNAPSHOTS=1` the file is written and the test fails, so that nobody commits one
  /// unread.
  static func expect(
    _ text: String, _ name: String, file: String = #filePath,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let path = URL(filePath: file).deletingLastPathComponent()
      .appending(path: "Snapshots").appending(path: name)
    if ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] == "1" {
      try FileManager.default.createDirectory(
        at: path.deletingLastPathComponent(), withIntermediateDirectories: true)
      try (text + "\n").write(to: path, atomically: true, encoding: .utf8)
      Issue.record("recorded \(name): read it before you commit it", sourceLocation: sourceLocation)
      return
    }
    let recorded = try String(contentsOf: path, encoding: .utf8)
    #expect(text + "\n" == recorded, sourceLocation: sourceLocation)
  }
}
