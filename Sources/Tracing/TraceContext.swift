package import DocumentModel

/// What a trace is built from: the documents that speak of the measure, whole and in reading order.
///
/// Whole documents are needed since a date often stands elsewhere than the words it belongs to: in
/// the heading of a schedule, the label of a row, or a line such as （令和6年6月4日時点） at the foot.
package struct TraceContext: Sendable {
  /// The passages of each document, in reading order.
  package var documents: [[PassageRecord]]

  package init(documents: [[PassageRecord]]) {
    self.documents = documents
  }

  /// Groups passages by document; those of one document must stand in reading order.
  package init(passages: [PassageRecord]) {
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
    self.documents = documents
  }
}
