package import DocumentModel
package import Registry

/// Tells for every passage what it relates to: its own mentions, then what it inherits.
///
/// Laws, ministries and dates are inherited apart from each other, from the nearest place that names
/// one: the lead-in that a list item completes, the passage's heading, the headings above, the
/// document. Whatever names one of a kind stops what stands above it. Each relation tells where it
/// came from, so that an inherited one is never taken for a citation.
package struct RelationFinder: Sendable {
  private let names: MinistryNames
  private let ranges = ProvisionRanges()
  /// The ministries that administer a law, where the registry proves it.
  private let administrators: [LawID: [LinkTarget]]
  /// Those that an article itself names, `504AC0000000043#9`; none where it says 主務大臣.
  private let competent: [String: [LinkTarget]]

  /// Compiles who administers which law.
  package init(registry: Registry) {
    names = MinistryNames(registry)
    var places: [String: Int] = [:]
    for (place, entry) in registry.ministries.enumerated() { places[entry.name] = place }
    var administrators: [LawID: [LinkTarget]] = [:]
    for law in registry.laws where !law.ministries.isEmpty {
      administrators[law.lawID] = law.ministries.compactMap { places[$0] }.map(names.target)
    }
    self.administrators = administrators
    var competent: [String: [LinkTarget]] = [:]
    for concept in registry.concepts {
      guard let ministries = concept.ministries else { continue }
      competent[concept.provision] = ministries.compactMap { places[$0] }.map(names.target)
    }
    self.competent = competent
  }

  /// Returns laws, ministries and dates of every passage, best first, each with its origin; a passage
  /// that relates to nothing is left out.
  ///
  /// `links` are those of the document in reading order.
  package func relations(
    in document: StructuredDocument, links: [Link]
  ) -> [PassageID: PassageRelations] {
    let tree = HeadingLinks(document: document, links: links)
    let inherited = documentRelations(of: document)
    var relations: [PassageID: PassageRelations] = [:]
    for passage in document.passages {
      let own = tree.links(in: passage.span)
      let sources = tree.sources(above: passage)
      var found = PassageRelations()
      for kind in [LinkKind.law, .ministry, .date] {
        var list = RelationList()
        list.add(own.filter { $0.kind == kind && $0.basis != .concept }, from: .passage)
        if kind == .law, list.relations.count > 1 { list.add(ranges.between(own, in: document)) }
        for source in sources where list.isEmpty {
          let named = source.links.filter { $0.kind == kind && $0.basis != .concept }
          // A heading that lists so many says nothing of each passage below it, nor does one above.
          if named.count > Self.mostInherited { break }
          list.add(named, from: source.origin)
        }
        if kind == .law {
          list.add(own.filter { $0.basis == .concept }, from: .concept)
          for source in sources
          where list.isEmpty && source.origin != .document && !isOfAnotherState(passage) {
            let carried = source.links.filter { $0.basis == .concept }
            if carried.count > Self.mostInherited { break }
            list.add(carried, from: .concept)
          }
        }
        if kind == .ministry, list.isEmpty { list.add(administering(found.laws)) }
        if list.isEmpty { list.add(inherited.filter { $0.target.kind == kind }) }
        switch kind {
        case .law: found.laws = list.relations
        case .ministry: found.ministries = list.relations
        default: found.dates = list.relations
        }
      }
      if found != PassageRelations() { relations[passage.id] = found }
    }
    return relations
  }

  /// The most links of a kind in a heading or lead-in that go over to what stands below.
  private static let mostInherited = 50

  /// Whether a passage is another state's row in a table of states, so that a Japanese term over the
  /// table doesn't lend it a provision.
  private func isOfAnotherState(_ passage: Passage) -> Bool {
    guard passage.kind == .table,
      let header = passage.context.first(where: { $0.kind == .header })?.text
    else { return false }
    let column = header.prefix { $0 != "|" }.filter { !$0.isWhitespace }
    let row = passage.text.prefix { $0 != "|" }.filter { !$0.isWhitespace }
    return Self.stateColumns.contains(column) && !Self.own.contains(row)
  }

  private static let stateColumns: Set<String> = ["国", "国名", "国・地域", "国・地域名", "国地域"]
  private static let own: Set<String> = ["日本", "我が国", "日本国"]

  /// Returns who administers the laws that a passage itself cites or whose terms it uses.
  private func administering(_ laws: [Relation]) -> [Relation] {
    laws.filter { $0.origin == .passage || $0.origin == .concept }.flatMap { law -> [Relation] in
      guard case .law(let target) = law.target, let id = target.lawID else { return [] }
      let article = target.provision.article.flatMap { competent["\(id.rawValue)#\($0)"] }
      return (article ?? administrators[id] ?? []).map { ministry in
        Relation(
          target: ministry, origin: .concept, basis: .concept,
          evidence: "\(law.evidence)（\(target.title ?? id.rawValue)の所管）")
      }
    }
  }

  /// Returns the document's own date and issuer.
  private func documentRelations(of document: StructuredDocument) -> [Relation] {
    var relations: [Relation] = []
    if let date = document.metadata.date, EDTF(date.value).interval != nil {
      relations.append(
        Relation(
          target: .date(DateTarget(value: EDTF(date.value))), origin: .document,
          basis: .document, evidence: date.value))
    }
    if let issuer = document.metadata.issuer {
      let text = ScalarText(issuer.value)
      for match in names.matches(in: text) {
        guard let place = match.names.first else { continue }
        relations.append(
          Relation(
            target: names.target(names.names[place].entry), origin: .document, basis: .document,
            evidence: issuer.value))
      }
    }
    return relations
  }
}

/// Relations of one kind without repetition, the surer first within one origin.
private struct RelationList {
  private(set) var relations: [Relation] = []
  private var seen: Set<LinkTarget> = []

  var isEmpty: Bool { relations.isEmpty }

  /// Adds what links point at.
  mutating func add(_ links: [Link], from origin: RelationOrigin) {
    let ordered =
      links.filter { $0.basis == .explicit || $0.basis == .declared }
      + links.filter { $0.basis != .explicit && $0.basis != .declared }
    add(
      ordered.map {
        Relation(target: $0.target, origin: origin, basis: $0.basis, evidence: $0.surface)
      })
  }

  mutating func add(_ more: [Relation]) {
    for relation in more where seen.insert(key(relation.target)).inserted {
      relations.append(relation)
    }
  }

  /// What makes two relations the same: for a date its value alone.
  private func key(_ target: LinkTarget) -> LinkTarget {
    guard case .date(let date) = target else { return target }
    return .date(DateTarget(value: date.value))
  }
}
