/// Adds what laws say of one another: the provisions that orders fill in, and the terms of laws that
/// mark policy texts.
///
/// Both are made from the text of the held laws and hold nothing of their own.
enum M005_AddLawRelations {
  static let version = 5

  static let sql = """
    CREATE TABLE lawDelegation (
      revisionId INTEGER NOT NULL REFERENCES lawRevision(id) ON DELETE CASCADE,
      position INTEGER NOT NULL,
      ordinal INTEGER NOT NULL,
      lawName TEXT NOT NULL,
      lawNumber TEXT NOT NULL,
      article TEXT NOT NULL,
      paragraph TEXT,
      item TEXT,
      subitem TEXT,
      instrument TEXT NOT NULL,
      words TEXT NOT NULL,
      PRIMARY KEY (revisionId, position)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX lawDelegationArticle ON lawDelegation(article);

    CREATE TABLE conceptTerm (
      term TEXT PRIMARY KEY,
      lawId TEXT NOT NULL,
      title TEXT NOT NULL,
      article TEXT NOT NULL,
      paragraph TEXT,
      item TEXT
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX conceptTermLaw ON conceptTerm(lawId);
    """
}
