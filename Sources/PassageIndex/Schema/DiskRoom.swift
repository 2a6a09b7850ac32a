import Foundation
import Glibc

/// Tells whether a disk has room.
enum DiskRoom {
  /// The least that SQLite needs to open an index: the file in which readers keep their places, with
  /// something to spare.
  private static let least = 64 << 10

  /// Whether the file system of a path has less room left than opening an index takes.
  static func isUsedUp(at path: String) -> Bool {
    var status = statvfs()
    let folder = URL(filePath: path).deletingLastPathComponent().path
    guard statvfs(folder, &status) == 0 else { return false }
    return Int(status.f_bavail) * Int(status.f_frsize) < least
  }
}
