package import DocumentModel
package import Registry

/// Finds public bodies that are no ministries: agencies under law, councils and their sub-bodies.
///
/// Names of the registry count everywhere; councils that it doesn't hold are read by the form of
/// their proper names. Generic words (委員会, 有識者会議 alone) and bodies of other states give nothing.
package struct OrganizationLinker: MentionFinder {
  /// One name of a registry entry.
  private struct Name: Sendable {
    var text: String
    var entry: Int
    var evidence: String
    var isCanonical: Bool
  }

  private let entries: [OrganizationEntry]
  private let names: [Name]
  private let matcher: NameMatcher
  private let councils = CouncilNames()

  /// Compiles the registry's names.
  package init(registry: Registry) {
    entries = registry.organizations
    var names: [Name] = []
    for (place, entry) in registry.organizations.enumerated() {
      names.append(
        Name(text: entry.name, entry: place, evidence: entry.name, isCanonical: true))
      for alias in entry.aliases where alias.kind != .bracket {
        names.append(
          Name(
            text: alias.name, entry: place, evidence: "\(alias.name)（\(alias.evidence)）",
            isCanonical: false))
      }
    }
    // Every 小委員会 is 小委 for short.
    names += names.filter { $0.text.hasSuffix("小委員会") }.map { name in
      Name(
        text: String(name.text.dropLast(2)), entry: name.entry, evidence: name.evidence,
        isCanonical: false)
    }
    self.names = names
    matcher = NameMatcher(names.map(\.text), folds: registry.variants.folds)
  }

  package func addTriggers(to table: inout TriggerTable) {
    table.add(.organization, at: matcher.openings())
    table.add(.council, at: CouncilNames.openings + DeclaredBodies.openings)
  }

  /// Returns the mentions of a document.
  package func mentions(in context: LinkingContext) -> Staged<[Mention]> {
    var mentions: [Mention] = []
    for number in context.numbers(of: [.organization, .council]) {
      let block = context.blocks[number]
      var taken: [Range<Int>] = []
      for match in matcher.matches(in: block, at: .organization) {
        guard let place = match.names.first,
          !taken.contains(where: { $0.overlaps(match.range) }),
          !isPrivate(entries[names[place].entry]),
          !BodyNameTraps.isForeign(block.text, at: match.range.lowerBound),
          BodyNameTraps.isWhole(block.text, match.range)
        else { continue }
        let (mention, range) = registered(match.range, names[place], in: block)
        taken.append(range)
        mentions.append(mention)
      }
      for range in councils.ranges(in: block)
      where !taken.contains(where: { $0.upperBound == range.upperBound || $0.overlaps(range) }) {
        mentions.append(council(range, in: block))
      }
    }
    return Staged(mentions)
  }

  /// Makes the mention of a registered body, with the sub-body whose name follows it.
  private func registered(
    _ range: Range<Int>, _ name: Name, in block: BlockText
  ) -> (mention: Mention, range: Range<Int>) {
    let entry = entries[name.entry]
    var target = OrganizationTarget(
      value: entry.name, parent: entry.parent, successor: entry.successor)
    var range = range
    if let sub = SubBody.following(range.upperBound, in: block.text) {
      target = subBody(sub.name, of: entry)
      range = range.lowerBound..<sub.end
    }
    let mention = Mention(
      span: block.span(range), target: .org(target), basis: .explicit,
      evidence: Evidence(
        rule: name.isCanonical ? "org.name" : "org.alias", words: name.evidence))
    return (mention, range)
  }

  /// Returns the registered body of this name below another, else the two names joined.
  private func subBody(_ name: String, of parent: OrganizationEntry) -> OrganizationTarget {
    let known = entries.filter { $0.name.hasPrefix(parent.name) && $0.name.hasSuffix(name) }
    guard known.count == 1, let entry = known.first else {
      return OrganizationTarget(value: parent.name + name, parent: parent.name)
    }
    return OrganizationTarget(
      value: entry.name, parent: entry.parent, successor: entry.successor)
  }

  /// Whether an entry is an association of private members, which is no public body.
  private func isPrivate(_ entry: OrganizationEntry) -> Bool {
    entry.aliases.contains { $0.name.hasPrefix("一般社団法人") || $0.name.hasPrefix("公益社団法人") }
  }

  /// Makes the mention of a council that the registry doesn't hold.
  private func council(_ range: Range<Int>, in block: BlockText) -> Mention {
    let name = block.text.string(range).filter { !$0.isWhitespace }
    return Mention(
      span: block.span(range), target: .org(OrganizationTarget(value: name)), basis: .explicit,
      evidence: Evidence(rule: "org.form", words: name))
  }
}

/// A 分科会, 部会 or 小委員会 whose name follows that of its council.
enum SubBody {
  /// Returns the sub-bodies that follow an index directly, their names joined, and where they end.
  static func following(_ start: Int, in text: ScalarText) -> (name: String, end: Int)? {
    var name = ""
    var end = start
    while let next = one(end, in: text) {
      name += next.name
      end = next.end
    }
    return name.isEmpty ? nil : (name, end)
  }

  private static func one(_ start: Int, in text: ScalarText) -> (name: String, end: Int)? {
    var first = text.skipSpace(start)
    if text.at(first) == 0x30FB { first += 1 }  // ・
    var index = first
    while index < text.count, index - first < 24 {
      if let end = text.end(ofAny: ends, at: index), index > first {
        return (text.string(first..<end).filter { !$0.isWhitespace }, end)
      }
      let scalar = text.scalars[index]
      let isName =
        ScalarClass.isKanji(scalar) || ScalarClass.isKatakana(scalar)
        || ScalarClass.isLatin(scalar) || scalar == 0x30FB || (index > first && scalar == 0x20)
      guard isName else { return nil }
      index += 1
    }
    return nil
  }

  private static let ends = WordSet("分科会 部会 小委員会 ワーキンググループ ワーキング・グループ WG 専門委員会")
}
