/// Adds what people decided about pillars, with what the text alone had given.
///
/// The decisions themselves are kept in a file beside the index; these rows are made from it.
enum M003_AddPillarDecisions {
  static let version = 3

  static let sql = """
    CREATE TABLE pillarDecision (
      sectionId INTEGER PRIMARY KEY REFERENCES section(id) ON DELETE CASCADE,
      decidedBy TEXT NOT NULL,
      reason TEXT NOT NULL,
      day TEXT NOT NULL,
      foundPillars TEXT NOT NULL,
      foundBasis TEXT NOT NULL CHECK (foundBasis IN ('explicit', 'implied', 'none'))
    ) STRICT;
    """
}
