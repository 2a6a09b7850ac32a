package import DocumentModel
package import PassageIndex

/// An index opened for reading, with its errors told in the catalogue's terms.
package struct KnowledgeBase: Sendable {
  let reader: IndexReader

  /// Opens the index at a path, for questions that read a small part of it, or else without mapping
  /// the file into memory.
  ///
  /// - Throws: `WorkbenchError` with exit status 4.
  package init(index path: String, mapsFile: Bool = true) throws {
    reader = try IndexStore.openReader(path, mapsFile: mapsFile)
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

  /// Gives the passages of a document with their surroundings in reading order, some at a time: of a
  /// long document they would take many times the room of its words.
  ///
  /// Where a writer replaces the document meanwhile, the passages that are gone are left out.
  func forEachRecords(
    of document: DocumentID, _ body: ([PassageRecord]) throws -> Void
  ) throws {
    let ids = try ask { reader throws(IndexError) in try reader.passageIDs(of: document) }
    for start in stride(from: 0, to: ids.count, by: Self.recordsAtOnce) {
      let some = Array(ids[start..<min(start + Self.recordsAtOnce, ids.count)])
      try body(try ask { reader throws(IndexError) in try reader.records(some) })
    }
  }

  private static let recordsAtOnce = 1000

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
