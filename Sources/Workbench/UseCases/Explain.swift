package import DocumentModel
import PassageIndex

/// Why a passage, section or document is as the index has it.
package struct Explanation: Sendable {
  package var document: DocumentRecord
  /// Nil where a whole document is explained.
  package var record: PassageRecord?
  package var section: Section?
  package var pillars: PillarAssignment?
  package var links: [Link]
  package var repairs: [Repair]
  package var diagnostics: [Diagnostic]
  /// The steps of traces that a passage gives.
  package var steps: [ExplainedStep] = []
}

/// Explains every repair, link and pillar with its rule and evidence.
package struct Explain: Sendable {
  private let base: KnowledgeBase

  package init(_ base: KnowledgeBase) { self.base = base }

  /// Explains a passage, a section or a document by its id.
  package func run(_ id: String) throws -> Explanation {
    let found = try base.ask { reader throws(IndexError) in try reader.records([PassageID(id)]) }
    if let record = found.first {
      let repairs = try base.ask { reader throws(IndexError) in
        try reader.repairs(of: record.document.id, within: record.passage.location.hull)
      }
      return Explanation(
        document: record.document, record: record, section: record.section,
        pillars: record.pillars, links: record.links, repairs: repairs, diagnostics: [])
    }
    for document in try base.documents()
    where id == document.id.rawValue || id.hasPrefix(document.id.rawValue) {
      let stored = try base.ask { reader throws(IndexError) in try reader.document(document.id) }
      guard let stored else { continue }
      if id == document.id.rawValue {
        return Explanation(
          document: document, links: stored.links, repairs: stored.repairs,
          diagnostics: stored.diagnostics)
      }
      if let section = stored.sections.first(where: { $0.id.rawValue == id }) {
        let own = section.location.hull
        return Explanation(
          document: document, section: section, pillars: stored.pillars[section.id],
          links: stored.links.filter { section.span.contains($0.span.lowerBound) },
          repairs: stored.repairs.filter { own.overlaps($0.source) }, diagnostics: [])
      }
    }
    throw WorkbenchError(.nothing, "id.unknown", ["value": id])
  }
}
