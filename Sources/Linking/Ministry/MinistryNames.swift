import DocumentModel
import Registry

/// The names of ministries, agencies and bureaus, compiled for matching.
struct MinistryNames: Sendable {
  /// One name of an entry.
  struct Name: Sendable {
    var text: String
    /// The place of the entry in the registry's ministries.
    var entry: Int
    /// The stable name of the rule a match is told by.
    var rule: String
    var evidence: String
  }

  /// An abbreviation that counts only inside brackets, lists and cells.
  struct Short: Sendable {
    var entry: Int
    /// Whether it is no word of its own (経産, 厚労), so that it may stand alone in brackets.
    ///
    /// 防衛, 環境 and 金融 are also ordinary words and need another ministry beside them.
    var isDistinct: Bool
    var evidence: String
  }

  let entries: [MinistryEntry]
  /// The place of each unit by its canonical name.
  private let places: [String: Int]
  let names: [Name]
  private let matcher: NameMatcher
  /// Abbreviations by their code points; those that running text may use too are among them.
  let shorts: [[UInt32]: Short]
  /// The code points that any abbreviation begins with, and those that stand second in one.
  let shortFirsts: ScalarSet
  let shortSeconds: ScalarSet
  /// The most code points an abbreviation has.
  let longestShort: Int

  init(_ registry: Registry) {
    entries = registry.ministries
    places = Dictionary(
      registry.ministries.enumerated().map { ($1.name, $0) },
      uniquingKeysWith: { first, _ in first })
    var names: [Name] = []
    var shorts: [[UInt32]: Short] = [:]
    for (place, entry) in registry.ministries.enumerated() {
      names.append(
        Name(text: entry.name, entry: place, rule: "ministry.name", evidence: entry.name))
      for head in entry.heads + Self.deputies(of: entry) {
        names.append(
          Name(text: head, entry: place, rule: "ministry.head", evidence: "\(head)（\(entry.name)）"))
      }
      for alias in entry.aliases {
        let evidence = "\(alias.name)（\(alias.evidence)）"
        if alias.kind == .bracket {
          shorts[scalars(alias.name)] = Short(
            entry: place, isDistinct: Self.isDistinct(alias.name, of: entry), evidence: evidence)
        } else {
          names.append(
            Name(text: alias.name, entry: place, rule: "ministry.alias", evidence: evidence))
          shorts[scalars(alias.name)] = Short(
            entry: place, isDistinct: true, evidence: evidence)
        }
      }
      shorts[scalars(entry.name)] = Short(
        entry: place, isDistinct: true, evidence: entry.name)
    }
    self.names = names
    self.shorts = shorts
    shortFirsts = ScalarSet(shorts.keys.compactMap(\.first))
    shortSeconds = ScalarSet(shorts.keys.compactMap { $0.dropFirst().first })
    longestShort = shorts.keys.map(\.count).max() ?? 0
    matcher = NameMatcher(names.map(\.text), folds: registry.variants.folds)
  }

  /// The titles below the minister, made from the minister's (経済産業副大臣, 経産副大臣).
  private static func deputies(of entry: MinistryEntry) -> [String] {
    guard entry.kind == .ministry else { return [] }
    return entry.heads.filter { $0.hasSuffix("大臣") && !$0.contains("担当") }.flatMap {
      head -> [String] in
      let stem = String(head.dropLast(2))
      return ["\(stem)副大臣", "\(stem)大臣政務官"]
    }
  }

  /// Whether an abbreviation is no ordinary word: more than the name without its 省 or 庁.
  private static func isDistinct(_ short: String, of entry: MinistryEntry) -> Bool {
    short.unicodeScalars.count > 1 && !entry.name.hasPrefix(short)
      && entry.aliases.contains { $0.kind != .bracket && $0.name.hasPrefix(short) }
  }

  /// What the names start with, and the abbreviations of two or more characters.
  var openings: (names: [[UInt32]], shorts: [[UInt32]]) {
    (matcher.openings(), shorts.keys.filter { $0.count > 1 }.map { Array($0.prefix(2)) })
  }

  /// Returns the names in a text, the longest at each place.
  func matches(in text: ScalarText) -> [NameMatcher.Match] {
    matcher.matches(in: text).flatMap { parts($0, in: text) }
  }

  /// Returns the names in a block, the longest at each place.
  func matches(in block: BlockText) -> [NameMatcher.Match] {
    matcher.matches(in: block, at: .ministry).flatMap { parts($0, in: block.text) }
  }

  /// Splits a unit's name that white space parts from its ministry's (経済産業省 貿易管理部).
  ///
  /// What stands before the white space must be a name too; both parts are mentions then.
  private func parts(_ match: NameMatcher.Match, in text: ScalarText) -> [NameMatcher.Match] {
    guard let space = match.range.first(where: { ScalarClass.isSpace(text.scalars[$0]) }),
      let head = names.firstIndex(where: {
        $0.text == text.string(match.range.lowerBound..<space)
      })
    else { return [match] }
    let ministry = NameMatcher.Match(range: match.range.lowerBound..<space, names: [head])
    let rest = text.skipSpace(space)..<match.range.upperBound
    return [ministry, NameMatcher.Match(range: rest, names: match.names)]
  }

  /// Returns the target of an entry: the unit itself with its parent and its successor today.
  func target(_ entry: Int) -> LinkTarget {
    let unit = entries[entry]
    return .ministry(
      OrganizationTarget(
        value: unit.name, parent: unit.parent, successor: successor(of: entry)?.name))
  }

  /// Returns the target of a local office: 関東財務局, below the ministry of 財務局.
  func target(_ entry: Int, region: String) -> LinkTarget {
    .ministry(
      OrganizationTarget(value: region + entries[entry].name, parent: entries[entry].parent))
  }

  /// Returns the place of the unit above another, or nil.
  func parent(of entry: Int) -> Int? { entries[entry].parent.flatMap { places[$0] } }

  /// Returns the unit that an abbreviation meant on a day, `2014-06-01`.
  ///
  /// NISC in a text of 2014 is the unit that the one of 2015 took over from, where only one was.
  func entry(_ entry: Int, on day: String) -> Int {
    var current = entry
    while let from = entries[current].from, day < from {
      let before = entries.indices.filter { entries[$0].successor == entries[current].name }
      guard before.count == 1, before[0] != current else { break }
      current = before[0]
    }
    return current
  }

  /// The unit that holds an entry's tasks today, several changes on.
  private func successor(of entry: Int) -> MinistryEntry? {
    var current = entries[entry]
    var last: MinistryEntry?
    while let name = current.successor, let place = places[name], last?.name != name {
      current = entries[place]
      last = current
    }
    return last
  }
}
