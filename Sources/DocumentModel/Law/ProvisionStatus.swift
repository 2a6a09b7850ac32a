/// Whether a provision was there on a day, as far as the held revisions tell.
package enum ProvisionStatus: Sendable, Equatable {
  /// In force in this revision.
  case inForce(LawRevisionID)
  /// Enacted by then, but in force only from this later revision on.
  case notYetInForce(LawRevisionID)
  /// Added by an amending law made after that day, first held in this revision.
  case notYetEnacted(LawRevisionID)
  /// Gone by then; this is the last held revision that has it.
  case removed(LawRevisionID)
  /// No revision of that time is held; this one, the nearest later, has it.
  case unknown(nearest: LawRevisionID?)
  /// No held revision, at or after the day, has it, nor any before.
  case noSuchProvision
}
