package import DocumentModel

/// The data tables of the field, loaded and validated: facts of the world, each with its source.
package struct Registry: Sendable {
  package var laws: [LawEntry]
  package var foreignLaws: [ForeignLawEntry]
  package var ministries: [MinistryEntry]
  package var organizations: [OrganizationEntry]
  package var documents: [PolicyDocumentEntry]
  package var eras: [EraEntry]
  package var measures: [MeasureEntry]
  package var concepts: [LawConceptEntry]
  package var spellings: [SpellingEntry]
  package var variants: CharacterVariants
  /// SHA-256 over the tables as loaded, 64 hexadecimal digits.
  package var digest: String
  /// The fingerprint of the tables' files, by which an index knows them; empty for a registry that
  /// was not loaded from files.
  package var fingerprint = ""

  package init(
    laws: [LawEntry] = [], foreignLaws: [ForeignLawEntry] = [],
    ministries: [MinistryEntry] = [], organizations: [OrganizationEntry] = [],
    documents: [PolicyDocumentEntry] = [], eras: [EraEntry] = [],
    measures: [MeasureEntry] = [], concepts: [LawConceptEntry] = [],
    spellings: [SpellingEntry] = [], variants: CharacterVariants = .init(), digest: String = ""
  ) {
    self.laws = laws
    self.foreignLaws = foreignLaws
    self.ministries = ministries
    self.organizations = organizations
    self.documents = documents
    self.eras = eras
    self.measures = measures
    self.concepts = concepts
    self.spellings = spellings
    self.variants = variants
    self.digest = digest
  }
}
