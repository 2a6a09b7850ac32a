package import DocumentModel
import GRDB
import TextNormalization

/// One article, or paragraph of a long article, that a search over law text found.
package struct LawHit: Sendable {
  package var revision: LawRevisionID
  package var title: String
  /// The address of its first node: `Mp-At_50`.
  package var address: String
  /// What stands above it: chapters, article label and caption, joined by ` › `.
  package var heading: String
  package var score: Double
  package var snippet: String
  /// Matched characters, 0-based and half-open, in Unicode code points of `snippet`.
  package var highlights: [Range<Int>]
}

extension IndexReader {
  /// Finds articles that satisfy a query in the given revisions; the total comes with the best hits.
  ///
  /// A question, and a sentence whose words stand nowhere together, finds what carries most of its
  /// bigrams; an article that it names comes first, one of a law that it names gains. `question` is its
  /// text as it is to be cut into bigrams, where that isn't the text as typed. The units at or below
  /// `leading`, an address such as `Mp-At_25`, come before all others.
  package func searchLaws(
    _ query: Query, question: String? = nil, in revisions: [LawRevisionID],
    leading: String? = nil, limit: Int = 20, offset: Int = 0
  ) throws(IndexError) -> (hits: [LawHit], total: Int) {
    try read { db in
      try LawSearcher(db: db, folding: folding, sizes: lawSizes)
        .answer(
          query, question: question ?? query.text, in: revisions, leading: leading, limit: limit,
          offset: offset)
    }
  }

  /// Tells why a search over law text found nothing; `held` are all revisions, `inForce` those of the
  /// day, `chosen` those of the laws asked for.
  package func lawAbsence(
    _ query: Query, held: [LawRevisionID], inForce: (day: String, revisions: [LawRevisionID]),
    chosen: (laws: String, revisions: [LawRevisionID])?
  ) throws(IndexError) -> SearchAbsence {
    try read { db in
      try LawAbsenceFinder(
        searcher: LawSearcher(db: db, folding: folding, sizes: lawSizes)
      ).explain(query, held: held, inForce: inForce, chosen: chosen)
    }
  }
}

/// Answers one search over law text inside one read transaction.
struct LawSearcher {
  let db: Database
  let folding: SearchFolding
  let sizes: LawSizesCache
  let saturation = 1.2
  let lengthWeight = 0.5
  private let phrases: PhraseFinder

  init(db: Database, folding: SearchFolding, sizes: LawSizesCache) throws {
    self.db = db
    self.folding = folding
    self.sizes = sizes
    let lastUnit = try Int.fetchOne(db.cachedStatement(sql: "SELECT max(id) FROM lawUnit"))
    phrases = PhraseFinder(
      try InvertedIndex(.laws, in: db), lastRow: lastUnit ?? 0)
  }

  func answer(
    _ query: Query, question: String, in revisions: [LawRevisionID], leading: String?, limit: Int,
    offset: Int
  ) throws -> (hits: [LawHit], total: Int) {
    if !query.isQuestion || query.contentWords.isEmpty {
      let found = try search(query, in: revisions, leading: leading, limit: limit, offset: offset)
      if found.total > 0 || query.contentWords.isEmpty { return found }
    }
    return try searchLoosely(query, question, in: revisions, limit: limit, offset: offset)
  }

