package import DocumentModel
import Linking

/// Tells which words a law defines or declares.
package struct LawTerms: Sendable {
  private let harvester = LegalTermHarvester()

  package init() {}

  /// Returns the terms of a law, or of one of its articles, in the order of its text.
  package func terms(of law: LawText, in provision: ProvisionPath = .init()) -> [LegalTerm] {
    harvester.harvest(law).filter { term in
      guard let article = provision.article else { return true }
      return term.provision.article == article && !term.provision.isSupplementary
    }
  }
}
