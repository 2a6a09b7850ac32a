import DocumentModel
import GRDB
import TextNormalization

/// Finds the rows that satisfy an expression, exactly: each that does, no other.
struct MatchFinder {
  let db: Database
  let collector: MatchCollector
  let folding: SearchFolding
  let table: PassageTable

  /// Returns what satisfies a query: its words, or every passage where it has conditions only.
  func matches(_ expression: MatchExpression?, of query: Query) throws -> Matches {
    if let expression { return try find(expression) }
    var matches = Matches()
    if query.expression == nil { matches.rows = table.all.rows }
    return matches
  }

  /// Returns the matching rows with the counts of the wanted terms.
  func find(_ expression: MatchExpression) throws -> Matches {
    if let string = expression.matchString {
      var matches = try gather(string, terms: expression.terms)
      if expression.needsCheck {
        let confirmed = try check(matches.rows, expression)
        matches.filter { confirmed.contains($0) }
      }
      return matches
    }
    // What FTS5's language can't say is put together from sets; the wanted terms are counted apart.
    let rows = try set(expression)
    let terms = expression.wantedTerms
    guard !terms.isEmpty else {
      var matches = Matches()
      matches.rows = rows.rows
      return matches
    }
    let phrases = terms.flatMap(\.forms).map(\.phrase).joined(separator: " OR ")
    var counted = try gather(phrases, terms: terms)
    counted.filter { rows.contains($0) }
    return merge(counted, into: rows)
  }

  /// Runs one full-text query and sums the counts of a term's forms.
  func gather(_ matchString: String, terms: [MatchTerm]) throws -> Matches {
    collector.reset()
    // FTS5 forgets on the way through one phrase that it was a prefix.
    let isOnePhrase = terms.count == 1 && terms[0].forms.count == 1 && !matchString.hasSuffix("*")
    let statement = try db.cachedStatement(
      sql: isOnePhrase
        ? "SELECT gatherPhrase(passageSearch) FROM passageSearch WHERE passageSearch MATCH ? LIMIT 1"
        : """
        SELECT count(*) FROM passageSearch WHERE passageSearch MATCH ? AND gather(passageSearch)
        """)
    _ = try Int.fetchOne(statement, arguments: [matchString])
    let gathered = collector.take()
    var matches = Matches()
    matches.rows = gathered.rows
    matches.termCount = terms.count
    if terms.allSatisfy({ $0.forms.count == 1 }) {
      // One phrase a term: what was gathered is what is wanted.
      matches.counts = gathered.counts
      matches.positions = gathered.positions
      return matches
    }
    let phraseCount = gathered.phraseCount
    matches.counts.reserveCapacity(gathered.rows.count * terms.count)
    matches.positions.reserveCapacity(gathered.rows.count * terms.count)
    for i in gathered.rows.indices {
      var phrase = i * phraseCount
      for term in terms {
        var count = 0
        var position: Int32 = -1
        for form in term.forms.indices {
          if term.isCounted[form] { count += Int(gathered.counts[phrase]) }
          let first = gathered.positions[phrase]
          if first >= 0, position < 0 || first < position { position = first }
          phrase += 1
        }
        matches.counts.append(UInt16(clamping: count))
        matches.positions.append(position)
      }
    }
    return matches
  }

  /// Returns the passages where several terms stand together as typed, or nil for a single term.
  func phrased(_ terms: [MatchTerm]) throws -> RowSet? {
    guard (2...8).contains(terms.count) else { return nil }
    let text = terms.map(\.term.text).joined()
    guard let form = MatchForm(text, folding: folding), !form.needsCheck else { return nil }
    let statement = try db.cachedStatement(
      sql: "SELECT rowid FROM passageSearch WHERE passageSearch MATCH ?")
    var set = RowSet(upTo: table.maximumRow)
    for row in try Int64.fetchAll(statement, arguments: [form.phrase]) { set.insert(row) }
    return set
  }

  /// Returns how many passages hold a term's own form, as the index knows it.
  func rowCount(of term: MatchTerm) throws -> Int {
    let statement = try db.cachedStatement(
      sql: "SELECT count(*) FROM passageSearch WHERE passageSearch MATCH ?")
    return try Int.fetchOne(statement, arguments: [term.forms[0].phrase]) ?? 0
  }