  /// Ranks by the bigrams of a question: the articles it names first.
  private func searchLoosely(
    _ query: Query, _ question: String, in revisions: [LawRevisionID], limit: Int, offset: Int
  ) throws -> (hits: [LawHit], total: Int) {
    let finder = LawQuestionFinder(folding: folding)
    let grams = try finder.grams(of: question, query) { term in
      try phrases.postings(of: term.forms[0]).count
    }
    guard !grams.isEmpty else { return ([], 0) }
    var (found, weights) = try scores(
      .any(grams.map { .term($0.term) }), gains: grams.map(\.weight), in: revisions)
    // What synonyms add speaks for an article, and doesn't ask more of it.
    var total = zip(grams, weights).reduce(0) { $0 + ($1.0.weight < 1 ? 0 : $1.1) }
    var named: Set<Int64> = []
    var first: Set<Int64> = []
    for law in query.topics.laws {
      let held = revisions.filter { $0.lawID == law.lawID }
      named.formUnion(try units(of: held))
      if let article = law.provision.article {
        first.formUnion(try units(at: "Mp-At_\(article)", in: held))
      }
    }
    for i in found.indices where named.contains(found[i].id) {
      found[i].score += finder.lawGain * total
    }
    total *= finder.leastCoverage
    found = found.filter { $0.score >= total || first.contains($0.id) }
    sort(&found, leading: first)
    let terms = query.contentWords.map { MatchTerm($0.term, folding: folding) }
    let shown = found.dropFirst(offset).prefix(limit)
    return (try shown.map { try hit($0, terms: terms) }, found.count)
  }

  /// Puts what leads before the rest, in the order of the law, and the rest by score.
  private func sort(_ found: inout [Found], leading first: Set<Int64>) {
    found.sort { a, b in
      let (leadsA, leadsB) = (first.contains(a.id), first.contains(b.id))
      if leadsA != leadsB { return leadsA }
      return leadsA ? a.id < b.id : (b.score, a.id) < (a.score, b.id)
    }
  }

  private func search(
    _ query: Query, in revisions: [LawRevisionID], leading: String?, limit: Int, offset: Int
  ) throws -> (hits: [LawHit], total: Int) {
    guard let expression = query.expression.flatMap({ MatchExpression($0, folding: folding) })
    else { return ([], 0) }
    let terms = expression.wantedTerms
    var found = try scores(expression, in: revisions).found
    let first = try leading.map { try units(at: $0, in: revisions) } ?? []
    sort(&found, leading: first)
    let shown = found.dropFirst(offset).prefix(limit)
    return (try shown.map { try hit($0, terms: terms) }, found.count)
  }

  struct Found {
    var id: Int64
    var score: Double
  }

  /// Finds the units that satisfy an expression and ranks them by BM25 over its terms, each of which
  /// may have a gain of its own; beside the units come the weights of the terms.
  func scores(
    _ expression: MatchExpression, gains: [Double] = [], in revisions: [LawRevisionID]
  ) throws -> (found: [Found], weights: [Double]) {
    let matches = try ExpressionFinder(
      phrases: phrases, all: { [] },
      // Law text has no titles apart from its headings, which are searched like the text.
      titled: { try phrases.postings(of: $0.forms[0]).rows }, confirmed: confirmed
    ).find(expression)
    let lengths = try sizes.lengths(of: revisions, db)
    guard !lengths.isEmpty else { return ([], []) }
    let average = lengths.values.reduce(0, +) / Double(lengths.count)
    // The counts are over all revisions, so a frequent term may pass the number of chosen units.
    let weights = matches.rowsPerTerm.enumerated().map { term, rows in
      // What no law says, such as 社が of 会社が, tells little of what is asked.
      (term < gains.count ? gains[term] : 1) * (rows == 0 ? LawQuestionFinder.absentShare : 1)
        * Ranking.weight(ofTermIn: min(rows, lengths.count), of: lengths.count)
    }
    let found: [Found] = matches.rows.enumerated().compactMap { i, row in
      guard let length = lengths[row] else { return nil }
      let norm = saturation * (1 - lengthWeight + lengthWeight * length / average)
      var score = 0.0
      for term in weights.indices {
        let count = Double(matches.counts[i * weights.count + term])
        score += weights[term] * count * (saturation + 1) / (count + norm)
      }
      return Found(id: row, score: score)
    }
    return (found, weights)
  }

  /// Returns all units of some revisions.
  private func units(of revisions: [LawRevisionID]) throws -> [Int64] {
    try Int64.fetchAll(
      db,
      sql: """
        SELECT lawUnit.id FROM lawRevision JOIN lawUnit ON lawUnit.revisionId = lawRevision.id
        WHERE lawRevision.name IN (SELECT value FROM json_each(?))
        """, arguments: [try MetadataJSON.encode(revisions.map(\.rawValue))])
  }

