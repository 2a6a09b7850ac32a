package import DocumentModel

/// What a trace is built from: the parts of documents that speak of the measure, in reading order.
///
/// Whole sections are needed, with the headings and date lines of those above them, since a date often
/// stands elsewhere than the words it belongs to: in the heading of a schedule, the label of a row,
/// or a line such as （令和6年6月4日時点） at the foot.
package struct TraceContext: Sendable {
  /// The passages of each document, in reading order.
  package var documents: [[PassageRecord]]
  /// The last day that a document tells of, for documents without a date of their own.
  package var lastDays: [DocumentID: String]
  /// How often each document title is linked in all documents that are looked at, told measure or
  /// not; titles that aren't listed are counted in the passages given.
  package var titleCounts: [String: Int]

  package init(
    documents: [[PassageRecord]], lastDays: [DocumentID: String] = [:],
    titleCounts: [String: Int] = [:]
  ) {
    self.documents = documents
    self.lastDays = lastDays
    self.titleCounts = titleCounts
  }

  /// Groups passages by document; those of one document must stand in reading order.
  package init(
    passages: [PassageRecord], lastDays: [DocumentID: String] = [:],
    titleCounts: [String: Int] = [:]
  ) {
    var documents: [[PassageRecord]] = []
    var places: [DocumentID: Int] = [:]
    for passage in passages {
      if let place = places[passage.document.id] {
        documents[place].append(passage)
      } else {
        places[passage.document.id] = documents.count
        documents.append([passage])
      }
    }
    self.init(documents: documents, lastDays: lastDays, titleCounts: titleCounts)
  }
}