  /// Confirms candidates by the folded text, where marks or spaces stand inside a term.
  private func check(_ rows: [Int64], _ expression: MatchExpression) throws -> RowSet {
    var confirmed = RowSet(upTo: table.maximumRow)
    let list = "[" + rows.map(String.init).joined(separator: ",") + "]"
    let cursor = try Row.fetchCursor(
      db.cachedStatement(
        sql: "SELECT id, text FROM passage WHERE id IN (SELECT value FROM json_each(?))"),
      arguments: [list])
    while let row = try cursor.next() {
      let key = SearchKey(row["text"], folding: folding)
      if expression.holds(in: key, titles: { _ in false }) { confirmed.insert(row["id"]) }
    }
    return confirmed
  }

  private func set(_ expression: MatchExpression) throws -> RowSet {
    if expression.matchString != nil {
      var set = RowSet(upTo: table.maximumRow)
      for row in try find(expression).rows { set.insert(row) }
      return set
    }
    switch expression {
    case .title(let term): return try titled(term)
    case .not(let part):
      var set = table.all
      set.subtract(try self.set(part))
      return set
    case .all(let parts):
      var set = table.all
      for part in parts { set.formIntersection(try self.set(part)) }
      return set
    case .any(let parts):
      var set = RowSet(upTo: table.maximumRow)
      for part in parts { set.formUnion(try self.set(part)) }
      return set
    case .term, .near: return RowSet(upTo: table.maximumRow)
    }
  }

  /// The passages below a heading that holds the term, or of a document whose title does.
  private func titled(_ term: MatchTerm) throws -> RowSet {
    var set = RowSet(upTo: table.maximumRow)
    let sections = try sections(titled: term)
    let below = try Int64.fetchAll(
      db,
      sql: """
        WITH RECURSIVE below(id) AS (
          SELECT value FROM json_each(?)
          UNION
          SELECT section.id FROM section JOIN below ON section.parentId = below.id)
        SELECT passage.id FROM below JOIN passage ON passage.sectionId = below.id
        """, arguments: [try MetadataJSON.encode(sections)])
    for row in below { set.insert(row) }
    let documents = try Row.fetchAll(
      db, sql: "SELECT metadata, firstPassage, passageCount FROM document")
    for row in documents {
      let metadata = try MetadataJSON.decode(row["metadata"])
      guard let title = metadata.title?.value,
        term.matches(SearchKey(title, folding: folding))
      else { continue }
      let first: Int64 = row["firstPassage"]
      for passage in first..<(first + row["passageCount"]) { set.insert(passage) }
    }
    return set
  }

  /// The sections whose own title holds the term.
  private func sections(titled term: MatchTerm) throws -> [Int64] {
    let candidates = try Row.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT section.id, section.title FROM sectionSearch
          JOIN section ON section.id = sectionSearch.rowid WHERE sectionSearch MATCH ?
          """),
      arguments: [term.forms.map(\.phrase).joined(separator: " OR ")])
    return candidates.filter { term.matches(SearchKey($0["title"], folding: folding)) }
      .map { $0["id"] }
  }

  /// The heading passages of the sections directly below those whose title holds the term; a
  /// document's own title (level 1) has the whole document below it and doesn't count.
  func parts(below term: MatchTerm) throws -> [Int64] {
    let rows = try Int64.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT passage.id FROM section AS parent JOIN section ON section.parentId = parent.id
          JOIN passage ON passage.sectionId = section.id
          WHERE parent.id IN (SELECT value FROM json_each(?)) AND parent.level > 1
          ORDER BY passage.id
          """), arguments: [try MetadataJSON.encode(sections(titled: term))])
    return rows.filter { table[$0]?.isHeading == true }
  }

  private func merge(_ counted: Matches, into rows: RowSet) -> Matches {
    var matches = Matches()
    matches.termCount = counted.termCount
    var next = 0
    for row in rows.rows {
      matches.rows.append(row)
      if next < counted.rows.count, counted.rows[next] == row {
        let range = (next * counted.termCount)..<((next + 1) * counted.termCount)
        matches.counts.append(contentsOf: counted.counts[range])
        matches.positions.append(contentsOf: counted.positions[range])
        next += 1
      } else {
        matches.counts.append(contentsOf: repeatElement(0, count: counted.termCount))
        matches.positions.append(contentsOf: repeatElement(-1, count: counted.termCount))
      }
    }
    return matches
  }
}
