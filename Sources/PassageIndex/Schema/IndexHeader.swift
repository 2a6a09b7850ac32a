package import DocumentModel

/// The version of the index format; an index of another version is refused.
package let indexFormatVersion = 9

/// What an index says of itself.
package struct IndexHeader: Sendable, Equatable {
  package var formatVersion: Int
  /// The SHA-256 of the registry the documents were analysed with.
  package var registryDigest: String
  /// The fingerprint of the registry tables whose names the index keeps; empty where it keeps none.
  package var namesFingerprint: String
  /// The character tables the words were folded with; queries are folded with the same.
  package var variants: CharacterVariants

  package init(
    formatVersion: Int = indexFormatVersion, registryDigest: String,
    namesFingerprint: String = "", variants: CharacterVariants
  ) {
    self.formatVersion = formatVersion
    self.registryDigest = registryDigest
    self.namesFingerprint = namesFingerprint
    self.variants = variants
  }
}
