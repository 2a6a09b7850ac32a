package import Archive

/// Why a Word, PowerPoint or Excel file can't be read.
package enum OfficeReadingError: Error, Equatable, Sendable {
  /// The zip archive, or a part of it, is damaged or refused.
  case archive(ZipError)
  /// The archive holds no document of the kind; another Office file, for example.
  case noDocument
  /// A part isn't well formed; its path in the archive and the 1-based line.
  case malformed(part: String, line: Int)
  /// A part declares a document type; its path in the archive and the 1-based line.
  case documentType(part: String, line: Int)
  /// It holds more cells than are read; how many that is.
  case tooManyCells(limit: Int)
  /// It shows more words than are read; the limit in bytes.
  case tooMuchText(bytes: Int)
}
