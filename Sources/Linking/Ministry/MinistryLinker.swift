package import DocumentModel
package import Registry

/// Finds ministries, agencies and their bureaus by name, abbreviation, title and bracketed list.
///
/// The value is the unit at the level named, with its parent and successor. Generic words (政府,
/// 関係省庁, 主務大臣) and the ministries of other states give nothing.
package struct MinistryLinker: MentionFinder {
  private let names: MinistryNames
  private let shortList: MinistryShortList
  /// The place of 内閣府 in the registry.
  private let cabinetOffice: Int?

  /// Compiles the registry's names.
  package init(registry: Registry) {
    names = MinistryNames(registry)
    shortList = MinistryShortList(names: names)
    cabinetOffice = names.entries.firstIndex { $0.name == "内閣府" }
  }

  /// Returns the mentions of a document.
  package func mentions(in context: LinkingContext) -> Staged<[Mention]> {
    var mentions: [Mention] = []
    let plain = context.blocks.map { shortList.items(in: $0.text, isConfirmed: false) }
    let isConfirmed = plain.contains { $0.count >= 2 }
    for (place, block) in context.blocks.enumerated() {
      let named = named(in: block)
      let items =
        isConfirmed ? shortList.items(in: block.text, isConfirmed: true) : plain[place]
      let abbreviated = abbreviated(items, in: block, isConfirmed: isConfirmed)
      mentions += named
      mentions += competences(in: block)
      mentions += abbreviated.filter { short in
        !named.contains { $0.span.overlaps(short.span) }
      }
    }
    return Staged(mentions)
  }

  /// Finds full names, running-text abbreviations and titles.
  private func named(in block: BlockText) -> [Mention] {
    let text = block.text
    return names.matches(in: text).compactMap { match in
      guard let place = match.names.first else { return nil }
      let name = names.names[place]
      guard !BodyNameTraps.isForeign(text, at: match.range.lowerBound),
        !BodyNameTraps.isContinued(text, at: match.range.upperBound, alias: scalars(name.text)),
        BodyNameTraps.isWhole(text, match.range)
      else { return nil }
      return Mention(
        span: block.span(match.range), target: names.target(name.entry), basis: .explicit,
        evidence: Evidence(
          rule: name.rule, words: name.evidence, candidates: candidates(match)))
    }
  }

  /// Finds 内閣総理大臣 as the holder of a law's powers.
  private func competences(in block: BlockText) -> [Mention] {
    guard let entry = cabinetOffice else { return [] }
    return PrimeMinister.ranges(in: block.text).map { range in
      Mention(
        span: block.span(range), target: names.target(entry), basis: .explicit,
        evidence: Evidence(rule: "ministry.competence", words: "内閣総理大臣（法律上の権限）"))
    }
  }

  /// Makes mentions of abbreviations in brackets and lists, and of cells that hold nothing else.
  private func abbreviated(
    _ items: [MinistryShortList.Item], in block: BlockText, isConfirmed: Bool
  ) -> [Mention] {
    var items = items
    for cell in block.block.cells {
      let range = block.text.range(of: cell)
      items += shortList.items(in: block.text, range, isLabel: false, isConfirmed: isConfirmed)
    }
    return items.map { item in
      Mention(
        span: block.span(item.range), target: names.target(item.short.entry), basis: .explicit,
        evidence: Evidence(rule: "ministry.bracket", words: item.short.evidence))
    }
  }

  /// The units that share a name, where there are several.
  private func candidates(_ match: NameMatcher.Match) -> [String] {
    let units = Set(match.names.map { names.entries[names.names[$0].entry].name })
    return units.count > 1 ? units.sorted() : []
  }
}

extension ScalarText {
  /// Returns the code points that a span of the layer covers.
  func range(of span: TextSpan<Citable>) -> Range<Int> {
    let lower = index(atByte: span.lowerBound.utf8)
    return lower..<max(lower, index(atByte: span.upperBound.utf8))
  }

  /// Returns the first code point at or after a byte offset, by bisection.
  private func index(atByte offset: Int) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if offsets[middle] < offset { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
