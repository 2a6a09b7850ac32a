import PassageIndex
import TextNormalization

/// The version of this tool, as `--version` and provenance records show it.
package enum ToolVersion {
  package static let current = "0.1.0"

  /// Returns the version with those of what it stands on, one a line: two programs that print the
  /// same give the same results.
  ///
  /// - Throws: `WorkbenchError` where the registry can't be read.
  package static func details(registry: RegistryStore) throws -> String {
    """
    shirube   \(current)
    registry  \(try registry.digest())
    ICU       \(CaseFolding.icuVersion)
    Unicode   \(CaseFolding.unicodeVersion)
    SQLite    \(IndexConnection.sqliteVersion)
    index     \(indexFormatVersion)
    """
  }
}
