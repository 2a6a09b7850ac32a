import Foundation
import GRDB
import Glibc

/// An index opened for reading, also where nothing can be written beside it.
///
/// A reader of a write-ahead log keeps its place in a small file (`-shm`), which it must be able to
/// make: in a folder without the right to write, or on a full disk, it can't. Where there is no log to
/// be read, the file alone is the whole index, and SQLite reads it as one that nobody changes. See
/// SQLite: Write-Ahead Logging, Read-Only Databases.
struct ReadOnlyFile: Sendable {
  let queue: DatabaseQueue
  private let path: String
  /// The file as it was opened, where SQLite takes no notice of a writer; else nil.
  private let unwatched: FileStamp?

  init(path given: String, configuration: Configuration) throws {
    let path = IndexConnection.followed(given)
    self.path = path
    do {
      queue = try Self.opened(path, configuration)
      unwatched = nil
    } catch let error as DatabaseError where Self.isForWantOfRoom(error) && !Self.hasLog(path) {
      unwatched = FileStamp(of: path)
      let file = URL(filePath: path).absoluteString
      queue = try Self.opened(file + "?immutable=1", configuration)
    }
  }

  /// Whether somebody has written since the file was opened as one that nobody changes.
  var isOvertaken: Bool {
    guard let unwatched else { return false }
    return unwatched != FileStamp(of: path) || Self.hasLog(path)
  }

  private static func opened(_ name: String, _ configuration: Configuration) throws -> DatabaseQueue
  {
    let queue = try DatabaseQueue(path: name, configuration: configuration)
    // The file is looked at with the first reading only.
    _ = try queue.read { db in try Int.fetchOne(db, sql: "PRAGMA schema_version") }
    return queue
  }

  private static func isForWantOfRoom(_ error: DatabaseError) -> Bool {
    [.SQLITE_CANTOPEN, .SQLITE_READONLY, .SQLITE_IOERR, .SQLITE_FULL].contains(error.resultCode)
  }

  /// Whether there is a log with content that the file doesn't have yet.
  private static func hasLog(_ path: String) -> Bool {
    (FileStamp(of: path + "-wal")?.size ?? 0) > 0
  }
}

/// What tells one state of a file from another.
struct FileStamp: Equatable {
  let number: UInt
  let size: Int
  let seconds: Int
  let nanoseconds: Int

  /// Looks at a file; nil where there is none.
  init?(of path: String) {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    number = UInt(status.st_ino)
    size = Int(status.st_size)
    seconds = status.st_mtim.tv_sec
    nanoseconds = status.st_mtim.tv_nsec
  }
}
