/// Why a file can't be read as the text of a law.
package enum LawReadingError: Error, Equatable, Sendable {
  /// The XML breaks off or isn't well formed; the 1-based line where reading stopped.
  case malformed(line: Int)
  /// It declares a document type, which law XML never does and which could draw in other files.
  case documentType(line: Int)
  /// It is well formed but holds no `Law` element; the root's name.
  case notALaw(root: String)
  /// Neither the file's name nor its text tells the LawId.
  case unknownLaw(lawNumber: String)
  /// The front matter lacks a field that names the law.
  case missingField(name: String)
}
