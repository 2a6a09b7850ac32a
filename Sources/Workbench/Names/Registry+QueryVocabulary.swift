package import QueryGrammar
package import Registry

extension Registry {
  /// The names that a query may use, as the query parser wants them.
  package var vocabulary: QueryVocabulary {
    let isName = { (alias: AliasEntry) in alias.kind == .official || alias.kind == .staff }
    let laws = laws.flatMap { law in
      ([law.title, law.lawNumber] + law.aliases.filter(isName).map(\.name)).map {
        (name: $0, lawID: law.lawID)
      }
    }
    let ministries = ministries.flatMap { body in
      ([body.name] + body.aliases.filter(isName).map(\.name) + body.heads).map {
        (name: $0, value: body.name)
      }
    }
    let others = organizations.flatMap { body in
      ([body.name] + body.aliases.filter(isName).map(\.name)).map {
        (name: $0, value: body.name)
      }
    }
    let (names, spellings) = namesAndSpellings
    return QueryVocabulary(
      synonymGroups: names, spellings: spellings, laws: laws, organizations: ministries + others)
  }

  /// The groups of names and of spellings; a word that is a name too is in its names' group with all
  /// its spellings, so that each of them leads to all names.
  private var namesAndSpellings: (names: [[String]], spellings: [[String]]) {
    var names = synonymGroups
    let places = Dictionary(
      names.enumerated().flatMap { place, group in group.map { ($0, place) } },
      uniquingKeysWith: { first, _ in first })
    var rest: [[String]] = []
    for forms in spellings.map(\.forms) {
      guard let place = forms.compactMap({ places[$0] }).first else {
        rest.append(forms)
        continue
      }
      names[place] += forms.filter { !names[place].contains($0) }
    }
    return (names, rest)
  }
}
