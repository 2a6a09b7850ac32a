/// Makes the search tables anew without FTS5's own lengths, which nothing asks for: ranking has those
/// of `PassageTraits`.
///
/// See SQLite: FTS5, the columnsize option.
enum M008_DropColumnSizes {
  static let version = 8

  static let sql = """
    DROP TABLE passageSearch;
    CREATE VIRTUAL TABLE passageSearch USING fts5(
      text, content = 'passage', content_rowid = 'id', tokenize = 'gram', columnsize = 0);

    DROP TABLE sectionSearch;
    CREATE VIRTUAL TABLE sectionSearch USING fts5(
      title, content = 'section', content_rowid = 'id', tokenize = 'gram', columnsize = 0);
    """
}
