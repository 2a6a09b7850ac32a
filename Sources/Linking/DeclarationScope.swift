import DocumentModel

/// A word that a document gives a meaning: 以下「法」という。, 【凡例】「法」 ….
struct Declaration<Meaning: Sendable>: Sendable {
  /// The declared word, without white space and width folded.
  var term: String
  var meaning: Meaning
  /// The block that declares it, counted among the blocks that carry links.
  var block: Int
  /// The code point of that block from which it holds.
  var start: Int
  /// The section it is limited to (以下この章において「…」という。), or nil.
  var section: SectionID?
}

/// The declarations of one document and what each word means at a place.
///
/// A declaration holds from where it stands to the document's end or to the end of the section it is
/// limited to; a later one replaces it. Before the first declaration a word has the meaning of the
/// only one there is, since headings and tables of contents come before the legend.
struct DeclarationScope<Meaning: Sendable & Equatable>: Sendable {
  private var declarations: [String: [Declaration<Meaning>]] = [:]

  /// The words that are declared.
  var terms: [String] { declarations.keys.sorted() }

  var isEmpty: Bool { declarations.isEmpty }

  /// Adds a declaration; they come in the order of their blocks.
  mutating func add(_ declaration: Declaration<Meaning>) {
    declarations[declaration.term, default: []].append(declaration)
  }

  /// Returns what a word means at a place in a section, given the sections above it.
  ///
  /// - Complexity: O(log *n*) in the declarations of the word, but for those of other sections.
  func meaning(
    of term: String, block: Int, at index: Int, sections: [SectionID]
  ) -> Meaning? {
    guard let all = declarations[term] else { return nil }
    let isOpen = { (declaration: Declaration<Meaning>) in
      declaration.section.map(sections.contains) ?? true
    }
    let end = all.partitioningIndex { $0.block > block }
    if let before = all[..<end].last(where: {
      ($0.block < block || $0.start <= index) && isOpen($0)
    }) {
      return before.meaning
    }
    let open = all.lazy.filter(isOpen)
    guard let first = open.first, open.allSatisfy({ $0.meaning == first.meaning }) else {
      return nil
    }
    return first.meaning
  }
}
