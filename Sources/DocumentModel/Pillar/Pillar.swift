/// A pillar of economic-security policy: 知る, 育てる, 守る.
package enum Pillar: String, Sendable, Codable, CaseIterable {
  case know, nurture, protect
}

/// Why a section has its pillars.
package enum PillarBasis: String, Sendable, Codable, CaseIterable {
  /// The text itself names the pillar.
  case explicit
  /// Terms, measures and provisions point to it.
  case implied
  case none
  /// A person decided.
  case decided
}

/// One reason for a pillar.
package struct PillarFeature: Sendable, Hashable {
  package var pillar: Pillar
  /// The words that count.
  package var words: String
  /// How much they count; above zero for, below zero against.
  package var weight: Double

  package init(pillar: Pillar, words: String, weight: Double) {
    self.pillar = pillar
    self.words = words
    self.weight = weight
  }
}

/// The pillars of one section, in order of weight, with what decided.
package struct PillarAssignment: Sendable, Hashable {
  package var section: SectionID
  package var pillars: [Pillar]
  package var basis: PillarBasis
  /// The reasons read from the text; a person's decision leaves them as they are.
  package var features: [PillarFeature]
  /// Who decided and why, where the basis is `decided`.
  package var ruling: PillarRuling?

  package init(
    section: SectionID, pillars: [Pillar], basis: PillarBasis, features: [PillarFeature] = [],
    ruling: PillarRuling? = nil
  ) {
    self.section = section
    self.pillars = pillars
    self.basis = basis
    self.features = features
    self.ruling = ruling
  }
}
