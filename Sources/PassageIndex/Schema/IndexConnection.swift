import Foundation
import GRDB
import GRDBSQLite
import Glibc
import TextNormalization

/// Opens the database file and turns SQLite's complaints into `IndexError`.
package enum IndexConnection {
  /// How long a connection waits for another's lock, in seconds.
  package static let busySeconds = 5.0

  /// The version of SQLite in use, such as `3.40.1`.
  package static var sqliteVersion: String { String(cString: sqlite3_libversion()) }

  /// Returns the settings shared by readers and the writer.
  ///
  /// Only who reads a small part of the file maps it: mapped, the pages around each one read count as
  /// the program's memory.
  static func configuration(
    folding: SearchFolding, isReadOnly: Bool, mapsFile: Bool
  ) -> Configuration {
    var configuration = Configuration()
    configuration.readonly = isReadOnly
    configuration.busyMode = .timeout(busySeconds)
    configuration.maximumReaderCount = 1
    configuration.prepareDatabase { db in
      try FTS5Registration.addTokenizer(folding: folding, to: db)
      try keepTemporariesInMemory(db)
      if mapsFile { try db.execute(sql: "PRAGMA mmap_size = 2147418112") }
      if isReadOnly {
        try db.execute(sql: "PRAGMA cache_size = -8192")
      } else {
        try db.execute(sql: "PRAGMA cache_size = -65536")
        // A document that was told as stored outlasts a power cut; NORMAL would save one sync a
        // document and lose those since the last checkpoint.
        try db.execute(sql: "PRAGMA synchronous = FULL")
      }
    }
    return configuration
  }

  /// Keeps in memory what a large statement or sort needs for a while: else it is written to the
  /// temporary folder, where the user named nothing and the words of papers don't belong.
  @Sendable private static func keepTemporariesInMemory(_ db: Database) throws {
    try db.execute(sql: "PRAGMA temp_store = MEMORY")
  }

  /// Returns what an error of the database means for the index at `path`.
  static func indexError(_ error: any Error, path: String) -> IndexError {
    if let error = error as? IndexError { return error }
    if error is Swift.DecodingError { return .damaged(path: path, detail: "\(error)") }
    guard let error = error as? DatabaseError else {
      return .inaccessible(path: path, detail: "\(error)")
    }
    let detail = error.message ?? "SQLite error \(error.resultCode.rawValue)"
    switch error.resultCode {
    case .SQLITE_BUSY, .SQLITE_LOCKED:
      return .busy(path: path, holder: IndexLock.holder(ofIndexAt: path))
    case .SQLITE_CORRUPT, .SQLITE_NOTADB, .SQLITE_SCHEMA, .SQLITE_ERROR:
      return .damaged(path: path, detail: detail)
    case .SQLITE_FULL:
      return .full(path: path)
    default:
      // A used-up quota is an error of writing; a file that can't be made for want of room is told as
      // one that can't be opened.
      let isWriting = error.extendedResultCode == .SQLITE_IOERR_WRITE
      return isWriting || DiskRoom.isUsedUp(at: path)
        ? .full(path: path) : .inaccessible(path: path, detail: detail)
    }
  }

  /// Runs an access to the database and names its failure.
  static func guarded<Value>(
    _ path: String, _ body: () throws -> Value
  ) throws(IndexError) -> Value {
    do { return try body() } catch { throw indexError(error, path: path) }
  }
}

extension IndexConnection {
  /// Opens a connection that reads tables only: no search tables, so any format will do.
  static func plainReader(_ path: String) throws -> DatabaseQueue {
    var configuration = Configuration()
    configuration.readonly = true
    configuration.busyMode = .timeout(busySeconds)
    configuration.prepareDatabase(keepTemporariesInMemory)
    return try ReadOnlyFile(path: path, configuration: configuration).queue
  }

  /// Reads the format of the index at `path`, or nil where there is no file or an empty one.
  ///
  /// - Throws: `.foreign` for what isn't an index, `.damaged` for one that can't be read.
  static func formatVersion(at path: String) throws(IndexError) -> Int? {
    try reading(path) { db in try version(of: db, path: path) }
  }

  /// Reads the header of the index at `path`, or nil where there is no file or an empty one.
  ///
  /// - Throws: `.foreign` for what isn't an index, `.damaged` for one that can't be read,
  ///   `.otherVersion` for another format.
  static func existingHeader(at path: String) throws(IndexError) -> IndexHeader? {
    try reading(path) { db in
      guard let version = try version(of: db, path: path) else { return nil }
      guard version == indexFormatVersion else {
        throw IndexError.otherVersion(path: path, found: version, expected: indexFormatVersion)
      }
      return try IndexSchema.header(db)
    }
  }

  private static func version(of db: Database, path: String) throws -> Int? {
    guard let version = try IndexSchema.formatVersion(db) else {
      throw IndexError.foreign(path: path)
    }
    return version == 0 ? nil : version
  }

  private static func reading<Value>(
    _ path: String, _ body: (Database) throws -> Value?
  ) throws(IndexError) -> Value? {
    guard let stamp = FileStamp(of: path), stamp.size > 0 else { return nil }
    do throws(IndexError) {
      return try guarded(path) { try plainReader(path).read(body) }
    } catch {
      // A text, a folder, a picture: what SQLite can't read was an index only if it says so itself.
      if case .busy = error { throw error }
      throw isMarked(path) ?? true ? error : .foreign(path: path)
    }
  }

  /// Whether the first bytes at a path are those of an index; nil where they can't be read.
  ///
  /// See SQLite: Database File Format, The Database Header.
  private static func isMarked(_ path: String) -> Bool? {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var header = [UInt8](repeating: 0, count: 72)
    let count = pread(descriptor, &header, header.count, 0)
    guard count >= 0 || errno == EISDIR else { return nil }
    let mark = header[68...].reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
    return count == header.count && mark == UInt32(bitPattern: IndexSchema.applicationID)
  }

  /// Returns the path of the file that links at a path lead to; the path itself where nothing is there.
  static func followed(_ path: String) -> String {
    guard FileStamp(of: path) != nil, let found = realpath(path, nil) else { return path }
    defer { free(found) }
    return String(cString: found)
  }

  /// Makes sure that a new index may take the place of what is at the path: of nothing, or of an index
  /// of this or an earlier format, damaged or not.
  ///
  /// - Throws: `.foreign` for what isn't an index, `.otherVersion` for one of a later format, which
  ///   may hold what this program doesn't know.
  static func checkReplaceable(_ path: String) throws(IndexError) {
    do throws(IndexError) {
      guard let version = try formatVersion(at: path), version > indexFormatVersion else { return }
      throw .otherVersion(path: path, found: version, expected: indexFormatVersion)
    } catch {
      if case .damaged = error { return }
      throw error
    }
  }

  /// Puts a finished index in the place of another in one step: whoever opens the path meanwhile
  /// finds the one or the other, whole.
  ///
  /// The log of the old one must be gone first, since SQLite would read it as the new one's. What it
  /// holds is brought into the old file before, as far as that file can still be written.
  static func replace(_ path: String, with finished: String) throws(IndexError) {
    if FileManager.default.fileExists(atPath: path) {
      try? DatabaseQueue(path: path).writeWithoutTransaction { db in
        _ = try db.checkpoint(.truncate)
      }
    }
    for suffix in ["-wal", "-shm", "-journal"] { unlink(path + suffix) }
    guard rename(finished, path) == 0 else {
      throw .inaccessible(path: path, detail: String(cString: strerror(errno)))
    }
    for suffix in ["-wal", "-shm", "-journal"] { unlink(finished + suffix) }
  }
}
