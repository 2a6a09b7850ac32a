package import DocumentModel

/// Reads an index through a read-only connection.
package final class IndexReader: Sendable {
  package let path: String
  package let header: IndexHeader

  /// Opens the index at `path`.
  package init(path: String) throws(IndexError) {
    throw .missing(path: path)
  }

  /// All documents, by id.
  package func documents() throws(IndexError) -> [DocumentRecord] { [] }

  /// A document with everything that was stored for it, or nil where there is none.
  package func document(_ id: DocumentID) throws(IndexError) -> StoredDocument? { nil }

  /// The source of a document with its bytes, or nil where there is none.
  package func source(of id: DocumentID) throws(IndexError) -> SourceDocument? { nil }

  /// The repairs of a document inside the given source bytes, ascending.
  package func repairs(
    of id: DocumentID, within span: TextSpan<Source>
  ) throws(IndexError) -> [Repair] { [] }

  /// The passages with the given ids, in the order asked for; unknown ids are left out.
  package func records(_ ids: [PassageID]) throws(IndexError) -> [PassageRecord] { [] }

  /// The passages of a document in reading order.
  package func records(of document: DocumentID) throws(IndexError) -> [PassageRecord] { [] }

  /// Finds and ranks passages.
  package func search(_ request: SearchRequest) throws(IndexError) -> SearchResult { .init() }

  /// Every passage that a query finds, in document and reading order, without ranking or limit.
  package func allRecords(matching query: Query) throws(IndexError) -> [PassageRecord] { [] }

  /// Counts over the whole index.
  package func statistics() throws(IndexError) -> IndexStatistics { .init() }

  /// A digest over all content that doesn't depend on the order of ingest, 64 hexadecimal digits.
  package func contentDigest() throws(IndexError) -> String { "" }

  /// Checks the file, the search index, the references and every offset; empty means sound.
  package func check() throws(IndexError) -> [IntegrityFinding] { [] }
}
