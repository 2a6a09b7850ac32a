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

extension [Mention] {
  /// Returns the mentions of some kinds in reading order.
  func of(_ kinds: LinkKind...) -> [Mention] {
    indices.filter { kinds.contains(self[$0].target.kind) }.map { self[$0] }
      .sorted { $0.span.lowerBound < $1.span.lowerBound }
  }
}

/// A block that may carry links, with its code points.
///
/// It is a class since every finder goes over all blocks: a copy would count the references of all
/// its parts. The scanners ask it for the next place that their trigger is set at, so that each goes
/// only where it can find something.
package final class BlockText: Sendable {
  /// Its place in the document's `blocks`.
  package let index: Int
  /// The number of its run of blocks: neighbours of one section make a run.
  let run: Int
  package let block: Block
  /// The block's code points; offsets count bytes of the document's citable text.
  package let text: ScalarText
  /// For each code point the scanners that may find something at it.
  private let triggers: [Trigger]
  /// The scanners that may find something somewhere in the block.
  let present: Trigger

  /// Without a table of triggers every scanner looks everywhere.
  package init(
    index: Int, run: Int = 0, block: Block, text: ScalarText, table: TriggerTable? = nil
  ) {
    self.index = index
    self.run = run
    self.block = block
    self.text = text
    triggers = table?.triggers(in: text) ?? Array(repeating: .all, count: text.count)
    // A cell holds abbreviations as a bracket does.
    present = triggers.reduce(block.cells.isEmpty ? [] : .bracket) { $0.union($1) }
  }

  /// Whether a scanner may find something at a place.
  @inline(__always) func isSet(_ trigger: Trigger, at index: Int) -> Bool {
    !triggers[index].isDisjoint(with: trigger)
  }

  /// Returns the first place at or after an index where a scanner may find something, or the end.
  @inline(__always) func next(_ trigger: Trigger, from index: Int) -> Int {
    var index = index
    while index < triggers.count, triggers[index].isDisjoint(with: trigger) { index += 1 }
    return index
  }

  /// Whether the condition holds at some place where a scanner may find something.
  @inline(__always) func contains(_ trigger: Trigger, where holds: (Int) -> Bool) -> Bool {
    var index = next(trigger, from: 0)
    while index < triggers.count {
      if holds(index) { return true }
      index = next(trigger, from: index + 1)
    }
    return false
  }

  /// Returns the span of the citable text that a range of code points covers.
  package func span(_ range: Range<Int>) -> TextSpan<Citable> {
    TextSpan(text.offsets[range.lowerBound], text.offsets[range.upperBound])
  }
}

/// What a finder of mentions works on: the document and the text of every block but furniture.
package struct LinkingContext: Sendable {
  package var document: StructuredDocument
  /// In reading order, furniture left out.
  package var blocks: [BlockText]
  /// For each block the scanners that may find something in it.
  ///
  /// They stand beside the blocks, since in a document of megabytes each look at a block that holds
  /// nothing fetches it from far memory, for every finder again.
  private var present: [Trigger]

  /// Decodes the blocks; the table tells which scanner may find something where.
  package init(_ document: StructuredDocument, table: TriggerTable? = nil) {
    self.document = document
    var blocks: [BlockText] = []
    for (index, block) in document.blocks.enumerated() where block.kind != .furniture {
      let text = ScalarText(document.citable.utf8, in: block.span.utf8Range())
      var run = blocks.last?.run ?? 0
      if let last = blocks.last, last.block.section != block.section { run += 1 }
      blocks.append(BlockText(index: index, run: run, block: block, text: text, table: table))
    }
    self.blocks = blocks
    present = blocks.map(\.present)
  }

  /// Whether some of the scanners may find something in the block of a number.
  func may(_ triggers: Trigger, in number: Int) -> Bool {
    !present[number].isDisjoint(with: triggers)
  }

  /// Returns the numbers of the blocks in which some of the scanners may find something.
  func numbers(of triggers: Trigger) -> [Int] {
    present.indices.filter { may(triggers, in: $0) }
  }

  /// Returns for each block what a scanner reads in it.
  func readings<Item>(of triggers: Trigger, read: (BlockText) -> [Item]) -> [[Item]] {
    present.indices.map { may(triggers, in: $0) ? read(blocks[$0]) : [] }
  }
}

/// Finds the mentions of one kind, resolved by the document's own context.
///
/// The registry's tables are compiled when the finder is made; finders may report mentions that
/// overlap those of other finders, since the linker lets the longest stand.
package protocol MentionFinder: Sendable {
  /// Registers what the finder's scanners start at.
  func addTriggers(to table: inout TriggerTable)

  func mentions(in context: LinkingContext) -> Staged<[Mention]>
}
