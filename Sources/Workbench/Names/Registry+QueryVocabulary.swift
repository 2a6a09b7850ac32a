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
    return QueryVocabulary(
      synonymGroups: synonymGroups, spellings: spellings.map(\.forms), laws: laws,
      organizations: ministries + others)
  }
}
