package import DocumentModel
package import Registry

/// The laws the registry knows.
package struct LawRegister: Sendable {
  private let registry: Registry

  package init(_ registry: Registry) { self.registry = registry }

  /// All laws, by LawId.
  package var laws: [LawEntry] { registry.laws }

  /// Finds a law by title, alias, number or id, with `:ARTICLE` for a provision.
  ///
  /// - Throws: `WorkbenchError` where the name is unknown or stands for several laws.
  package func find(_ name: String) throws -> (law: LawEntry, provision: ProvisionPath) {
    let parts = name.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    let wanted = String(parts[0])
    let article = parts.count > 1 ? Self.articleNumber(String(parts[1])) : nil
    if parts.count > 1, article == nil {
      throw WorkbenchError(.badUse, "filter.bad-article", ["value": String(parts[1])])
    }
    let found = registry.laws.filter { law in
      law.lawID.rawValue == wanted || law.title == wanted || law.lawNumber == wanted
        || law.aliases.contains { $0.name == wanted && $0.kind != .bracket }
    }
    guard let law = found.first else {
      throw WorkbenchError(.nothing, "filter.unknown-law", ["value": wanted])
    }
    guard found.count == 1 else {
      let candidates = found.map { "\($0.title)（\($0.lawID.rawValue)）" }
      throw WorkbenchError(
        .nothing, "filter.ambiguous-law",
        ["value": wanted, "candidates": candidates.joined(separator: "、")])
    }
    return (law, ProvisionPath(article: article))
  }

  /// Reads `7`, `24_2`, `24の2` or `第24条の2` as e-Gov's article number.
  static func articleNumber(_ text: String) -> String? {
    var number = ""
    for character in text where character != "第" && character != "条" {
      if let digit = character.wholeNumberValue {
        number.append("\(digit)")
      } else if character == "の" || character == "_" || character == "-" {
        number.append("_")
      } else {
        return nil
      }
    }
    let isWhole = number.split(separator: "_", omittingEmptySubsequences: false)
      .allSatisfy { !$0.isEmpty }
    return isWhole ? number : nil
  }
}
