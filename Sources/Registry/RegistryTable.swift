/// The tables of the registry, one JSON Lines file each.
package enum RegistryTable: String, Sendable, CaseIterable {
  /// The Acts in force besides those of `laws`: title, number and official names.
  case acts
  case concepts
  case documents
  case eras
  case foreignLaws = "foreign-laws"
  case laws
  case measures
  case ministries
  case organizations
  case spellings
  case variants

  /// The name of its file below `corpus/registry`, such as `laws.jsonl`.
  package var fileName: String { rawValue + ".jsonl" }
}
