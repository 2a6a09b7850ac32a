package import DocumentModel
import Linking
import PassageIndex

/// Adds, to passages of the index, what the terms of held laws tell of them.
///
/// The terms are looked up at the moment of asking, like the revisions of cited laws: laws may be
/// imported after the documents, and what is stored of a document depends on its own bytes alone. A
/// term counts only in a document that cites its law; the added links and relations have the basis
/// `concept`.
package struct FindLawConcepts: Sendable {
  private let base: KnowledgeBase
  private let names: RegistryNames

  package init(_ base: KnowledgeBase, names: RegistryNames) {
    self.base = base
    self.names = names
  }

  /// Whether there are terms, without which passages are given back as they are.
  func hasTerms() throws -> Bool {
    try base.ask { reader throws(IndexError) in try reader.hasConceptTerms() }
  }

  /// Returns the passages with the relations, and with links where these are asked for.
  package func run(_ records: [PassageRecord], addingLinks: Bool) throws -> [PassageRecord] {
    guard try hasTerms() else { return records }
    let known = try names.conceptTerms()
    var finders: [DocumentID: DefinedTermFinder] = [:]
    var sources: [DocumentID: SourceDocument] = [:]
    return try records.map { record in
      let document = record.document.id
      let finder = try finders[document] ?? self.finder(for: document, known)
      finders[document] = finder
      let matches = finder.matches(in: record.passage.text)
      guard !matches.isEmpty else { return record }
      var record = record
      for match in matches { Self.relate(match.term, to: &record) }
      guard addingLinks else { return record }
      if sources[document] == nil {
        sources[document] = try base.ask { reader throws(IndexError) in
          try reader.source(of: document)
        }
      }
      guard let source = sources[document] else { return record }
      record.links = (record.links + Self.links(matches, in: record.passage, of: source))
        .sorted {
          ($0.span.lowerBound, $0.span.upperBound) < ($1.span.lowerBound, $1.span.upperBound)
        }
      return record
    }
  }

  private func finder(
    for document: DocumentID, _ known: Set<String>
  ) throws -> DefinedTermFinder {
    let terms = try base.ask { reader throws(IndexError) in
      try reader.conceptTerms(of: reader.lawsCited(in: document))
    }
    return DefinedTermFinder(terms, known: known, folds: base.reader.header.variants.folds)
  }

  private static func relate(_ term: ConceptTerm, to record: inout PassageRecord) {
    let target = LinkTarget.law(term.target)
    guard !record.relations.laws.contains(where: { $0.target == target }) else { return }
    record.relations.laws.append(
      Relation(
        target: target, origin: .concept, basis: .concept, evidence: term.evidence.words))
  }

  /// Returns the links of a passage whose bytes stand in the source as they are.
  ///
  /// Where a repair changed the passage, a term's place in the source can't be told by counting; its
  /// relation stands without a link.
  private static func links(
    _ matches: [DefinedTermFinder.Match], in passage: Passage, of source: SourceDocument
  ) -> [Link] {
    let location = passage.location
    // In another encoding than UTF-8 the bytes differ from the text, and no link is made.
    let kept = source.keptBytes
    guard location.hull.upperBound.utf8 <= kept.count else { return [] }
    let bytes = location.spans.flatMap { kept[$0.utf8Range()] }
    guard bytes.elementsEqual(passage.text.utf8) else { return [] }
    let lines = LineIndex(kept)
    return matches.map { match in
      let spans = pieces(match.bytes, of: location.spans)
      let first = spans.first?.lowerBound ?? location.hull.lowerBound
      let end = spans.last?.upperBound ?? first
      let place = Location(
        spans: spans, line: lines.line(at: first),
        lineEnd: lines.line(at: TextOffset(max(first.utf8, end.utf8 - 1))), page: location.page)
      return Link(
        span: TextSpan(
          passage.span.lowerBound.utf8 + match.bytes.lowerBound,
          passage.span.lowerBound.utf8 + match.bytes.upperBound),
        location: place,
        surface: String(decoding: spans.flatMap { kept[$0.utf8Range()] }, as: UTF8.self),
        target: .law(match.term.target), basis: .concept, evidence: match.term.evidence)
    }
  }

  /// Returns the source pieces of some bytes of the text that pieces make up.
  private static func pieces(
    _ bytes: Range<Int>, of spans: [TextSpan<Source>]
  ) -> [TextSpan<Source>] {
    var start = 0
    return spans.compactMap { span in
      let range = span.utf8Range()
      defer { start += range.count }
      let part = bytes.clamped(to: start..<start + range.count)
      guard !part.isEmpty else { return nil }
      let lower = range.lowerBound + part.lowerBound - start
      return TextSpan(lower, lower + part.count)
    }
  }
}

extension ConceptTerm {
  /// The article that gives the word its meaning.
  fileprivate var target: LawTarget {
    LawTarget(lawID: lawID, title: title, provision: ProvisionPath(article: provision.article))
  }
}
