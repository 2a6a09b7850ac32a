/// A word of a law that keeps the law's meaning in texts that speak of this law.
package struct ConceptTerm: Sendable, Hashable {
  package var term: String
  package var lawID: LawID
  /// The law's title.
  package var title: String
  /// The provision that gives the word its meaning.
  package var provision: ProvisionPath

  package init(term: String, lawID: LawID, title: String, provision: ProvisionPath) {
    self.term = term
    self.lawID = lawID
    self.title = title
    self.provision = provision
  }
}
