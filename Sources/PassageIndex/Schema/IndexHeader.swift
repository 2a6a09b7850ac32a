package import DocumentModel

/// The version of the index format; an index of another version is refused.
package let indexFormatVersion = 7

/// What an index says of itself.
package struct IndexHeader: Sendable, Equatable {
  package var formatVersion: Int
  /// The SHA-256 of the registry the documents were analysed with.
  package var registryDigest: String
  /// The character tables the words were folded with; queries are folded with the same.
  package var variants: CharacterVariants

  package init(
    formatVersion: Int = indexFormatVersion, registryDigest: String, variants: CharacterVariants
  ) {
    self.formatVersion = formatVersion
    self.registryDigest = registryDigest
    self.variants = variants
  }
}
