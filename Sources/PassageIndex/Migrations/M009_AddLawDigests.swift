/// Adds what a stored law is held against: a digest of what was read from its file, one of each node,
/// so that an altered one can be named, and one of what was made from its words.
enum M009_AddLawDigests {
  static let version = 9

  static let sql = """
    ALTER TABLE lawRevision ADD COLUMN digest TEXT NOT NULL DEFAULT '';
    ALTER TABLE lawRevision ADD COLUMN nodeDigests BLOB NOT NULL DEFAULT x'';
    ALTER TABLE lawRevision ADD COLUMN delegationDigest TEXT NOT NULL DEFAULT '';
    """
}
