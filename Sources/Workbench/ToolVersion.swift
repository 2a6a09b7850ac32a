/// The version of this tool, as `--version` and provenance records show it.
package enum ToolVersion {
  package static let current = "0.1.0"
}
