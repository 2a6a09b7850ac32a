import Foundation
import Glibc

/// Keeps a second writer out for as long as an ingest lasts, and names the first one to it.
///
/// SQLite's own lock lasts for one transaction only. The lock is a `flock` on a file beside the
/// index, because locking the index file itself from outside SQLite would break SQLite's locks. It
/// goes with the process, however that ends.
final class IndexLock: Sendable {
  private let descriptor: CInt
  private let lockPath: String

  /// Waits up to `seconds` for the lock; throws `.busy` with the holder's process.
  init(forIndexAt path: String, waiting seconds: Double) throws(IndexError) {
    lockPath = path + ".lock"
    let deadline = Date().addingTimeInterval(seconds)
    while true {
      let opened = open(lockPath, O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
      guard opened >= 0 else {
        if errno == ENOSPC || errno == EDQUOT { throw .full(path: path) }
        throw .inaccessible(path: path, detail: String(cString: strerror(errno)))
      }
      if flock(opened, LOCK_EX | LOCK_NB) == 0 {
        var status = stat()
        // The holder before may have removed the file between our open and our lock.
        if fstat(opened, &status) == 0, status.st_nlink > 0 {
          descriptor = opened
          let text = Array("\(getpid())\n".utf8)
          ftruncate(opened, 0)
          _ = text.withUnsafeBytes { write(opened, $0.baseAddress, $0.count) }
          return
        }
        close(opened)
        continue
      }
      close(opened)
      if Date() >= deadline {
        throw .busy(path: path, holder: Self.holder(ofIndexAt: path))
      }
      usleep(50_000)
    }
  }

  /// Names the process that writes into an index, such as `process 4711`, or nil.
  static func holder(ofIndexAt path: String) -> String? {
    guard let data = FileManager.default.contents(atPath: path + ".lock") else { return nil }
    let text = String(decoding: data, as: UTF8.self).filter(\.isNumber)
    return text.isEmpty ? nil : "process \(text)"
  }

  deinit {
    unlink(lockPath)
    close(descriptor)
  }
}
