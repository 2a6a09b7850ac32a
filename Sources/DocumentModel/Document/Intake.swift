/// Where a document's file lay and how it was read: what tells whether it must be read again.
///
/// It is no part of the content, and so of no content digest: the same file in another folder, or
/// read by the next build of the program, is the same document.
package struct Intake: Sendable, Equatable {
  /// The file's absolute path with links resolved.
  ///
  /// For one in an archive it is the archive's path with the name inside behind it. Empty where it
  /// isn't known.
  package var path: String
  /// A digest of what decided the reading besides the file's bytes: side-car, manifest, encoding.
  package var settings: String
  /// The registry and the program it was analysed with.
  package var analysis: String

  package init(path: String = "", settings: String = "", analysis: String = "") {
    self.path = path
    self.settings = settings
    self.analysis = analysis
  }
}
