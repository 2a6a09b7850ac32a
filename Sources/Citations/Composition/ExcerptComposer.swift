import DocumentModel

/// Sets excerpts out as a paper: each a quotation with its source where the style puts it.
package struct ExcerptComposer: Sendable {
  private let words: ExcerptWords
  private let formatter: CitationFormatter

  package init(words: ExcerptWords, formatter: CitationFormatter) {
    self.words = words
    self.formatter = formatter
  }

  /// Returns the paper; with a title it closes with the licences, a line for each document.
  ///
  /// - Throws: `QuotationEdits.NotInQuotation` where words to be changed aren't in the quotation.
  package func compose(
    title: String?, groups: [ExcerptGroup]
  ) throws(QuotationEdits.NotInQuotation) -> CitedDocument {
    var paper = CitedDocument(
      title: title, hasEndnotes: formatter.style.placement == .endnote)
    var sequence = CitationSequence(formatter)
    var section: SectionID?
    for group in groups {
      if let heading = group.heading { paper.blocks.append(.heading(level: 1, heading)) }
      for entry in group.entries {
        if title != nil, group.heading == nil, entry.cited.excerpt.record.section.id != section {
          section = entry.cited.excerpt.record.section.id
          paper.blocks.append(.heading(level: 1, Self.heading(entry.cited.excerpt.record)))
        }
        try add(entry, to: &paper, &sequence)
      }
    }
    if title != nil { paper.blocks += licences(of: groups.flatMap(\.entries)) }
    return paper
  }

  /// Returns the lines of a table's cell: the quotation and the mark of its note.
  ///
  /// - Throws: `QuotationEdits.NotInQuotation`.
  package func cell(
    _ entry: ExcerptEntry, in paper: inout CitedDocument, _ sequence: inout CitationSequence
  ) throws(QuotationEdits.NotInQuotation) -> [CitedDocument.Inline] {
    let lines = try entry.edits.lines(of: entry.cited.excerpt.quote)
    let number = paper.notes.count + 1
    paper.notes.append([.text(sequence.next(entry.cited.excerpt.record, note: number))])
    return Array(lines.joined()) + [.note(number)]
  }

  /// Adds one excerpt: quotation, source, how it was verified, provisions, the drafter's remark.
  ///
  /// - Throws: `QuotationEdits.NotInQuotation`.
  package func add(
    _ entry: ExcerptEntry, to paper: inout CitedDocument, _ sequence: inout CitationSequence
  ) throws(QuotationEdits.NotInQuotation) {
    let excerpt = entry.cited.excerpt
    var lines = try entry.edits.lines(of: excerpt.quote)
    let isNote = [.footnote, .endnote].contains(formatter.style.placement)
    let number = paper.notes.count + 1
    var source = sequence.next(excerpt.record, note: isNote ? number : nil)
    if !entry.edits.emphasised.isEmpty { source += words.emphasis }
    let status = "［\(words.status(excerpt))］"
    var below: [CitedDocument.Inline]
    switch formatter.style.placement {
    case .block: below = [.text("\(words.source)\(source)　\(status)")]
    case .inline:
      lines[lines.count - 1].append(.text("（\(source)）"))
      below = [.text(status)]
    case .footnote, .endnote:
      lines[lines.count - 1].append(.note(number))
      paper.notes.append([.text(source)])
      below = [.text(status)]
    }
    paper.blocks.append(.quotation(lines))
    below.append(.text("　\(excerpt.record.passage.id)"))
    paper.blocks.append(.source(below))
    if !entry.laws.isEmpty {
      paper.blocks.append(.source([.text(words.laws + entry.laws.joined(separator: "、"))]))
    }
    if let remark = entry.remark { paper.blocks.append(.remark(words.remark + remark)) }
  }

  /// The closing list of sources, a line for each document: its licence, or that none is known.
  ///
  /// Where words of a document were left out or set off, the line says so beside, as the licences of
  /// the government ask for.
  package func licences(of entries: [ExcerptEntry]) -> [CitedDocument.Block] {
    var seen: Set<DocumentID> = []
    let altered = Set(
      entries.filter { !$0.edits.isEmpty }.map(\.cited.excerpt.record.document.id))
    let items = entries.compactMap { entry -> [CitedDocument.Inline]? in
      let document = entry.cited.excerpt.record.document
      guard seen.insert(document.id).inserted else { return nil }
      let name = document.metadata.title?.value ?? document.source
      let note = altered.contains(document.id) ? "　" + formatter.altered(document) : ""
      return [.text((entry.cited.licence ?? "\(name): \(words.noLicence)") + note)]
    }
    return items.isEmpty ? [] : [.heading(level: 1, words.licences), .list(items)]
  }

  /// The title of the excerpt's section, or of its document.
  private static func heading(_ record: PassageRecord) -> String {
    let title = record.section.level > 1 ? record.section.title : record.section.path.first ?? ""
    return String(title.filter { !$0.isNewline })
  }
}
