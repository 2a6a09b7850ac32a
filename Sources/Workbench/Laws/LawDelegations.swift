import Citations
package import DocumentModel
import Linking
import PassageIndex
package import Registry

/// A provision of another law that a provision leaves something to, or that leaves something to it.
package struct LinkedProvision: Sendable, Equatable {
  package var lawID: LawID?
  package var title: String
  /// The revision of the other law that was looked into; nil where none is held.
  package var revision: LawRevisionID?
  /// Where in the other law.
  package var provision: ProvisionPath
  /// Where in the law that is asked about.
  package var own: ProvisionPath
  /// The order's words that say so: 法第五十条第一項の政令で定める事業.
  package var words: String
}

/// Finds what an Act leaves to orders and regulations (委任), both ways, by what these say themselves.
package struct LawDelegations: Sendable {
  private let library: LawLibrary
  private let titles: LawTitles

  package init(_ library: LawLibrary, registry: Registry) throws {
    self.library = library
    titles = LawTitles(registry, held: try library.heldTitles())
  }

  /// Returns the provisions of orders that fill in an article, or any article, of a law.
  ///
  /// Of each order the revision in force on the day counts, else the first one held after it. The
  /// Act's text must leave something to an order there; `text` is that of its article.
  package func downward(
    from law: LawID, article: String? = nil, text: String? = nil, on day: CalendarDay
  ) throws -> [LinkedProvision] {
    let found = try library.delegations(
      from: titles.titles(of: law), number: titles.number(of: law), article: article
    ).filter { row in
      row.revision.lawID != law
        && titles.law(named: row.delegation.lawName, number: row.delegation.lawNumber) == law
        && (text.map { Self.leaves($0, to: row.delegation.instrument) } ?? true)
    }
    let orders = Dictionary(grouping: found, by: \.revision.lawID)
    var linked: [LinkedProvision] = []
    for (order, rows) in orders.sorted(by: { $0.key < $1.key }) {
      let chosen = try library.revisionNearest(of: order, to: day)
      var seen: Set<[String]> = []
      for row in rows where row.revision == chosen {
        let place = ProvisionPath(address: row.address)
        // One provision may say so twice, in a bracket and in its sentence.
        let key = [row.address, "\(row.delegation.provision)"]
        guard seen.insert(key).inserted else { continue }
        linked.append(
          LinkedProvision(
            lawID: order, title: titles.titles(of: order).first ?? row.title,
            revision: row.revision, provision: place, own: row.delegation.provision,
            words: row.delegation.words))
      }
    }
    return linked
  }

  /// Returns the provisions that an article of an order, or the whole order, fills in.
  package func upward(
    from revision: LawRevisionID, article: String? = nil
  ) throws -> [LinkedProvision] {
    var seen: Set<[String]> = []
    return try library.delegations(in: revision).compactMap { row in
      let place = ProvisionPath(address: row.address)
      guard article == nil || place.article == article else { return nil }
      let delegation = row.delegation
      let law = titles.law(named: delegation.lawName, number: delegation.lawNumber)
      guard seen.insert([row.address, "\(delegation.provision)", law?.rawValue ?? ""]).inserted
      else { return nil }
      return LinkedProvision(
        lawID: law, title: law.flatMap { titles.titles(of: $0).first } ?? delegation.lawName,
        revision: nil, provision: delegation.provision, own: place, words: delegation.words)
    }
  }

  /// Whether an article's text leaves something to an order of the kind that an order says it is.
  private static func leaves(_ text: String, to instrument: String) -> Bool {
    if instrument.isEmpty { return ["政令で", "令で", "規則で"].contains { text.contains($0) } }
    return text.contains(instrument)
  }
}
