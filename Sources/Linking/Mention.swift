package import DocumentModel

/// One occurrence in the citable text with what it was resolved to.
package struct Mention: Sendable, Hashable {
  package var span: TextSpan<Citable>
  package var target: LinkTarget
  package var basis: LinkBasis
  package var evidence: Evidence

  package init(
    span: TextSpan<Citable>, target: LinkTarget, basis: LinkBasis, evidence: Evidence
  ) {
    self.span = span
    self.target = target
    self.basis = basis
    self.evidence = evidence
  }
}

/// A block that may carry links, with its code points.
///
/// It is a class since every finder goes over all blocks: a copy would count the references of all
/// its parts.
package final class BlockText: Sendable {
  /// Its place in the document's `blocks`.
  package let index: Int
  package let block: Block
  /// The block's code points; offsets count bytes of the document's citable text.
  package let text: ScalarText

  package init(index: Int, block: Block, text: ScalarText) {
    self.index = index
    self.block = block
    self.text = text
  }

  /// Returns the span of the citable text that a range of code points covers.
  package func span(_ range: Range<Int>) -> TextSpan<Citable> { text.span(range) }
}

/// What a finder of mentions works on: the document and the text of every block but furniture.
package struct LinkingContext: Sendable {
  package var document: StructuredDocument
  /// In reading order, furniture left out.
  package var blocks: [BlockText]

  package init(_ document: StructuredDocument) {
    self.document = document
    blocks = document.blocks.enumerated().compactMap { index, block in
      guard block.kind != .furniture else { return nil }
      let text = ScalarText(document.citable.utf8, in: block.span.utf8Range())
      return BlockText(index: index, block: block, text: text)
    }
  }
}

/// Finds the mentions of one kind, resolved by the document's own context.
///
/// The registry's tables are compiled when the finder is made; finders may report mentions that
/// overlap those of other finders, since the linker lets the longest stand.
package protocol MentionFinder: Sendable {
  func mentions(in context: LinkingContext) -> Staged<[Mention]>
}
