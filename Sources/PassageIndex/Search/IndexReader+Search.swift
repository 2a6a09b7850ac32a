package import DocumentModel
import GRDB

extension IndexReader {
  /// Finds and ranks passages.
  package func search(_ request: SearchRequest) throws(IndexError) -> SearchResult {
    try read { db in
      try Searcher(
        db: db, collector: collector, folding: folding, table: traits.table(db)
      ).search(request)
    }
  }

  /// Every passage that a query finds, in document and reading order, without ranking or limit.
  package func allRecords(matching query: Query) throws(IndexError) -> [PassageRecord] {
    try read { db in
      let searcher = Searcher(
        db: db, collector: collector, folding: folding, table: try traits.table(db))
      let request = SearchRequest(query: query, isExact: true)
      return try PassageQueries.records(searcher.matches(request).rows, in: db)
    }
  }
}
