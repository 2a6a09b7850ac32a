import DocumentModel
import GRDB

/// Tells why a search over law text found nothing, word by word and condition by condition.
struct LawAbsenceFinder {
  let searcher: LawSearcher

  /// Returns what all held revisions have of the words, and what the day and the laws keep out.
  func explain(
    _ query: Query, held: [LawRevisionID], inForce: (day: String, revisions: [LawRevisionID]),
    chosen: (laws: String, revisions: [LawRevisionID])?
  ) throws -> SearchAbsence {
    let words = try query.askedWords.prefix(8).map { try word($0, typed: $1, in: held) }
    let expression = query.expression.flatMap { MatchExpression($0, folding: searcher.folding) }
    let found = try expression.map { try units($0, in: held) } ?? []
    guard !found.isEmpty else { return SearchAbsence(words: words, unfiltered: 0, exclusions: []) }
    let excluded = { (revisions: [LawRevisionID]) throws -> Int in
      found.count - (try searcher.laws(of: found, in: revisions).count)
    }
    var exclusions = [
      SearchAbsence.Exclusion(
        kind: .asOf, value: inForce.day, passages: try excluded(inForce.revisions))
    ]
    if let chosen {
      let wanted = Set(chosen.revisions.map(\.lawID))
      exclusions.append(
        .init(
          kind: .law, value: chosen.laws,
          passages: try excluded(held.filter { wanted.contains($0.lawID) })))
    }
    return SearchAbsence(words: words, unfiltered: found.count, exclusions: exclusions)
  }

  private func word(
    _ term: QueryTerm, typed: String, in held: [LawRevisionID]
  ) throws -> SearchAbsence.Word {
    guard let expression = MatchExpression(.term(term), folding: searcher.folding) else {
      return .init(text: typed, passages: 0, documents: [], nearest: [])
    }
    let found = try units(expression, in: held)
    guard found.isEmpty else {
      var counts: [LawID: Int] = [:]
      for law in try searcher.laws(of: found, in: held) { counts[law, default: 0] += 1 }
      let best = counts.sorted {
        ($1.value, $0.key.rawValue) < ($0.value, $1.key.rawValue)
      }.prefix(3).map(\.key)
      return .init(text: typed, passages: found.count, documents: [], laws: best, nearest: [])
    }
    let nearest = try NearestWords(
      db: searcher.db, folding: searcher.folding, source: source(in: held)
    ).find(typed)
    return .init(text: typed, passages: 0, documents: [], nearest: nearest)
  }

  /// The units that satisfy an expression.
  private func units(
    _ expression: MatchExpression, in revisions: [LawRevisionID]
  ) throws -> [Int64] {
    try searcher.scores(expression, in: revisions).found.map(\.id)
  }

  /// The articles, as near words are looked for in them.
  private func source(in revisions: [LawRevisionID]) -> NearestWords.Source {
    NearestWords.Source(
      texts: { terms in
        let found = try searcher.scores(.any(terms.map { .term($0) }), in: revisions).found
        return try TopRows.best(NearestWords.depth, of: found.map(\.id), found.map(\.score))
          .compactMap { try searcher.text(of: found[$0].id) }
      }, count: { try units($0, in: revisions).count })
  }
}

extension LawSearcher {
  /// Returns the law of each of some units that belongs to one of the revisions.
  func laws(of units: [Int64], in revisions: [LawRevisionID]) throws -> [LawID] {
    let names = try String.fetchAll(
      db,
      sql: """
        SELECT lawRevision.name FROM lawUnit
        JOIN lawRevision ON lawRevision.id = lawUnit.revisionId
        WHERE lawUnit.id IN (SELECT value FROM json_each(?))
        """, arguments: [try MetadataJSON.encode(units)])
    let wanted = Set(revisions.map(\.rawValue))
    return names.filter(wanted.contains).map { LawRevisionID(rawValue: $0).lawID }
  }

  /// The words of a unit alone, without what stands above it.
  func text(of unit: Int64) throws -> String? {
    let lines = try String.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT lawNode.text FROM lawUnit JOIN lawNode ON lawNode.revisionId = lawUnit.revisionId
            AND lawNode.ordinal BETWEEN lawUnit.first AND lawUnit.last
          WHERE lawUnit.id = ? ORDER BY lawNode.ordinal
          """), arguments: [unit])
    return lines.isEmpty ? nil : lines.joined(separator: "\n\n")
  }
}
