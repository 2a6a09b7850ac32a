package import DocumentModel
import PassageIndex
package import Registry

/// A law as it is asked for on the command line.
package struct FoundLaw: Sendable {
  package var lawID: LawID
  package var title: String
  package var lawNumber: String
  /// The registry's row, or nil for a law known only by its imported text.
  package var entry: LawEntry?
  package var provision: ProvisionPath
  /// A part outside the articles of the main provision (附則, 別表), where one was asked for.
  package var place: LawPlace?
  /// That part as it was asked for.
  package var placeWords = ""
}

/// Finds the law that a reader names: in the registry, else among the imported texts.
package struct FindLaw: Sendable {
  private let register: LawRegister
  private let base: KnowledgeBase?

  /// Makes a finder; without an index only the registry is asked.
  package init(registry: Registry, base: KnowledgeBase?) {
    register = LawRegister(registry)
    self.base = base
  }

  /// Finds a law by title, alias, number or LawId, with `:ARTICLE` for an article, 附則 or 別表.
  ///
  /// - Throws: `WorkbenchError` where the name is unknown or stands for several laws.
  package func find(_ name: String) throws -> FoundLaw {
    let parts = name.split(separator: ":", maxSplits: 1).map(String.init)
    guard parts.count > 1, let place = LawPlace(parts[1]) else { return try findArticle(name) }
    var found = try findArticle(parts[0])
    found.place = place
    found.placeWords = parts[1]
    return found
  }

  private func findArticle(_ name: String) throws -> FoundLaw {
    do {
      let found = try register.find(name)
      return FoundLaw(
        lawID: found.law.lawID, title: found.law.title, lawNumber: found.law.lawNumber,
        entry: found.law, provision: found.provision)
    } catch let error as WorkbenchError where error.diagnostic.identifier == "filter.unknown-law" {
      guard let held = try held(name) else { throw error }
      return held
    }
  }

  private func held(_ name: String) throws -> FoundLaw? {
    guard let base else { return nil }
    let parts = name.split(separator: ":", maxSplits: 1).map(String.init)
    guard let wanted = parts.first else { return nil }
    let revisions = try base.ask { reader throws(IndexError) in try reader.lawRevisions() }
    guard
      let law = revisions.last(where: { revision in
        revision.id.lawID.rawValue == wanted || revision.title == wanted
          || revision.lawNumber == wanted || revision.abbreviations.contains(wanted)
      })
    else { return nil }
    let article = parts.count > 1 ? LawRegister.articleNumber(parts[1]) : nil
    if parts.count > 1, article == nil {
      throw WorkbenchError(.badUse, "filter.bad-article", ["value": parts[1]])
    }
    return FoundLaw(
      lawID: law.id.lawID, title: law.title, lawNumber: law.lawNumber, entry: nil,
      provision: ProvisionPath(article: article))
  }
}
