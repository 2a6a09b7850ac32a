import Comparison
package import DocumentModel
import PassageIndex

/// Two versions of a document with what differs.
package struct ComparedDocuments: Sendable {
  package var old: DocumentRecord
  package var new: DocumentRecord
  package var diff: DocumentDiff
  package var counts: Counts { Counts(diff) }

  /// How much changed, in sentences, items and rows; sections apart.
  package struct Counts: Sendable, Hashable {
    package var added = 0
    package var removed = 0
    package var moved = 0
    /// Changed with other words than figures.
    package var wording = 0
    /// Changed with a figure; one with both counts in both.
    package var figures = 0
    package var addedSections = 0
    package var removedSections = 0
    package var movedSections = 0

    init(_ diff: DocumentDiff) {
      for section in diff.sections {
        if section.old == nil { addedSections += 1 }
        if section.new == nil { removedSections += 1 }
        if section.isMoved { movedSections += 1 }
        for change in section.changes {
          switch change.kind {
          case .added: added += 1
          case .removed: removed += 1
          case .moved: moved += 1
          case .changed:
            if change.changesWords { wording += 1 }
            if !change.figures.isEmpty { figures += 1 }
          }
        }
      }
    }
  }
}

/// Compares two versions of a document that the index holds.
package struct CompareDocuments: Sendable {
  private let base: KnowledgeBase

  package init(_ base: KnowledgeBase) { self.base = base }

  /// Compares the older with the newer, each given by its id or its file's name.
  ///
  /// - Throws: `WorkbenchError` with exit status 2 for a document that the index doesn't have or a
  ///   name that several have.
  package func run(old: String, new: String) throws -> ComparedDocuments {
    let (old, new) = (try document(old), try document(new))
    let diff = DocumentComparer().compare(
      .init(sections: old.sections, passages: old.passages),
      with: .init(sections: new.sections, passages: new.passages))
    return ComparedDocuments(old: old.record, new: new.record, diff: diff)
  }

  private func document(_ name: String) throws -> StoredDocument {
    let id = try base.documentID(of: name)
    let found = try base.ask { reader throws(IndexError) in try reader.document(id) }
    guard let found else {
      throw WorkbenchError(.badUse, "filter.unknown-document", ["value": name])
    }
    return found
  }
}

extension KnowledgeBase {
  /// Returns the id of a document given by its id, its source's name, or a path that ends in the
  /// name of its file.
  ///
  /// - Throws: `WorkbenchError` with exit status 2 where there is none, or several.
  func documentID(of name: String) throws -> DocumentID {
    let all = try documents()
    if all.contains(where: { $0.id.rawValue == name }) { return DocumentID(name) }
    let file = { (path: String) in path.split(separator: "/").last.map(String.init) ?? path }
    var found = all.filter { $0.source == name }
    if found.isEmpty { found = all.filter { file($0.source) == file(name) } }
    guard let first = found.first else {
      throw WorkbenchError(.badUse, "filter.unknown-document", ["value": name])
    }
    guard found.count == 1 else {
      throw WorkbenchError(
        .badUse, "filter.ambiguous-document",
        ["value": name, "candidates": found.map(\.id.rawValue).joined(separator: ", ")])
    }
    return first.id
  }
}
