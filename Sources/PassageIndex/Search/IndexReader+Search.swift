package import DocumentModel
import GRDB

extension IndexReader {
  /// Finds and ranks passages.
  package func search(_ request: SearchRequest) throws(IndexError) -> SearchResult {
    try read { db in
      try Searcher(db: db, folding: folding, table: traits.table(db)).search(request)
    }
  }

  /// Ranks passages without reading what is shown of them.
  package func ranking(_ request: SearchRequest) throws(IndexError) -> RankedPassages {
    try read { db in
      try Searcher(db: db, folding: folding, table: traits.table(db)).ranking(request)
    }
  }

  /// The ids of the passages that satisfy a query to the letter, in the order of the index.
  package func passageIDs(matching query: Query) throws(IndexError) -> [PassageID] {
    try read { db in
      let searcher = try Searcher(
        db: db, folding: folding, table: try traits.table(db))
      let rows = try searcher.matches(SearchRequest(query: query, isExact: true)).rows
      return try String.fetchAll(
        db.cachedStatement(
          sql: """
            SELECT name FROM passage WHERE id IN (SELECT value FROM json_each(?)) ORDER BY id
            """), arguments: [try MetadataJSON.encode(rows)]
      ).map { PassageID($0) }
    }
  }

  /// Every passage that a query finds, in document and reading order, without ranking or limit.
  package func allRecords(matching query: Query) throws(IndexError) -> [PassageRecord] {
    try read { db in
      let searcher = try Searcher(
        db: db, folding: folding, table: try traits.table(db))
      let request = SearchRequest(query: query, isExact: true)
      return try PassageQueries.records(searcher.matches(request).rows, in: db)
    }
  }

  /// The documents in which a query finds a passage, by id.
  package func documents(matching query: Query) throws(IndexError) -> [DocumentID] {
    try read { db in
      let searcher = try Searcher(
        db: db, folding: folding, table: try traits.table(db))
      let rows = try searcher.matches(SearchRequest(query: query, isExact: true)).rows
      return try String.fetchAll(
        db,
        sql: """
          SELECT DISTINCT document.name FROM passage
          JOIN document ON document.id = passage.documentId
          WHERE passage.id IN (SELECT value FROM json_each(?)) ORDER BY document.name
          """, arguments: [try MetadataJSON.encode(rows.map(String.init))]
      ).map { DocumentID($0) }
    }
  }
}
