/// The fourth format: what is needed to analyse a document again without its file, and notes beside the
/// passages that bear their marks.
enum M004_KeepReading {
  static let version = 4

  static let sql = """
    ALTER TABLE document ADD COLUMN given TEXT NOT NULL DEFAULT '{}';
    ALTER TABLE documentText ADD COLUMN sha256 TEXT NOT NULL DEFAULT '';
    ALTER TABLE documentText ADD COLUMN marks TEXT;
    DROP TABLE passageContext;
    CREATE TABLE passageContext (
      passageId INTEGER NOT NULL REFERENCES passage(id) ON DELETE CASCADE,
      ordinal INTEGER NOT NULL,
      kind TEXT NOT NULL CHECK (kind IN ('lead_in', 'header', 'note')),
      line INTEGER NOT NULL,
      text TEXT NOT NULL,
      PRIMARY KEY (passageId, ordinal)
    ) STRICT, WITHOUT ROWID;
    """
}
