/// The first format: documents with their structure, what they link to, and the search index.
enum M001_CreateIndex {
  static let version = 1

  static let sql = """
    CREATE TABLE meta (
      key TEXT PRIMARY KEY,
      value TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE document (
      id INTEGER PRIMARY KEY,
      name TEXT NOT NULL UNIQUE,
      source TEXT NOT NULL,
      sha256 TEXT NOT NULL,
      mediaType TEXT NOT NULL,
      bodyStart INTEGER NOT NULL,
      bodyEnd INTEGER NOT NULL,
      metadata TEXT NOT NULL,
      firstPassage INTEGER NOT NULL,
      passageCount INTEGER NOT NULL,
      passageTraits BLOB NOT NULL,
      digest TEXT NOT NULL
    ) STRICT;

    CREATE TABLE documentText (
      documentId INTEGER PRIMARY KEY REFERENCES document(id) ON DELETE CASCADE,
      source BLOB NOT NULL,
      citable BLOB NOT NULL
    ) STRICT;

    CREATE TABLE page (
      documentId INTEGER NOT NULL REFERENCES document(id) ON DELETE CASCADE,
      ordinal INTEGER NOT NULL,
      number INTEGER NOT NULL,
      byteStart INTEGER NOT NULL,
      byteEnd INTEGER NOT NULL,
      PRIMARY KEY (documentId, ordinal)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE section (
      id INTEGER PRIMARY KEY,
      documentId INTEGER NOT NULL REFERENCES document(id) ON DELETE CASCADE,
      name TEXT NOT NULL UNIQUE,
      parentId INTEGER REFERENCES section(id) ON DELETE CASCADE,
      level INTEGER NOT NULL,
      title TEXT NOT NULL,
      rawTitle TEXT NOT NULL,
      titleStart INTEGER,
      titleEnd INTEGER,
      citableStart INTEGER NOT NULL,
      citableEnd INTEGER NOT NULL,
      byteStart INTEGER NOT NULL,
      byteEnd INTEGER NOT NULL,
      spans TEXT,
      line INTEGER NOT NULL,
      lineEnd INTEGER NOT NULL,
      page INTEGER,
      isSynthetic INTEGER NOT NULL CHECK (isSynthetic IN (0, 1)),
      path TEXT NOT NULL,
      pillarBasis TEXT NOT NULL CHECK (pillarBasis IN ('explicit', 'implied', 'none', 'decided'))
    ) STRICT;
    CREATE INDEX sectionDocument ON section(documentId);
    CREATE INDEX sectionParent ON section(parentId);

    CREATE TABLE sectionPillar (
      sectionId INTEGER NOT NULL REFERENCES section(id) ON DELETE CASCADE,
      ordinal INTEGER NOT NULL,
      pillar TEXT NOT NULL CHECK (pillar IN ('know', 'nurture', 'protect')),
      PRIMARY KEY (sectionId, ordinal)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX sectionPillarPillar ON sectionPillar(pillar, sectionId);

    CREATE TABLE pillarFeature (
      sectionId INTEGER NOT NULL REFERENCES section(id) ON DELETE CASCADE,
      ordinal INTEGER NOT NULL,
      pillar TEXT NOT NULL CHECK (pillar IN ('know', 'nurture', 'protect')),
      words TEXT NOT NULL,
      weight REAL NOT NULL,
      PRIMARY KEY (sectionId, ordinal)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE block (
      id INTEGER PRIMARY KEY,
      documentId INTEGER NOT NULL REFERENCES document(id) ON DELETE CASCADE,
      sectionId INTEGER NOT NULL REFERENCES section(id) ON DELETE CASCADE,
      name TEXT NOT NULL UNIQUE,
      kind TEXT NOT NULL CHECK (kind IN
        ('heading', 'paragraph', 'list_item', 'table', 'caption', 'note', 'furniture')),
      citableStart INTEGER NOT NULL,
      citableEnd INTEGER NOT NULL,
      byteStart INTEGER NOT NULL,
      byteEnd INTEGER NOT NULL,
      spans TEXT,
      line INTEGER NOT NULL,
      lineEnd INTEGER NOT NULL,
      page INTEGER,
      cells TEXT
    ) STRICT;
    CREATE INDEX blockDocument ON block(documentId);
    CREATE INDEX blockSection ON block(sectionId);

    CREATE TABLE passage (
      id INTEGER PRIMARY KEY,
      documentId INTEGER NOT NULL REFERENCES document(id) ON DELETE CASCADE,
      sectionId INTEGER NOT NULL REFERENCES section(id) ON DELETE CASCADE,
      blockId INTEGER NOT NULL REFERENCES block(id) ON DELETE CASCADE,
      name TEXT NOT NULL UNIQUE,
      citableStart INTEGER NOT NULL,
      citableEnd INTEGER NOT NULL,
      byteStart INTEGER NOT NULL,
      byteEnd INTEGER NOT NULL,
      spans TEXT,
      line INTEGER NOT NULL,
      lineEnd INTEGER NOT NULL,
      page INTEGER,
      text TEXT NOT NULL
    ) STRICT;
    CREATE INDEX passageDocument ON passage(documentId);
    CREATE INDEX passageSection ON passage(sectionId);
    CREATE INDEX passageBlock ON passage(blockId);

    CREATE TABLE passageContext (
      passageId INTEGER NOT NULL REFERENCES passage(id) ON DELETE CASCADE,
      ordinal INTEGER NOT NULL,
      kind TEXT NOT NULL CHECK (kind IN ('lead_in', 'header')),
      line INTEGER NOT NULL,
      text TEXT NOT NULL,
      PRIMARY KEY (passageId, ordinal)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE target (
      id INTEGER PRIMARY KEY,
      kind TEXT NOT NULL CHECK (kind IN ('law', 'document', 'ministry', 'org', 'date')),
      key TEXT NOT NULL UNIQUE,
      value TEXT,
      lawId TEXT,
      article TEXT,
      paragraph TEXT,
      item TEXT,
      subitem TEXT,
      isSupplementary INTEGER NOT NULL DEFAULT 0 CHECK (isSupplementary IN (0, 1)),
      isForeign INTEGER NOT NULL DEFAULT 0 CHECK (isForeign IN (0, 1)),
      parent TEXT,
      successor TEXT,
      isRelative INTEGER NOT NULL DEFAULT 0 CHECK (isRelative IN (0, 1)),
      isApproximate INTEGER NOT NULL DEFAULT 0 CHECK (isApproximate IN (0, 1)),
      anchor TEXT,
      role TEXT,
      firstDay INTEGER,
      lastDay INTEGER
    ) STRICT;
    CREATE INDEX targetLaw ON target(lawId, article) WHERE lawId IS NOT NULL;
    CREATE INDEX targetValue ON target(value) WHERE value IS NOT NULL;

    CREATE TABLE link (
      id INTEGER PRIMARY KEY,
      documentId INTEGER NOT NULL REFERENCES document(id) ON DELETE CASCADE,
      passageId INTEGER REFERENCES passage(id) ON DELETE CASCADE,
      targetId INTEGER NOT NULL REFERENCES target(id),
      basis TEXT NOT NULL CHECK (basis IN
        ('explicit', 'declared', 'antecedent', 'document', 'concept')),
      surface TEXT NOT NULL,
      citableStart INTEGER NOT NULL,
      citableEnd INTEGER NOT NULL,
      byteStart INTEGER NOT NULL,
      byteEnd INTEGER NOT NULL,
      spans TEXT,
      line INTEGER NOT NULL,
      lineEnd INTEGER NOT NULL,
      page INTEGER,
      rule TEXT NOT NULL,
      words TEXT NOT NULL,
      candidates TEXT
    ) STRICT;
    CREATE INDEX linkDocument ON link(documentId);
    CREATE INDEX linkPassage ON link(passageId);
    CREATE INDEX linkTarget ON link(targetId);

    CREATE TABLE relation (
      passageId INTEGER NOT NULL REFERENCES passage(id) ON DELETE CASCADE,
      ordinal INTEGER NOT NULL,
      targetId INTEGER NOT NULL REFERENCES target(id),
      origin TEXT NOT NULL CHECK (origin IN
        ('passage', 'heading', 'section', 'concept', 'document')),
      basis TEXT NOT NULL CHECK (basis IN
        ('explicit', 'declared', 'antecedent', 'document', 'concept')),
      evidence TEXT NOT NULL,
      PRIMARY KEY (passageId, ordinal)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX relationTarget ON relation(targetId, origin);

    CREATE TABLE repair (
      documentId INTEGER NOT NULL REFERENCES document(id) ON DELETE CASCADE,
      ordinal INTEGER NOT NULL,
      rule TEXT NOT NULL,
      byteStart INTEGER NOT NULL,
      byteEnd INTEGER NOT NULL,
      before TEXT NOT NULL,
      after TEXT NOT NULL,
      PRIMARY KEY (documentId, ordinal)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE diagnostic (
      documentId INTEGER NOT NULL REFERENCES document(id) ON DELETE CASCADE,
      ordinal INTEGER NOT NULL,
      identifier TEXT NOT NULL,
      severity TEXT NOT NULL CHECK (severity IN ('note', 'warning', 'error')),
      arguments TEXT NOT NULL,
      byteStart INTEGER,
      byteEnd INTEGER,
      spans TEXT,
      line INTEGER,
      lineEnd INTEGER,
      page INTEGER,
      PRIMARY KEY (documentId, ordinal)
    ) STRICT, WITHOUT ROWID;

    CREATE VIRTUAL TABLE passageSearch USING fts5(
      text, content = 'passage', content_rowid = 'id', tokenize = 'gram');

    CREATE VIRTUAL TABLE sectionSearch USING fts5(
      title, content = 'section', content_rowid = 'id', tokenize = 'gram');
    """
}
