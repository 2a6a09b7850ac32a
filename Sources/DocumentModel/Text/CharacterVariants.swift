/// The character tables of the normalizer, as the registry gives them.
package struct CharacterVariants: Sendable, Equatable {
  /// Radical code points and the ideograph each stands for: repaired in the citable text.
  package var radicals: [UInt32: UInt32]
  /// Old, variant and simplified forms and the form they are matched as: folded in the key only.
  package var folds: [UInt32: UInt32]

  package init(radicals: [UInt32: UInt32] = [:], folds: [UInt32: UInt32] = [:]) {
    self.radicals = radicals
    self.folds = folds
  }
}
