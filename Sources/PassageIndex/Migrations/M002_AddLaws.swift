/// Adds the text of laws: their revisions, nodes, and the index over articles.
///
/// The search table keeps no text of its own; what it indexes is made from the nodes.
enum M002_AddLaws {
  static let version = 2

  static let sql = """
    CREATE TABLE lawRevision (
      id INTEGER PRIMARY KEY,
      name TEXT NOT NULL UNIQUE,
      lawId TEXT NOT NULL,
      inForceFrom TEXT,
      lawNumber TEXT NOT NULL,
      title TEXT NOT NULL,
      abbreviations TEXT NOT NULL,
      lawType TEXT NOT NULL,
      source TEXT NOT NULL,
      sha256 TEXT NOT NULL
    ) STRICT;
    CREATE INDEX lawRevisionLaw ON lawRevision(lawId, name);

    CREATE TABLE lawNode (
      revisionId INTEGER NOT NULL REFERENCES lawRevision(id) ON DELETE CASCADE,
      ordinal INTEGER NOT NULL,
      parent INTEGER,
      kind TEXT NOT NULL CHECK (kind IN
        ('preamble', 'part', 'chapter', 'section', 'subsection', 'division', 'article',
         'paragraph', 'item', 'subitem', 'list', 'table_row', 'supplementary', 'appendix')),
      number TEXT NOT NULL,
      label TEXT NOT NULL,
      caption TEXT NOT NULL,
      text TEXT NOT NULL,
      address TEXT NOT NULL,
      PRIMARY KEY (revisionId, ordinal)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE lawArticle (
      revisionId INTEGER NOT NULL REFERENCES lawRevision(id) ON DELETE CASCADE,
      number TEXT NOT NULL,
      ordinal INTEGER NOT NULL,
      PRIMARY KEY (revisionId, number)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE lawUnit (
      id INTEGER PRIMARY KEY,
      revisionId INTEGER NOT NULL REFERENCES lawRevision(id) ON DELETE CASCADE,
      first INTEGER NOT NULL,
      last INTEGER NOT NULL,
      length INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX lawUnitRevision ON lawUnit(revisionId);

    CREATE VIRTUAL TABLE lawSearch USING fts5(heading, text, content = '', tokenize = 'gram');
    """
}
