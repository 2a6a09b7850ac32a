package import Citations
package import DocumentModel

/// How a paper of excerpts is set out.
package enum ExcerptLayout: String, Sendable, CaseIterable {
  /// In the order given, each under its section's title.
  case sections
  case pillar, ministry, law, date
}

/// Puts excerpts under headings: by pillar, ministry, provision or year.
package struct ArrangeExcerpts: Sendable {
  private let laws: LawNames
  private let calendar: JapaneseCalendar
  private let names: Names

  /// The words of headings, in one language.
  package struct Names: Sendable {
    package var pillar: @Sendable (Pillar) -> String
    /// Heads what belongs nowhere.
    package var other: String

    package init(pillar: @escaping @Sendable (Pillar) -> String, other: String) {
      self.pillar = pillar
      self.other = other
    }
  }

  /// Makes the stage; the names of laws are in the form of the style.
  package init(display: DisplayNames, style: CitationStyle, names: Names) {
    laws = display.laws
    var calendar = display.calendar
    calendar.years = style.years
    self.calendar = calendar
    self.names = names
  }

  /// Returns the entries of excerpts, each with the provisions of its own words.
  ///
  /// A law is given in full at its first mention in the paper and short afterwards.
  package func entries(
    _ cited: [CitedExcerpt], remarks: [PassageID: String] = [:], edits: QuotationEdits = .init()
  ) -> [ExcerptEntry] {
    var mentioned: Set<LawID> = []
    return cited.map { one in
      let record = one.excerpt.record
      let provisions = record.relations.laws.compactMap { relation -> LawTarget? in
        guard relation.origin == .passage || relation.origin == .heading,
          case .law(let law) = relation.target
        else { return nil }
        return law
      }
      let names = Self.inOrder(provisions).map { law in
        guard let id = law.lawID, mentioned.insert(id).inserted else { return laws.short(law) }
        return laws.first(law)
      }
      return ExcerptEntry(one, laws: names, remark: remarks[record.passage.id], edits: edits)
    }
  }

  /// The laws in the order given, the provisions of each in the order of the law.
  private static func inOrder(_ laws: [LawTarget]) -> [LawTarget] {
    var order: [LawTarget] = []
    for law in laws where !order.contains(where: { $0.lawID == law.lawID && $0.title == law.title })
    {
      order.append(law)
    }
    func numbers(_ law: LawTarget) -> [Int] {
      let path = law.provision
      return [path.isSupplementary ? 1 : 0]
        + [path.article, path.paragraph, path.item].flatMap { number in
          let parts = (number ?? "0").split(separator: "_").map { Int($0) ?? 0 }
          return [parts.first ?? 0, parts.count > 1 ? parts[1] : 0]
        }
    }
    return order.flatMap { first in
      laws.filter { $0.lawID == first.lawID && $0.title == first.title }.sorted {
        numbers($0).lexicographicallyPrecedes(numbers($1))
      }
    }
  }

  /// Returns the entries under the headings of a layout, in the order in which headings first come;
  /// pillars and years in their own order.
  package func groups(_ entries: [ExcerptEntry], by layout: ExcerptLayout) -> [ExcerptGroup] {
    guard layout != .sections else { return [ExcerptGroup(entries: entries)] }
    var (order, found) = ([String](), [String: [ExcerptEntry]]())
    for entry in entries {
      let key = self.key(entry.cited.excerpt.record, layout)
      if found[key] == nil { order.append(key) }
      found[key, default: []].append(entry)
    }
    switch layout {
    case .date: order.sort()
    case .pillar:
      let rank = Pillar.allCases.map(\.rawValue)
      order.sort { (rank.firstIndex(of: $0) ?? 9) < (rank.firstIndex(of: $1) ?? 9) }
    default: break
    }
    // What belongs nowhere comes last.
    order = order.filter { !$0.isEmpty } + order.filter(\.isEmpty)
    return order.map { key in
      ExcerptGroup(heading: heading(key, layout), entries: found[key] ?? [])
    }
  }

  private func key(_ record: PassageRecord, _ layout: ExcerptLayout) -> String {
    switch layout {
    case .sections: return ""
    case .pillar: return record.pillars.pillars.first?.rawValue ?? ""
    case .ministry:
      for relation in record.relations.ministries {
        switch relation.target {
        case .ministry(let unit), .org(let unit): return unit.value
        default: continue
        }
      }
      return ""
    case .law:
      for case .law(let law) in record.relations.laws.map(\.target) {
        var article = law
        article.provision = ProvisionPath(
          article: law.provision.article, isSupplementary: law.provision.isSupplementary)
        return laws.short(article)
      }
      return ""
    case .date:
      for case .date(let date) in record.relations.dates.map(\.target) {
        if let first = date.value.interval?.first { return "\(first.year)" }
      }
      let day = record.document.metadata.date.flatMap { EDTF($0.value).interval?.first }
      return day.map { "\($0.year)" } ?? ""
    }
  }

  private func heading(_ key: String, _ layout: ExcerptLayout) -> String {
    if key.isEmpty { return names.other }
    switch layout {
    case .pillar: return Pillar(rawValue: key).map(names.pillar) ?? key
    case .date: return calendar.text(EDTF(key))
    default: return key
    }
  }
}
