import DocumentModel
import TextNormalization

/// Adds to a term the other names and spellings of what it says.
///
/// All sites of a term are varied together, so that each spelling of it is searched in the same forms:
/// 雛型の取組み asks for ひな形の取り組み as ひな形の取り組み asks for 雛型の取組み.
struct QueryExpansion: Sendable {
  /// The most forms a term is searched in, so that a query stays quick.
  private static let limit = 24

  private let finder: SpellingSiteFinder
  private let folding: SearchFolding

  init(vocabulary: QueryVocabulary, folding: SearchFolding) {
    finder = SpellingSiteFinder(vocabulary: vocabulary, folding: folding)
    self.folding = folding
  }

  /// Returns whether a text is one of the names of the field.
  func isName(_ text: String) -> Bool { finder.isName(text) }

  /// Returns the stretches of a text that are written in other ways too.
  func sites(of text: String) -> [SpellingSite] { finder.sites(of: text) }

  /// One way to write the term up to a site: the place of the form there, and what was chosen before.
  private struct Choice {
    var place = 0
    /// The choice at the site before, in the order in which all were made.
    var previous: Int?
    /// The place of the first number, which all others follow.
    var number: Int?
    var cost = 0
  }

  /// Returns the other forms of a term, nearest first.
  func alternatives(of text: String) -> [QueryAlternative] {
    let sites = finder.sites(of: text)
    let utf8 = Array(text.utf8)
    let typed = sites.map { site in
      let key = folding.fold(Array(utf8[site.range])).scalars
      return site.forms.firstIndex { folding.fold($0.text).scalars == key }
    }
    var found: [(alternative: QueryAlternative, changes: Int)] = []
    var seen: Set<[UInt32]> = [folding.fold(text).scalars]
    for choice in Self.choices(of: sites) {
      let form = written(choice, text, sites, typed)
      guard seen.insert(folding.fold(form.alternative.text).scalars).inserted else { continue }
      found.append(form)
    }
    // Equal ones stay in the order of the forms.
    return found.enumerated().sorted {
      ($0.element.changes, $0.offset) < ($1.element.changes, $1.offset)
    }.map(\.element.alternative)
  }

  /// Returns the likeliest choices of forms, which don't depend on the form that was typed.
  ///
  /// Numbers share one dimension: a text has them in one script.
  private static func choices(of sites: [SpellingSite]) -> [[Int]] {
    var made: [Choice] = []
    // The choices that go on, by their numbers in `made`.
    var open: [Int?] = [nil]
    let numbers = sites.filter { $0.kind == .number }.map(\.forms.count).max() ?? 0
    for site in sites {
      let first = made.count
      for previous in open {
        let earlier = previous.map { made[$0] } ?? Choice()
        let isNumber = site.kind == .number
        let places: Range<Int>
        if isNumber, let number = earlier.number {
          places = number..<(number + 1)
        } else {
          places = 0..<(isNumber ? numbers : site.forms.count)
        }
        for place in places {
          var choice = Choice(
            place: place, previous: previous, number: earlier.number, cost: earlier.cost)
          if !isNumber || earlier.number == nil {
            let isGuess = place < site.forms.count && site.forms[place].kind == .guess
            choice.cost += place + (isGuess ? 100 : 0)
          }
          if isNumber { choice.number = place }
          made.append(choice)
        }
      }
      open = Array(first..<made.count)
      if open.count > limit {
        open = (first..<made.count).sorted { (made[$0].cost, $0) < (made[$1].cost, $1) }
          .prefix(limit).map { $0 }
      }
    }
    return open.map { last in
      var places: [Int] = []
      var choice = last
      while let number = choice {
        places.append(made[number].place)
        choice = made[number].previous
      }
      return places.reversed()
    }
  }

  /// Writes the text in a choice of forms, with how many sites differ from what was typed.
  private func written(
    _ choice: [Int], _ text: String, _ sites: [SpellingSite], _ typed: [Int?]
  ) -> (alternative: QueryAlternative, changes: Int) {
    let utf8 = Array(text.utf8)
    var out: [UInt8] = []
    var done = 0
    var changes = 0
    var kinds: Set<QueryAlternative.Kind> = []
    for (i, site) in sites.enumerated() {
      // A number below a thousand has no form with a comma.
      let place = choice[i] < site.forms.count ? choice[i] : 0
      guard place != typed[i] else { continue }
      out += utf8[done..<site.range.lowerBound]
      out += Array(site.forms[place].text.utf8)
      done = site.range.upperBound
      changes += 1
      kinds.insert(site.forms[place].kind)
    }
    let kind: QueryAlternative.Kind =
      kinds.contains(.guess) ? .guess : kinds.contains(.synonym) ? .synonym : .spelling
    let form = String(decoding: out + utf8[done...], as: UTF8.self)
    return (QueryAlternative(form, kind: kind), changes)
  }
}
