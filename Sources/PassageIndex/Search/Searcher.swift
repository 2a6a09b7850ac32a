import DocumentModel
import GRDB
import TextNormalization

/// Answers one search inside one read transaction: find, filter, rank, fold twins, fetch.
struct Searcher {
  let db: Database
  let collector: MatchCollector
  let folding: SearchFolding
  let table: PassageTable

  /// Returns the wanted part of the ranking with total and facets.
  func search(_ request: SearchRequest) throws -> SearchResult {
    var result = SearchResult(reading: request.query.reading, expanded: request.query.expanded)
    let matches = try self.matches(request)
    let terms = expression(request)?.wantedTerms ?? []
    let scores = Ranking(table: table).scores(matches, titled: try titledSections(terms))
    let ranked = rank(matches.rows, scores, request)
    result.total = matches.rows.count
    if request.countsFacets {
      result.facets = try FacetQueries.facets(
        of: matches.rows, table: table, includesInherited: request.includesInherited, in: db)
    }
    result.hits = try hits(ranked, terms: terms)
    return result
  }

  /// Returns the passages that satisfy the query and all conditions.
  func matches(_ request: SearchRequest) throws -> Matches {
    let finder = MatchFinder(db: db, collector: collector, folding: folding, table: table)
    var matches = Matches()
    if let expression = expression(request) {
      matches = try finder.find(expression)
    } else if request.query.expression == nil {
      matches.rows = table.all.rows
    }
    for filter in [request.query.filter, request.filter] where !filter.isEmpty {
      let rows = try FilterQueries.rows(
        filter, includesInherited: request.includesInherited, table: table, in: db)
      if let rows { matches.filter { rows.contains($0) } }
    }
    return matches
  }

  private func expression(_ request: SearchRequest) -> MatchExpression? {
    request.query.expression.flatMap { MatchExpression($0, folding: folding) }
  }

  /// The sections whose own title holds one of the terms.
  private func titledSections(_ terms: [MatchTerm]) throws -> Set<UInt32> {
    guard !terms.isEmpty else { return [] }
    let string = terms.map { "(\($0.forms.map(\.phrase).joined(separator: " OR ")))" }
      .joined(separator: " AND ")
    let statement = try db.cachedStatement(
      sql: "SELECT rowid FROM sectionSearch WHERE sectionSearch MATCH ?")
    return Set(try UInt32.fetchAll(statement, arguments: [string]))
  }

  /// One place in the ranking: the shown row, its score and the rows folded into it.
  private struct Ranked {
    var row: Int64
    var score: Double
    var twins: [Int64]
  }

  /// Returns the wanted part of the ranking; equal scores stay in reading order.
  private func rank(_ rows: [Int64], _ scores: [Double], _ request: SearchRequest) -> [Ranked] {
    let order = rows.indices.sorted {
      scores[$0] != scores[$1] ? scores[$0] > scores[$1] : rows[$0] < rows[$1]
    }
    let wanted = request.offset + request.limit
    var ranked: [Ranked] = []
    var places: [UInt64: Int] = [:]
    for i in order {
      if !request.isExact, let fingerprint = table[rows[i]]?.fingerprint {
        if let place = places[fingerprint] {
          ranked[place].twins.append(rows[i])
          continue
        }
        places[fingerprint] = ranked.count
      }
      // Later twins of a shown hit are still named, so the walk goes on without adding.
      if ranked.count < wanted {
        ranked.append(Ranked(row: rows[i], score: scores[i], twins: []))
      } else if !request.isExact, let fingerprint = table[rows[i]]?.fingerprint {
        places[fingerprint] = nil
      } else {
        break
      }
    }
    return Array(ranked.dropFirst(request.offset))
  }

  private func hits(_ ranked: [Ranked], terms: [MatchTerm]) throws -> [Hit] {
    let records = try PassageQueries.records(ranked.map(\.row), in: db)
    let twinRows = ranked.flatMap(\.twins)
    var twinNames: [Int64: PassageID] = [:]
    if !twinRows.isEmpty {
      let list = "[" + twinRows.map(String.init).joined(separator: ",") + "]"
      let rows = try Row.fetchAll(
        db, sql: "SELECT id, name FROM passage WHERE id IN (SELECT value FROM json_each(?))",
        arguments: [list])
      for row in rows { twinNames[row["id"]] = PassageID(row["name"]) }
    }
    let generator = SnippetGenerator(folding: folding)
    return zip(ranked, records).map { place, record in
      let (snippet, highlights) = generator.snippet(of: record.passage.text, terms: terms)
      return Hit(
        record: record, twins: place.twins.compactMap { twinNames[$0] }, score: place.score,
        snippet: snippet, highlights: highlights)
    }
  }
}
