/// The fourth format: what is needed to analyse a document again without its file.
enum M004_KeepReading {
  static let version = 4

  static let sql = """
    ALTER TABLE document ADD COLUMN given TEXT NOT NULL DEFAULT '{}';
    ALTER TABLE documentText ADD COLUMN sha256 TEXT NOT NULL DEFAULT '';
    ALTER TABLE documentText ADD COLUMN marks TEXT;
    """
}
