/// The sixth format: where each document's file lay and how it was read, so that an unchanged file
/// costs its hash and a vanished one is missed.
enum M006_KeepIntake {
  static let version = 6

  static let sql = """
    ALTER TABLE document ADD COLUMN path TEXT NOT NULL DEFAULT '';
    ALTER TABLE document ADD COLUMN settings TEXT NOT NULL DEFAULT '';
    ALTER TABLE document ADD COLUMN analysis TEXT NOT NULL DEFAULT '';
    """
}
