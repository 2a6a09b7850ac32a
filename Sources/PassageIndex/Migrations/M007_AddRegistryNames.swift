/// Adds the names of the registry by their search keys, so that a query needs no table but its own
/// words' rows.
///
/// They are made from the registry alone; `meta` keeps the fingerprint of its tables under
/// `registryNames`. The index on the first character of a key serves the look-up of all names that
/// stand in a text.
enum M007_AddRegistryNames {
  static let version = 7

  static let sql = """
    CREATE TABLE registryName (
      id INTEGER PRIMARY KEY,
      kind TEXT NOT NULL CHECK (kind IN
        ('synonym', 'spelling', 'law', 'organization', 'concept')),
      key TEXT NOT NULL,
      name TEXT NOT NULL,
      value TEXT NOT NULL
    ) STRICT;
    CREATE INDEX registryNameHead ON registryName(substr(key, 1, 1));

    CREATE TABLE lawName (
      lawId TEXT PRIMARY KEY,
      title TEXT NOT NULL,
      number TEXT NOT NULL,
      short TEXT
    ) STRICT, WITHOUT ROWID;
    """
}
