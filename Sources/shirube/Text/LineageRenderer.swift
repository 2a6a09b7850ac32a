import DocumentModel
import Workbench

/// Writes how the documents that tell of a measure stand to each other.
struct LineageRenderer {
  private let relations: RelationText

  init(names: DisplayNames) {
    relations = RelationText(laws: names.laws, calendar: names.calendar)
  }

  /// Adds the documents of the corpus with what they cite, rest on and supersede.
  func add(_ traced: TracedMeasure, to page: inout TextPage) {
    let lineage = traced.trace.lineage
    let measure = traced.trace.measure.name
    page.paragraph(
      Words.say("「\(measure)」を述べる文書の関係", "How the documents on “\(measure)” stand to each other"),
      indent: 0, style: .title)
    let titles = Dictionary(
      lineage.nodes.map { ($0.id, title($0)) }, uniquingKeysWith: { first, _ in first })
    for node in lineage.nodes {
      let edges = lineage.edges.filter { $0.from == node.id }
      guard node.document != nil || !edges.isEmpty else { continue }
      page.blank()
      page.paragraph(title(node), indent: 0, style: .label)
      for relation in DocumentLineage.Relation.allCases.reversed() {
        for edge in edges where edge.relation == relation {
          add(edge, to: titles[edge.to] ?? edge.to, &page)
        }
      }
    }
  }

  private func title(_ node: DocumentLineage.Node) -> String {
    if let law = node.law { return relations.laws.short(law) }
    let facts = [node.issuer, node.date.map(relations.date)].compactMap { $0 }
    guard !facts.isEmpty else { return node.title }
    let inside = facts.joined(separator: Words.say("、", ", "))
    return node.title + Words.say("（\(inside)）", " (\(inside))")
  }

  private func add(_ edge: DocumentLineage.Edge, to title: String, _ page: inout TextPage) {
    let names = TraceRuleNames.names(edge.relation)
    let count =
      edge.count > 1 ? Words.say("（\(edge.count)か所）", " (\(edge.count) places)") : ""
    page.paragraph("\(Words.say(names.ja, names.en)): \(title)\(count)", indent: 2)
    page.paragraph(
      "\(edge.evidence.quote) ― \(Words.place(edge.evidence.location)) \(edge.evidence.passage)",
      indent: 6, style: .faint)
  }
}
