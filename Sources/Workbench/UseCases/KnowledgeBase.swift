package import DocumentModel
package import PassageIndex

/// An index opened for reading, with its errors told in the catalogue's terms.
package struct KnowledgeBase: Sendable {
  let reader: IndexReader

  /// Opens the index at a path.
  ///
  /// - Throws: `WorkbenchError` with exit status 4.
  package init(index path: String) throws {
    reader = try IndexStore.openReader(path)
  }

  /// Asks the index.
  func ask<Value>(_ question: (IndexReader) throws(IndexError) -> Value) throws -> Value {
    let reader = reader
    return try IndexStore.translating { () throws(IndexError) in try question(reader) }
  }

  /// All documents, by id.
  package func documents() throws -> [DocumentRecord] {
    try ask { reader throws(IndexError) in try reader.documents() }
  }

  /// Some documents, by id; an id that the index doesn't have is left out.
  package func documents(_ ids: [DocumentID]) throws -> [DocumentRecord] {
    try ask { reader throws(IndexError) in try reader.documents(ids) }
  }

  /// Counts over the whole index.
  package func statistics() throws -> IndexStatistics {
    try ask { reader throws(IndexError) in try reader.statistics() }
  }

  /// A digest of all content, 64 hexadecimal digits.
  package func contentDigest() throws -> String {
    try ask { reader throws(IndexError) in try reader.contentDigest() }
  }

  /// The SHA-256 of the registry the index was made with.
  package var registryDigest: String { reader.header.registryDigest }

  /// Passages with their surroundings, by id; an id that the index doesn't have is left out.
  package func records(_ ids: [PassageID]) throws -> [PassageID: PassageRecord] {
    let found = try ask { reader throws(IndexError) in try reader.records(ids) }
    return Dictionary(found.map { ($0.passage.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// A passage with its surroundings.
  ///
  /// - Throws: `WorkbenchError` with exit status 1 where the index has none of that id.
  package func record(_ id: String) throws -> PassageRecord {
    let found = try ask { reader throws(IndexError) in try reader.records([PassageID(id)]) }
    guard let record = found.first else {
      throw WorkbenchError(.nothing, "id.unknown", ["value": id])
    }
    return record
  }
}