  /// Returns the units that begin at or below an address.
  private func units(at address: String, in revisions: [LawRevisionID]) throws -> Set<Int64> {
    let names = try MetadataJSON.encode(revisions.map(\.rawValue))
    return try Set(
      Int64.fetchAll(
        db,
        sql: """
          SELECT lawUnit.id FROM lawRevision
          JOIN lawUnit ON lawUnit.revisionId = lawRevision.id
          JOIN lawNode ON lawNode.revisionId = lawUnit.revisionId
            AND lawNode.ordinal = lawUnit.first
          WHERE lawRevision.name IN (SELECT value FROM json_each(:names))
            AND (lawNode.address = :address
              OR substr(lawNode.address, 1, length(:address) + 1) = :address || '-')
          """, arguments: ["names": names, "address": address]))
  }

  /// Confirms candidates by the folded text, where marks stand inside a term.
  private func confirmed(_ rows: [Int64], _ holds: (SearchKey) -> Bool) throws -> [Int64] {
    try rows.filter { row in
      guard let unit = try unit(row) else { return false }
      let text = [unit.title, unit.heading, unit.text].joined(separator: "\n\n")
      return holds(SearchKey(text, folding: folding))
    }
  }

  func unit(
    _ id: Int64
  ) throws -> (
    revision: LawRevisionID, title: String, address: String, heading: String, text: String
  )? {
    guard
      let row = try Row.fetchOne(
        db,
        sql: """
          SELECT lawRevision.name, lawRevision.title, lawUnit.revisionId, lawUnit.first, lawUnit.last
          FROM lawUnit JOIN lawRevision ON lawRevision.id = lawUnit.revisionId
          WHERE lawUnit.id = ?
          """, arguments: [id])
    else { return nil }
    let revision: Int64 = row["revisionId"]
    let nodes = try Row.fetchAll(
      db,
      sql: """
        SELECT label, text, address FROM lawNode
        WHERE revisionId = ? AND ordinal BETWEEN ? AND ? ORDER BY ordinal
        """, arguments: [revision, row["first"] as Int, row["last"] as Int])
    let above = try Row.fetchAll(
      db,
      sql: """
        WITH RECURSIVE above(ordinal, parent, kind, label, caption) AS (
          SELECT ordinal, parent, kind, label, caption FROM lawNode
          WHERE revisionId = :revision AND ordinal = :first
          UNION ALL
          SELECT lawNode.ordinal, lawNode.parent, lawNode.kind, lawNode.label, lawNode.caption
          FROM lawNode JOIN above ON lawNode.ordinal = above.parent
          WHERE lawNode.revisionId = :revision)
        SELECT label || caption AS title FROM above
        WHERE kind NOT IN ('paragraph', 'item', 'subitem', 'list', 'table_row')
          AND label || caption <> '' ORDER BY ordinal
        """, arguments: ["revision": revision, "first": row["first"] as Int])
    let lines = nodes.compactMap { node -> String? in
      let text: String = node["text"]
      return text.isEmpty ? nil : (node["label"] as String) + "\u{3000}" + text
    }
    return (
      LawRevisionID(rawValue: row["name"]), row["title"], nodes.first?["address"] ?? "",
      above.map { $0["title"] as String }.joined(separator: " › "), lines.joined(separator: "\n")
    )
  }

  private func hit(_ found: Found, terms: [MatchTerm]) throws -> LawHit {
    guard let unit = try unit(found.id) else {
      throw DatabaseError(resultCode: .SQLITE_CORRUPT, message: "law unit \(found.id) is missing")
    }
    let (snippet, highlights) = SnippetGenerator(folding: folding)
      .snippet(of: unit.text, terms: terms)
    return LawHit(
      revision: unit.revision, title: unit.title, address: unit.address, heading: unit.heading,
      score: found.score, snippet: snippet, highlights: highlights)
  }
}
