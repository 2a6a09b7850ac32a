import Glibc

/// What the system says of a file without reading it.
///
/// Foundation's attributes of a file name its owner too, for which it asks the system's name service:
/// in an office that may be another machine.
struct FileStatus: Sendable, Equatable {
  enum Kind: Sendable { case file, folder, link, other }

  var kind: Kind
  /// In bytes.
  var size: Int
  /// When its content was last changed, in nanoseconds since 1970.
  var modified: Int
  /// When its content, name or rights were last changed, which no program can set.
  var changed: Int
  /// Which file it is: another one where an editor moved a new file into its place.
  var number: UInt

  /// Looks at what is at a path, a link itself unless it is followed; nil where nothing is.
  init?(of path: String, followsLinks: Bool = false) {
    var status = stat()
    guard (followsLinks ? stat(path, &status) : lstat(path, &status)) == 0 else { return nil }
    switch status.st_mode & S_IFMT {
    case S_IFREG: kind = .file
    case S_IFDIR: kind = .folder
    case S_IFLNK: kind = .link
    default: kind = .other
    }
    size = Int(status.st_size)
    modified = status.st_mtim.tv_sec * 1_000_000_000 + status.st_mtim.tv_nsec
    changed = status.st_ctim.tv_sec * 1_000_000_000 + status.st_ctim.tv_nsec
    number = UInt(status.st_ino)
  }
}
