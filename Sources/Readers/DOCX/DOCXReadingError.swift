package import Archive

/// Why a Word file can't be read.
package enum DOCXReadingError: Error, Equatable, Sendable {
  /// The zip archive, or a part of it, is damaged or refused.
  case archive(ZipError)
  /// The archive holds no Word document; another Office file, for example.
  case noDocument
  /// A part isn't well formed; its path in the archive and the 1-based line.
  case malformed(part: String, line: Int)
  /// A part declares a document type; its path in the archive and the 1-based line.
  case documentType(part: String, line: Int)
}
