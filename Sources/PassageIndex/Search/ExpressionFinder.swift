import TextNormalization

/// Finds the rows that satisfy an expression, with the counts of its wanted terms.
///
/// Of words that must all be there the rarest is looked up first and the others in its rows alone.
struct ExpressionFinder {
  let phrases: PhraseFinder
  /// Every row.
  let all: () throws -> [Int64]
  /// The rows below a title that holds a term, ascending.
  let titled: (MatchTerm) throws -> [Int64]
  /// Those of some rows whose folded text satisfies a condition, ascending.
  let confirmed: ([Int64], (SearchKey) -> Bool) throws -> [Int64]

  /// Returns the matching rows, of the given ones where some are given.
  func find(_ expression: MatchExpression, among rows: [Int64]? = nil) throws -> Matches {
    switch expression {
    case .term(let term):
      return Matches(try postings(of: term, among: rows))
    case .title(let term):
      return Matches(rows: intersection(try titled(term), rows))
    case .near(let terms, _):
      let found = try find(.all(terms.map { .term($0) }), among: rows)
      let near = try confirmed(found.rows) { expression.holds(in: $0, titles: { _ in false }) }
      return Matches(rows: near, of: [found])
    case .not(let part):
      return Matches(rows: subtraction(try rows ?? all(), try find(part, among: rows).rows))
    case .any(let parts):
      let found = try parts.map { try find($0, among: rows) }
      return Matches(rows: union(found.map(\.rows)), of: found)
    case .all(let parts):
      return try findAll(parts, among: rows)
    }
  }

  private func findAll(_ parts: [MatchExpression], among rows: [Int64]?) throws -> Matches {
    let wanted = parts.filter { !$0.isNegated }
    let sizes = wanted.count > 1 ? try wanted.map(leastSize) : [0]
    var found = wanted.map { Matches(rows: [], termCount: $0.wantedTerms.count) }
    var left = rows
    for i in wanted.indices.sorted(by: { (sizes[$0], $0) < (sizes[$1], $1) }) {
      found[i] = try find(wanted[i], among: left)
      left = found[i].rows
      // Nothing has all of them; what was found of the others is left out with it.
      if found[i].rows.isEmpty { break }
    }
    var kept = try left ?? all()
    for part in parts {
      guard case .not(let inner) = part, !kept.isEmpty else { continue }
      kept = subtraction(kept, try find(inner, among: kept).rows)
    }
    return Matches(rows: kept, of: found)
  }

  /// Returns the rows that hold a term in one of its forms.
  func postings(of term: MatchTerm, among rows: [Int64]?) throws -> Postings {
    var found = Postings()
    for (form, isCounted) in zip(term.forms, term.isCounted) {
      var own = try phrases.postings(of: form, among: rows)
      if form.needsCheck, !own.isEmpty {
        own.keep(RowSet(try confirmed(own.rows) { !form.occurrences(in: $0).isEmpty }))
      }
      found = found.union(own, addingCounts: isCounted)
    }
    return found
  }

  /// About how much must be read for an expression, for the order of reading alone.
  private func leastSize(_ expression: MatchExpression) throws -> Int {
    switch expression {
    case .term(let term):
      // What must be confirmed by the text is asked of few rows.
      return try term.forms.contains(where: \.needsCheck)
        ? .max : term.forms.reduce(0) { try $0 + phrases.leastSize(of: $1) }
    case .near: return .max
    case .title, .not: return .max - 1
    case .all(let parts): return try parts.map(leastSize).min() ?? 0
    case .any(let parts):
      return try parts.reduce(0) {
        let (sum, isOver) = $0.addingReportingOverflow(try leastSize($1))
        return isOver ? .max : sum
      }
    }
  }

  private func union(_ lists: [[Int64]]) -> [Int64] {
    var set = RowSet(upTo: Int(lists.compactMap(\.last).max() ?? 0))
    for rows in lists { for row in rows { set.insert(row) } }
    return set.rows
  }

  private func intersection(_ rows: [Int64], _ others: [Int64]?) -> [Int64] {
    guard let others else { return rows }
    let set = RowSet(others)
    return rows.filter(set.contains)
  }

  private func subtraction(_ rows: [Int64], _ others: [Int64]) -> [Int64] {
    let set = RowSet(others)
    return rows.filter { !set.contains($0) }
  }
}
