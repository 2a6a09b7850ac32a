/// Why an archive, or one entry of it, can't be read.
package enum ZipError: Error, Equatable, Sendable {
  /// There is no end-of-directory record: not a zip archive.
  case notAnArchive
  /// A record points outside the file.
  case truncated(entry: String?)
  /// The checksum of the unpacked bytes is not the one recorded.
  case badChecksum(entry: String)
  /// A name that would lead out of the archive's own folder (`../x`, `/x`, `C:\x`).
  case unsafeName(entry: String)
  /// Encrypted entries are not read.
  case encrypted(entry: String)
  /// A compression method other than stored and deflated.
  case unsupportedMethod(entry: String, method: Int)
  /// More entries than the limits allow.
  case tooManyEntries(count: Int, limit: Int)
  /// An entry, or all entries together, would unpack to more bytes than the limits allow.
  case tooLarge(entry: String, limit: Int)
  /// An entry unpacks to more than the allowed multiple of its packed size: a zip bomb.
  case suspiciousRatio(entry: String, limit: Int)
}
