import DocumentModel
import Registry

/// Resolves 同省, 同庁, 同委員会, 同大臣 to the unit named before.
///
/// The nearest sentence that names a unit of that form decides, the pronoun's own before it first.
/// Two units in it leave the pronoun without a link, since only a reader could tell.
struct MinistryPronouns: Sendable {
  /// A unit that the text named, with the words that named it.
  struct Named: Sendable {
    var range: Range<Int>
    var entry: Int
    /// Whether a minister or chief by title was named (経済産業大臣).
    var isHead: Bool
  }

  /// What a pronoun came to.
  enum Outcome: Sendable {
    case unit(Int)
    /// Several units could be meant.
    case ambiguous([Int])
    case none
  }

  /// A pronoun found in a text.
  struct Pronoun: Sendable {
    var range: Range<Int>
    /// What the name of the unit meant ends with: 省, 庁, 大臣.
    var ending: String
  }

  let names: MinistryNames
  /// The units of the blocks read so far that later ones may point back to.
  private var earlier = Antecedent<[Named]>()

  private static let words = WordSet("同省 同庁 同府 同局 同室 同委員会 同委 同大臣 同相 同長官 同副大臣")
  private static let heads: Set<String> = ["大臣", "相", "長官", "副大臣"]
  /// What makes another word of it: 同省令, 同庁舎, 同省庁, 同相談.
  private static let followers = ScalarSet("令庁舎面地談員互違当応")

  init(names: MinistryNames) {
    self.names = names
  }

  /// What pronouns start with.
  static var openings: [[UInt32]] { words.openings }

  /// Returns the pronouns of a block.
  func pronouns(in block: BlockText) -> [Pronoun] {
    let text = block.text
    var found: [Pronoun] = []
    var next = block.next(.ministryPronoun, from: 0)
    while next < text.count {
      let index = next
      next = block.next(.ministryPronoun, from: index + 1)
      guard let end = text.end(ofAny: Self.words, at: index),
        !ScalarClass.isKanji(text.at(index - 1)), !Self.followers.contains(text.at(end)),
        !ScalarClass.isKatakana(text.at(end))  // 同省エネ
      else { continue }
      found.append(Pronoun(range: index..<end, ending: text.string(index + 1..<end)))
    }
    return found
  }

  /// How many units before a pronoun it may mean: a list without end is not gone through for each.
  private static let reach = 100

  /// Returns the unit that a pronoun means, given the units that its own block names, ascending.
  func resolve(
    _ pronoun: Pronoun, in text: ScalarText, named: [Named], block: Int, section: SectionID
  ) -> Outcome {
    let end = named.partitioningIndex { $0.range.upperBound > pronoun.range.lowerBound }
    let own = nearest(named[..<end].suffix(Self.reach), pronoun.ending, in: text)
    if case .none = own {
      guard
        let found = earlier.latest(
          before: block, in: [section],
          where: { $0.contains { unit(of: $0, endingWith: pronoun.ending) != nil } })
      else { return .none }
      return distinct(found.compactMap { unit(of: $0, endingWith: pronoun.ending) })
    }
    return own
  }

  /// Remembers what the last sentences of a block name.
  mutating func note(_ named: [Named], in text: ScalarText, block: Int, section: SectionID) {
    guard let last = named.last else { return }
    let start = sentenceStart(of: last.range.lowerBound, in: text, from: 0)
    earlier.note(
      named.filter { $0.range.lowerBound >= start }, block: block, section: section)
  }

  /// Decides by the nearest sentence that names a unit of the form.
  private func nearest(
    _ named: ArraySlice<Named>, _ ending: String, in text: ScalarText
  ) -> Outcome {
    guard let last = named.last(where: { unit(of: $0, endingWith: ending) != nil }),
      let first = named.first
    else { return .none }
    let start = sentenceStart(of: last.range.lowerBound, in: text, from: first.range.lowerBound)
    return distinct(
      named.filter { $0.range.lowerBound >= start }
        .compactMap { unit(of: $0, endingWith: ending) })
  }

  private func distinct(_ units: [Int]) -> Outcome {
    let units = Set(units).sorted()
    guard let first = units.first else { return .none }
    return units.count == 1 ? .unit(first) : .ambiguous(units)
  }

  /// The named unit, or the one above it whose name ends so (同省 after 経済産業省製造産業局).
  private func unit(of named: Named, endingWith ending: String) -> Int? {
    if Self.heads.contains(ending) { return named.isHead ? named.entry : nil }
    let ending = ending == "委" ? "委員会" : ending
    var entry: Int? = named.entry
    while let current = entry {
      if names.entries[current].name.hasSuffix(ending) { return current }
      entry = names.parent(of: current)
    }
    return nil
  }

  private func sentenceStart(of index: Int, in text: ScalarText, from first: Int) -> Int {
    var start = index
    while start > first, text.at(start - 1) != 0x3002 { start -= 1 }
    return start
  }
}
