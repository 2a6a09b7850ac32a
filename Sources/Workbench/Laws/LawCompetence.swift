package import DocumentModel
import PassageIndex
package import Registry

/// A ministry that answers for a law, with the words of its establishment Act where they name it.
package struct Competence: Sendable, Equatable {
  package var ministry: String
  /// The item of its 所掌事務 that names the law; nil where no held text does.
  package var evidence: LinkedProvision?
}

/// Tells which ministries answer for a law: the registry says who, the establishment Act (設置法) where.
package struct LawCompetence: Sendable {
  private let library: LawLibrary
  private let titles: LawTitles

  package init(_ library: LawLibrary, registry: Registry) throws {
    self.library = library
    titles = LawTitles(registry, held: try library.heldTitles())
  }

  /// Returns the ministries of a registry row, each with every item of 所掌事務 that names the law.
  package func run(_ law: LawEntry, on day: CalendarDay) throws -> [Competence] {
    try law.ministries.flatMap { ministry -> [Competence] in
      let items = try evidence(of: law, in: ministry + "設置法", on: day)
      return items.isEmpty
        ? [Competence(ministry: ministry)]
        : items.map { Competence(ministry: ministry, evidence: $0) }
    }
  }

  private func evidence(
    of law: LawEntry, in title: String, on day: CalendarDay
  ) throws -> [LinkedProvision] {
    guard let act = titles.law(titled: title), act != law.lawID,
      let revision = try library.revisionNearest(of: act, to: day)
    else { return [] }
    return try library.nodes(naming: titles.titles(of: law.lawID), in: revision).compactMap {
      guard $0.articleCaption.contains("所掌事務"), $0.node.address.hasPrefix("Mp-"),
        names(law.lawID, in: $0.node.text)
      else { return nil }
      return LinkedProvision(
        lawID: act, title: title, revision: revision,
        provision: ProvisionPath(address: $0.node.address), own: ProvisionPath(),
        words: $0.node.text)
    }
  }

  /// Whether the law's own title stands in a text, not the end of a longer one (日本銀行法 for 銀行法).
  private func names(_ law: LawID, in text: String) -> Bool {
    titles.titles(of: law).contains { title in
      text.ranges(of: title).contains { range in
        titles.law(named: String(text[..<range.upperBound]), number: "") == law
      }
    }
  }
}
