import DocumentModel

/// Provisions: what a list takes over, and what 同条, 前項 and a bare 第3項 count from.
extension LawResolver {
  mutating func emit(_ token: LawToken, as resolution: Resolution, at place: Place) {
    laws.note(resolution.law, block: place.number, section: place.section)
    named.insert(resolution.law)
    if case .identifier(_, let provision) = token.head {
      add(token.range, resolution, provision.map { path($0, under: nil) } ?? .init(), at: place)
      return
    }
    if token.provisions.isEmpty {
      add(token.range, resolution, .init(), at: place)
      return
    }
    var last: ProvisionPath?
    for (number, provision) in token.provisions.enumerated() {
      guard let path = resolvedPath(provision, law: resolution.law, after: last, at: place) else {
        continue
      }
      let range = number == 0 ? token.range : provision.range
      add(range, resolution, path, at: place)
      note(resolution.law, path, provision, at: place)
      last = path
    }
  }

  /// A list of provisions without a law's name: counted from the quotation or what was cited last.
  mutating func readBare(_ token: LawToken, at place: Place) {
    var law: LawReference?
    var last: ProvisionPath?
    for provision in token.provisions {
      let found: (law: LawReference, paths: [ProvisionPath])?
      if let law, let last, provision.base == .absolute {
        found = resolvedPath(provision, law: law, after: last, at: place).map { (law, [$0]) }
      } else {
        found = bare(provision, at: place)
      }
      guard let found else {
        noteUnresolved([provision], at: place)
        continue
      }
      let resolution = Resolution(
        law: found.law, basis: .antecedent, rule: "law.provision", words: found.law.title)
      for path in found.paths { add(provision.range, resolution, path, at: place) }
      law = found.law
      last = found.paths.last
      guard let last else { continue }
      // Items told off one by one go on from the 各号 that opened the list.
      var noted = provision
      if provision.base == .absolute, provision.top == .item { noted.namesAll = true }
      note(found.law, last, noted, at: place)
    }
  }

  private func bare(
    _ provision: ParsedProvision, at place: Place
  ) -> (law: LawReference, paths: [ProvisionPath])? {
    switch provision.base {
    case .same(let level):
      guard
        let base = citedInBlock(level, at: place)
          ?? cited.latest(
            before: place.number, in: place.sections,
            where: { $0.reaches(level) }), let above = base.path(downTo: level)
      else { return nil }
      return base.law.map { ($0, [path(provision, under: above)]) }
    case .own, .previous, .next:
      guard let quote else { return ownArticle(provision, at: place) }
      let paths = quote.paths(of: provision.base).map { path(provision, under: $0) }
      return paths.isEmpty ? nil : (quote.law, paths)
    case .absolute:
      return bareNumber(provision, at: place)
    }
  }

  /// The provision named last in the block, if it reaches down to a level.
  private func citedInBlock(
    _ level: ParsedProvision.Level, at place: Place
  ) -> CitedProvision? {
    cited.latest(inBlock: place.number) { $0.reaches(level) }
  }

  /// 第31条第1項, 第3項, 第2号 without a law's name.
  private func bareNumber(
    _ provision: ParsedProvision, at place: Place
  ) -> (law: LawReference, paths: [ProvisionPath])? {
    switch provision.top {
    case .article:
      let law =
        quote?.law ?? laws.latest(inBlock: place.number) { !$0.isForeign }
        ?? cited.latest(before: place.number, in: place.sections) { _ in true }?.law
        ?? laws.latest(before: place.number, in: place.sections) { !$0.isForeign }
      return law.map { ($0, [path(provision, under: nil)]) }
    case .paragraph:
      if let quote {
        return (quote.law, [path(provision, under: quote.articlePath)])
      }
      guard let base = citedInBlock(.article, at: place), let above = base.path(downTo: .article)
      else {
        return nil
      }
      return base.law.map { ($0, [path(provision, under: above)]) }
    case .item:
      // The items of a list may each stand under a heading of their own.
      let all = cited.latest(before: place.number) { $0.namesAll || $0.path.item != nil }
      guard let base = citedInBlock(.item, at: place) ?? (all?.namesAll == true ? all : nil) else {
        return nil
      }
      let above = base.path(downTo: .paragraph) ?? base.path(downTo: .article)
      guard let law = base.law else { return nil }
      return above.map { (law, [path(provision, under: $0)]) }
    case nil:
      guard provision.isDivision, place.block.text.at(provision.range.lowerBound) == 0x5225,
        let law = laws.latest(inBlock: place.number, where: { !$0.isForeign })
      else { return nil }
      return (law, [.init()])
    }
  }

  /// 本条 outside a quotation: the article that the section's heading names.
  private func ownArticle(
    _ provision: ParsedProvision, at place: Place
  ) -> (law: LawReference, paths: [ProvisionPath])? {
    guard case .own(let level) = provision.base, level == .article,
      let heading = articles[place.section],
      let above = heading.path(downTo: .article)
    else { return nil }
    return heading.law.map { ($0, [path(provision, under: above)]) }
  }

  /// A provision that follows another in a list takes over the levels it doesn't name.
  private func resolvedPath(
    _ provision: ParsedProvision, law: LawReference, after last: ProvisionPath?, at place: Place
  ) -> ProvisionPath? {
    switch provision.base {
    case .absolute:
      if provision.top == nil, let subitem = provision.subitem, var sibling = last {
        sibling.subitem = subitem
        return sibling
      }
      guard let top = provision.top, top != .article, let last else {
        return path(provision, under: nil)
      }
      var above = last
      above.subitem = nil
      above.item = nil
      if top == .paragraph { above.paragraph = nil }
      return path(provision, under: above)
    case .same(let level):
      var above = last ?? .init()
      above.subitem = nil
      if level < .item { above.item = nil }
      if level < .paragraph { above.paragraph = nil }
      return path(provision, under: above)
    case .own, .previous, .next:
      return bare(provision, at: place)?.paths.last
    }
  }

  private func path(_ provision: ParsedProvision, under above: ProvisionPath?) -> ProvisionPath {
    var path = above ?? .init()
    if let article = provision.article {
      path = .init(article: article)
      path.isSupplementary = provision.isSupplementary
    } else if provision.isDivision {
      path = .init(isSupplementary: provision.isSupplementary)
    }
    if let paragraph = provision.paragraph {
      path.paragraph = paragraph
      path.item = nil
    }
    if let item = provision.item { path.item = item }
    path.subitem = provision.subitem
    return path
  }
}
