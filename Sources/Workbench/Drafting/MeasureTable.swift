package import Citations
import DocumentModel
import PassageIndex
import Registry
import TextNormalization

/// Sets excerpts side by side: a row for each measure, a column for each document.
package struct MeasureTable: Sendable {
  private let composer: ExcerptComposer
  private let formatter: CitationFormatter
  /// The measures with the folded forms of their names.
  private let measures: [(name: String, keys: [[UInt32]])]
  private let folding: SearchFolding

  package init(
    _ base: KnowledgeBase, names: RegistryNames, composer: ExcerptComposer,
    formatter: CitationFormatter
  ) throws {
    self.composer = composer
    self.formatter = formatter
    let folding = base.reader.folding
    self.folding = folding
    measures = try names.tables(.measures).measures.map { measure in
      let names = [measure.name] + measure.aliases.filter { $0.kind != .bracket }.map(\.name)
      return (measure.name, names.map { folding.fold($0).scalars })
    }
  }

  /// Returns the paper; `corner` heads the column of measures, `other` the excerpts of none.
  ///
  /// - Throws: `QuotationEdits.NotInQuotation`.
  package func compose(
    _ entries: [ExcerptEntry], title: String, corner: String, other: String
  ) throws -> CitedDocument {
    var paper = CitedDocument(
      title: title, hasEndnotes: formatter.style.placement == .endnote)
    var sequence = CitationSequence(formatter)
    var (documents, rows) = ([DocumentRecord](), [String]())
    var cells: [String: [DocumentID: [ExcerptEntry]]] = [:]
    for entry in entries {
      let record = entry.cited.excerpt.record
      if !documents.contains(where: { $0.id == record.document.id }) {
        documents.append(record.document)
      }
      for name in names(in: record).isEmpty ? [other] : names(in: record) {
        if cells[name] == nil { rows.append(name) }
        cells[name, default: [:]][record.document.id, default: []].append(entry)
      }
    }
    rows = rows.filter { $0 != other } + rows.filter { $0 == other }
    var table: [[[CitedDocument.Inline]]] = []
    for row in rows {
      var line: [[CitedDocument.Inline]] = [[.text(row)]]
      for document in documents {
        let quotes = try (cells[row]?[document.id] ?? []).map { entry in
          try composer.cell(entry, in: &paper, &sequence)
        }
        line.append(Array(quotes.joined(separator: [.lineBreak])))
      }
      table.append(line)
    }
    paper.blocks.append(
      .table(header: [corner] + documents.map { formatter.title($0) }, rows: table))
    paper.blocks += composer.licences(of: entries)
    return paper
  }

  /// The measures that a passage names.
  private func names(in record: PassageRecord) -> [String] {
    let text = folding.fold(record.passage.text).scalars
    return measures.filter { measure in
      measure.keys.contains { key in Self.stands(key, in: text) }
    }.map(\.name)
  }

  private static func stands(_ key: [UInt32], in text: [UInt32]) -> Bool {
    guard let first = key.first, text.count >= key.count else { return false }
    return (0...(text.count - key.count)).contains { start in
      text[start] == first && text[start..<(start + key.count)].elementsEqual(key)
    }
  }
}
