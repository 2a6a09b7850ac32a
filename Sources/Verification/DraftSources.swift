package import DocumentModel

/// Tells where a draft says that something comes from, for any place of it.
package struct DraftSources: Sendable {
  private let scan: DraftScan
  /// The citations in brackets, 「…」（「国家安全保障戦略」12頁）, as bytes of the citable text.
  package let citations: [Range<Int>]
  /// The words set in 「」 or 『』, none inside another, as bytes of the citable text.
  package let bracketed: [Range<Int>]

  /// Reads a draft with its links, which stand in ascending order.
  package init(_ draft: StructuredDocument, links: [Link]) {
    let scan = DraftScan(draft, links: links)
    self.scan = scan
    bracketed = scan.blocks.flatMap {
      BracketPairs(.corner, of: scan.text, in: $0).outermost
    }.map {
      scan.text.offsets[$0.lowerBound + 1]..<scan.text.offsets[$0.upperBound - 1]
    }
    citations = scan.blocks.flatMap { block in
      // What names nothing has nothing inside that does.
      BracketPairs(.round, of: scan.text, in: block, longest: DraftScan.reach).outermost
        .filter { scan.bracketedSource(after: $0.lowerBound, in: block) != nil }
    }.map { scan.text.offsets[$0.lowerBound]..<scan.text.offsets[$0.upperBound] }
  }

  /// Whether a byte stands in a note or in a line that gives a source.
  package func isCitation(_ byte: Int) -> Bool {
    let index = DraftScan.index(of: byte, in: scan.text)
    guard let block = scan.number(ofBlockAt: index).map({ scan.blocks[$0] }) else { return false }
    return scan.isNote(block) || scan.isSourceLine(block)
  }

  /// Returns what the sentence at a byte gives as its source.
  ///
  /// That is a citation in brackets inside it or right after it, else a note; a document that the
  /// sentence only speaks of is none.
  package func claim(at byte: Int) -> ClaimedSource {
    let (text, index) = (scan.text, DraftScan.index(of: byte, in: scan.text))
    guard let number = scan.number(ofBlockAt: index) else { return .init() }
    let block = scan.blocks[number]
    var claim = ClaimedSource()
    var end = index
    var depth = 0
    while end < min(block.upperBound, index + DraftScan.reach) {
      switch text.scalars[end] {
      case 0x28:
        if depth == 0, let source = scan.bracketedSource(after: end, in: block) {
          claim = scan.merged(claim, scan.reader.claim(in: source))
          if !claim.isEmpty { return claim }
        }
        depth += 1
      case 0x29: depth = max(0, depth - 1)
      case 0x3002 where depth == 0:
        // The brackets may stand after the mark: ……である。（「…」12頁）
        if let source = scan.bracketedSource(after: end + 1, in: block) {
          return scan.reader.claim(in: source)
        }
        return scan.note(after: index, in: number).map(scan.reader.claim) ?? claim
      default: break
      }
      end += 1
    }
    return scan.note(after: index, in: number).map(scan.reader.claim) ?? claim
  }
}
