package import Citations
import DocumentModel

/// A provision's text beside the passages that turn on it.
package struct LawSheet: Sendable {
  /// The words of the sheet, in one language.
  package struct Words: Sendable {
    package var provision: String
    package var passages: String
    package var nothing: String
    package var source: String

    package init(provision: String, passages: String, nothing: String, source: String) {
      self.provision = provision
      self.passages = passages
      self.nothing = nothing
      self.source = source
    }
  }

  private let composer: ExcerptComposer
  private let formatter: CitationFormatter
  private let names: LawNames
  private let words: Words

  package init(
    composer: ExcerptComposer, formatter: CitationFormatter, names: LawNames, words: Words
  ) {
    self.composer = composer
    self.formatter = formatter
    self.names = names
    self.words = words
  }

  /// Returns a table with a row for each paragraph of the article and the passages that cite it.
  ///
  /// Passages that cite the article as a whole stand beside its first paragraph.
  ///
  /// - Throws: `QuotationEdits.NotInQuotation`.
  package func compose(
    _ law: ShownLaw, _ entries: [(entry: ExcerptEntry, paragraph: String?)]
  ) throws -> CitedDocument {
    let target = LawTarget(lawID: law.lawID, title: law.title, provision: law.provision)
    var paper = CitedDocument(
      title: names.short(target) + law.caption,
      hasEndnotes: formatter.style.placement == .endnote)
    var sequence = CitationSequence(formatter)
    let paragraphs = Self.paragraphs(of: law.text)
    var rows: [[[CitedDocument.Inline]]] = []
    for (number, paragraph) in paragraphs.enumerated() {
      let beside = entries.filter { entry in
        let cited = entry.paragraph.flatMap(Int.init).map { $0 - 1 } ?? 0
        return paragraphs.indices.contains(cited) ? cited == number : number == 0
      }
      let cells = try beside.map { try composer.cell($0.entry, in: &paper, &sequence) }
      let right = Array(cells.joined(separator: [.lineBreak]))
      let lines = paragraph.split(separator: "\n").map { line in
        [CitedDocument.Inline.text(String(line))]
      }
      let left = Array(lines.joined(separator: [.lineBreak]))
      rows.append([left, right.isEmpty ? [.text(words.nothing)] : right])
    }
    paper.blocks.append(.table(header: [words.provision, words.passages], rows: rows))
    let address = law.revision.flatMap { LawAddress.dated($0, law.provision) } ?? ""
    paper.blocks.append(.source([.text(words.source + names.first(target) + "　" + address)]))
    paper.blocks += composer.licences(of: entries.map(\.entry))
    return paper
  }

  /// The paragraphs of an article's text with their items; deeper lines begin with white space.
  private static func paragraphs(of text: String) -> [String] {
    var paragraphs: [String] = []
    for line in text.split(separator: "\n").map(String.init) {
      if paragraphs.isEmpty || line.first != "\u{3000}" {
        paragraphs.append(line)
      } else {
        paragraphs[paragraphs.count - 1] += "\n" + line
      }
    }
    return paragraphs
  }
}
