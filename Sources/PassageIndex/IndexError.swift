/// Why an index can't be used.
package enum IndexError: Error, Sendable, Equatable, CustomStringConvertible {
  /// There is no file at the path.
  case missing(path: String)
  /// Another process keeps the index locked; `holder` says who wrote last, where that is known.
  case busy(path: String, holder: String?)
  /// A part of the index is lost.
  case damaged(path: String, detail: String)
  /// What is at the path isn't an index of this program, or nothing shows that it ever was one; it is
  /// never written to nor replaced.
  case foreign(path: String)
  /// The index was made by another version of the program.
  case otherVersion(path: String, found: Int, expected: Int)
  /// The file or its folder can't be read or written.
  case inaccessible(path: String, detail: String)
  /// The disk, or what the user may put on it, is full.
  case full(path: String)

  package var description: String {
    switch self {
    case .missing(let path):
      "no index at \(path): make one with `shirube ingest`"
    case .busy(let path, let holder):
      "the index \(path) is in use\(holder.map { " by \($0)" } ?? ""): try again when it is done"
    case .damaged(let path, let detail):
      "the index \(path) is damaged (\(detail)): make it anew with `shirube ingest --rebuild`"
    case .foreign(let path):
      "\(path) is no index of this program: name another, or move it away"
    case .otherVersion(let path, let found, let expected):
      "the index \(path) has format \(found), this program reads \(expected): "
        + "make it anew with `shirube ingest --rebuild`"
    case .inaccessible(let path, let detail):
      "the index \(path) can't be opened (\(detail)): look at the permissions of file and folder"
    case .full(let path):
      "the index \(path) can't grow, the disk is full: make room and ingest again"
    }
  }

  /// A stable name for the message catalogue.
  package var identifier: String {
    switch self {
    case .missing: "index.missing"
    case .busy: "index.busy"
    case .damaged: "index.damaged"
    case .foreign: "index.foreign"
    case .otherVersion(_, let found, let expected) where found > expected: "index.newer-version"
    case .otherVersion(_, let found, _) where found < KeptSources.oldestFormat:
      "index.oldest-version"
    case .otherVersion: "index.other-version"
    case .inaccessible: "index.inaccessible"
    case .full: "index.full"
    }
  }

  /// The file that was meant.
  package var path: String {
    switch self {
    case .missing(let path), .full(let path), .foreign(let path), .busy(let path, _),
      .damaged(let path, _),
      .otherVersion(let path, _, _), .inaccessible(let path, _):
      path
    }
  }
}
