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

  package func addTriggers(to table: inout TriggerTable) {
    let openings = names.openings
    table.add(.ministry, at: openings.names + [PrimeMinister.opening])
    table.add(.ministryList, at: openings.shorts)
    table.add(.ministryPronoun, at: MinistryPronouns.openings)
    table.add(.bracket, atAny: MinistryShortList.brackets)
  }

  /// Returns the mentions of a document; a pronoun for one of several units is told and left out.
  package func mentions(in context: LinkingContext) -> Staged<[Mention]> {
    var mentions: [Mention] = []
    var diagnostics: [Diagnostic] = []
    var pronouns = MinistryPronouns(names: names)
    let day = context.document.metadata.date?.value
    let readings = context.readings(of: [.bracket, .ministryList]) {
      let reading = shortList.read($0, isConfirmed: false)
      return reading.items.isEmpty && !reading.isOpen ? [] : [reading]
    }
    let isConfirmed = readings.contains { $0.first?.isList == true }
    for place in context.blocks.indices
    where !readings[place].isEmpty || context.may([.ministry, .ministryPronoun], in: place) {
      let block = context.blocks[place]
      let named = named(in: block, on: day)
      var reading = readings[place].first ?? .init()
      if isConfirmed, reading.isOpen { reading = shortList.read(block, isConfirmed: true) }
      let short = reading.items.map { abbreviated($0, in: block) }.filter { short in
        let next = named.partitioningIndex {
          $0.named.range.upperBound > short.named.range.lowerBound
        }
        return next == named.count || !named[next].named.range.overlaps(short.named.range)
      }
      mentions += named.map(\.mention) + competences(in: block) + short.map(\.mention)
      let units = (named + short).map(\.named)
        .sorted { $0.range.lowerBound < $1.range.lowerBound }
      for pronoun in pronouns.pronouns(in: block) {
        let outcome = pronouns.resolve(
          pronoun, in: block.text, named: units, block: place, section: block.block.section)
        switch outcome {
        case .unit(let entry):
          mentions.append(
            Mention(
              span: block.span(pronoun.range), target: names.target(entry), basis: .antecedent,
              evidence: Evidence(rule: "ministry.same", words: names.entries[entry].name)))
        case .ambiguous(let entries):
          diagnostics.append(
            ambiguous(pronoun, among: entries, in: block, of: context.document))
        case .none: break
        }
      }
      pronouns.note(units, in: block.text, block: place, section: block.block.section)
    }
    return Staged(mentions, diagnostics: diagnostics)
  }

  private func ambiguous(
    _ pronoun: MinistryPronouns.Pronoun, among entries: [Int], in block: BlockText,
    of document: StructuredDocument
  ) -> Diagnostic {
    Diagnostic(
      "ministry.ambiguous-name", .note,
      arguments: [
        "name": block.text.string(pronoun.range),
        "candidates": entries.map { names.entries[$0].name }.sorted().joined(separator: ", "),
      ],
      location: document.location(of: block.span(pronoun.range)))
  }

  /// A mention with what pronouns after it may point back to.
  private struct Found {
    var mention: Mention
    var named: MinistryPronouns.Named
  }

  /// Finds full names, running-text abbreviations and titles; `day` is the document's own.
  private func named(in block: BlockText, on day: String?) -> [Found] {
    let text = block.text
    return names.matches(in: block).compactMap { match in
      guard let place = match.names.first else { return nil }
      let name = names.names[place]
      let region = LocalOffices.region(before: match.range.lowerBound, of: name.entry, names, text)
      guard region != nil || !BodyNameTraps.isForeign(text, at: match.range.lowerBound),
        !BodyNameTraps.isContinued(text, at: match.range.upperBound, alias: scalars(name.text)),
        region != nil || BodyNameTraps.isWhole(text, match.range)
      else { return nil }
      let range = (region ?? match.range.lowerBound)..<match.range.upperBound
      var entry = name.entry
      if name.rule == "ministry.alias", let day { entry = names.entry(entry, on: day) }
      var target = names.target(entry)
      if let region {
        target = names.target(entry, region: text.string(region..<match.range.lowerBound))
      }
      let mention = Mention(
        span: block.span(range), target: target, basis: .explicit,
        evidence: Evidence(
          rule: region == nil ? name.rule : "ministry.local-office", words: name.evidence,
          candidates: candidates(match)))
      return Found(
        mention: mention,
        named: .init(range: range, entry: entry, isHead: name.rule == "ministry.head"))
    }
  }

  /// Finds 内閣総理大臣 as the holder of a law's powers.
  private func competences(in block: BlockText) -> [Mention] {
    guard let entry = cabinetOffice else { return [] }
    return PrimeMinister.ranges(in: block).map { range in
      Mention(
        span: block.span(range), target: names.target(entry), basis: .explicit,
        evidence: Evidence(rule: "ministry.competence", words: "内閣総理大臣（法律上の権限）"))
    }
  }

  /// Makes the mention of an abbreviation in brackets, a list or a cell.
  private func abbreviated(_ item: MinistryShortList.Item, in block: BlockText) -> Found {
    Found(
      mention: Mention(
        span: block.span(item.range), target: names.target(item.short.entry), basis: .explicit,
        evidence: Evidence(rule: "ministry.bracket", words: item.short.evidence)),
      named: .init(range: item.range, entry: item.short.entry, isHead: false))
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
