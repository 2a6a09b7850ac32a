package import DocumentModel

/// The names of the field that a query may use, as the registry gives them.
package struct QueryVocabulary: Sendable {
  /// Names of one thing each: laws, ministries, bodies, measures with their abbreviations.
  package var synonymGroups: [[String]]
  /// Spellings of one word each (取組, 取り組み), replaced inside longer words too.
  package var spellings: [[String]]
  /// Every name and law number of a law with its id.
  package var laws: [(name: String, lawID: LawID)]
  /// Every name of a ministry or body with its canonical name.
  package var organizations: [(name: String, value: String)]

  package init(
    synonymGroups: [[String]] = [], spellings: [[String]] = [],
    laws: [(name: String, lawID: LawID)] = [],
    organizations: [(name: String, value: String)] = []
  ) {
    self.synonymGroups = synonymGroups
    self.spellings = spellings
    self.laws = laws
    self.organizations = organizations
  }
}
