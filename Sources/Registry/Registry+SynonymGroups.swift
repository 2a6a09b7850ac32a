extension Registry {
  /// Names that mean the same thing, one group for each entry, for query expansion.
  ///
  /// Bracket-only and ambiguous aliases, names of one character, templates of document series and
  /// names that stand in two groups are left out. Groups keep the order of the tables; the
  /// canonical name comes first.
  package var synonymGroups: [[String]] {
    let entries =
      laws.map { ($0.title, $0.aliases) } + foreignLaws.map { ($0.name, $0.aliases) }
      + ministries.map { ($0.name, $0.aliases) } + organizations.map { ($0.name, $0.aliases) }
      + documents.map { ($0.title, $0.aliases) } + measures.map { ($0.name, $0.aliases) }
    let groups = entries.map { name, aliases in
      let equal = aliases.filter { $0.kind == .official || $0.kind == .staff }.map(\.name)
      return ([name] + equal).filter { $0.unicodeScalars.count > 1 && !$0.contains("{") }
    }
    var uses: [String: Int] = [:]
    for group in groups { for name in Set(group) { uses[name, default: 0] += 1 } }
    return groups.map { group in group.filter { uses[$0] == 1 } }.filter { $0.count > 1 }
  }
}
