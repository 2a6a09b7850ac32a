import DocumentModel
import GRDB
import TextNormalization

/// Tells why a search found nothing, word by word and condition by condition.
struct AbsenceFinder {
  let finder: MatchFinder

  /// Returns what the index has of the words of a query and what its conditions keep out.
  func explain(_ request: SearchRequest) throws -> SearchAbsence {
    let query = request.query
    let words = try query.askedWords.prefix(8).map(word)
    let wanted = query.expression?.withoutNegations
    let matches = try wanted.flatMap { MatchExpression($0, folding: finder.folding) }
      .map { RowSet(try finder.find($0).rows, upTo: finder.table.maximumRow) }
    // A query of conditions alone keeps out of all passages.
    let found = matches ?? (query.expression == nil ? finder.table.all : nil)
    guard let found, !found.isEmpty else {
      return SearchAbsence(words: words, unfiltered: 0, exclusions: [])
    }
    var exclusions: [SearchAbsence.Exclusion] = []
    for filter in [query.filter, request.filter] {
      for (kind, value, condition) in filter.conditions {
        let allowed = try FilterQueries.rows(
          condition, includesInherited: request.includesInherited, table: finder.table,
          folding: finder.folding, in: finder.db)
        var kept = found
        if let allowed { kept.formIntersection(allowed) }
        exclusions.append(.init(kind: kind, value: value, passages: found.count - kept.count))
      }
    }
    for term in query.expression?.negatedTerms ?? [] {
      guard let expression = MatchExpression(.term(term), folding: finder.folding) else { continue }
      var held = RowSet(try finder.find(expression).rows, upTo: finder.table.maximumRow)
      held.formIntersection(found)
      exclusions.append(.init(kind: .not, value: term.text, passages: held.count))
    }
    return SearchAbsence(words: words, unfiltered: found.count, exclusions: exclusions)
  }

  /// Returns the words of a query, as typed, that stand as a whole in no passage.
  func unseen(of query: Query) throws -> [String] {
    try query.askedWords.prefix(8).filter { word in
      try MatchExpression(.term(word.term), folding: finder.folding)
        .map { try finder.find($0).rows.isEmpty } ?? true
    }.map(\.typed)
  }

  private func word(_ term: QueryTerm, typed: String) throws -> SearchAbsence.Word {
    guard let expression = MatchExpression(.term(term), folding: finder.folding) else {
      return .init(text: typed, passages: 0, documents: [], nearest: [])
    }
    let rows = try finder.find(expression).rows
    let nearest =
      rows.isEmpty
      ? try NearestWords(
        db: finder.db, folding: finder.folding, source: finder.nearestSource
      ).find(typed) : []
    return .init(
      text: typed, passages: rows.count, documents: try documents(of: rows), nearest: nearest)
  }

  /// The three documents that hold most of the passages.
  private func documents(of rows: [Int64]) throws -> [DocumentID] {
    var counts: [Int64: Int] = [:]
    for row in rows where finder.table[row] != nil {
      counts[finder.table.documents[Int(finder.table.documentIndex[Int(row)])], default: 0] += 1
    }
    let best = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(3).map(\.key)
    return try best.compactMap { id in
      try String.fetchOne(
        finder.db, sql: "SELECT name FROM document WHERE id = ?", arguments: [id]
      ).map { DocumentID($0) }
    }
  }
}

extension Query {
  /// The words to tell of where nothing was found, each with the characters as typed: those of a
  /// question that carry it, else all that are wanted.
  var askedWords: [(term: QueryTerm, typed: String)] {
    contentWords.isEmpty
      ? (expression?.wantedTerms ?? []).map { ($0, $0.text) }
      : contentWords.map { ($0.term, $0.typed) }
  }
}

extension SearchFilter {
  /// The conditions apart, each as a filter of its own with the value it was given.
  fileprivate var conditions: [(SearchAbsence.Exclusion.Kind, String, SearchFilter)] {
    func list(_ values: [String]) -> String { values.joined(separator: ", ") }
    var parts: [(SearchAbsence.Exclusion.Kind, String, SearchFilter)] = []
    if !pillars.isEmpty {
      let names = Pillar.allCases.filter(pillars.contains).map(\.rawValue)
      parts.append((.pillar, list(names), SearchFilter(pillars: pillars)))
    }
    if !laws.isEmpty {
      let names = laws.map { law in
        [law.lawID?.rawValue ?? law.title, law.provision.article].compactMap { $0 }
          .joined(separator: ":")
      }
      parts.append((.law, list(names), SearchFilter(laws: laws)))
    }
    if !ministries.isEmpty {
      parts.append((.ministry, list(ministries), SearchFilter(ministries: ministries)))
    }
    if !bodies.isEmpty { parts.append((.body, list(bodies), SearchFilter(bodies: bodies))) }
    if !documents.isEmpty {
      parts.append(
        (.document, list(documents.map(\.rawValue)), SearchFilter(documents: documents)))
    }
    if !kinds.isEmpty { parts.append((.kind, list(kinds), SearchFilter(kinds: kinds))) }
    if !issuers.isEmpty { parts.append((.issuer, list(issuers), SearchFilter(issuers: issuers))) }
    if let days {
      let first = days.first?.iso8601 ?? ".."
      parts.append((.date, "\(first)/\(days.last?.iso8601 ?? "..")", SearchFilter(days: days)))
    }
    return parts
  }
}

extension QueryExpression {
  /// The terms that must not be there.
  fileprivate var negatedTerms: [QueryTerm] {
    switch self {
    case .term, .title, .near: []
    case .not(let part): part.wantedTerms
    case .all(let parts), .any(let parts): parts.flatMap(\.negatedTerms)
    }
  }

  /// What is wanted alone, or nil where nothing is.
  fileprivate var withoutNegations: QueryExpression? {
    switch self {
    case .term, .title, .near: return self
    case .not: return nil
    case .all(let parts):
      let wanted = parts.compactMap(\.withoutNegations)
      return wanted.isEmpty ? nil : .all(wanted)
    case .any(let parts):
      let wanted = parts.compactMap(\.withoutNegations)
      return wanted.isEmpty ? nil : .any(wanted)
    }
  }
}
