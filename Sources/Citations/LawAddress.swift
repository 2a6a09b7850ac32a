package import DocumentModel

/// The address of a law or a provision on e-Gov's law search.
///
/// The form of the anchors is the one e-Gov's own links use: `#Mp-At_24_2-Pr_1-It_3`, and
/// `#{LawId}-Sp-At_1` in the original supplementary provisions. Sub-items (イ, ロ) have no anchor, so
/// their item is pointed at.
package enum LawAddress {
  /// Returns the address of the text in force today, or nil where the law isn't identified.
  package static func current(_ law: LawTarget) -> String? {
    guard let id = law.lawID?.rawValue, !law.isForeign else { return nil }
    return "https://laws.e-gov.go.jp/law/\(id)\(anchor(law.provision, lawID: id))"
  }

  /// Returns the address of a stored revision, or nil where its day isn't known.
  package static func dated(
    _ revision: LawRevisionID, _ provision: ProvisionPath = .init()
  ) -> String? {
    guard revision.inForceFrom != nil else { return nil }
    let id = revision.lawID.rawValue
    let version = revision.rawValue.dropFirst(id.count + 1)
    return "https://laws.e-gov.go.jp/law/\(id)/\(version)\(anchor(provision, lawID: id))"
  }

  /// Returns the address of a node of a law, in the text of today or in a stored revision.
  ///
  /// `node` is its address in the revision (`Mp-At_2-Pr_1`, `Sp2-At_1`, `Mpat_1`). A set of
  /// supplementary provisions after the first is named on e-Gov by the law that added it: where
  /// `amendingLaw` isn't known, the law's page is given without a place.
  package static func page(
    of law: LawID, revision: LawRevisionID? = nil, node: String, amendingLaw: LawID? = nil
  ) -> String? {
    var url = "https://laws.e-gov.go.jp/law/\(law.rawValue)"
    if let revision {
      guard revision.inForceFrom != nil else { return nil }
      url += "/" + revision.rawValue.dropFirst(law.rawValue.count + 1)
    }
    var parts = node.split(separator: "-").map(String.init)
    guard let first = parts.first else { return url }
    // Sub-items, list lines and table rows have no anchor.
    parts = parts.filter { part in
      !["Si", "Li", "Tr"].contains { part.hasPrefix($0) }
    }
    if first.hasPrefix("Sp") {
      guard let adder = first == "Sp1" ? law : amendingLaw else { return url }
      parts[0] = adder.rawValue + "-Sp"
    }
    return url + "#" + parts.joined(separator: "-")
  }

  private static func anchor(_ provision: ProvisionPath, lawID: String) -> String {
    guard let article = provision.article else {
      return provision.isSupplementary ? "#\(lawID)-Sp" : ""
    }
    var anchor = provision.isSupplementary ? "#\(lawID)-Sp-At_\(article)" : "#Mp-At_\(article)"
    if let paragraph = provision.paragraph { anchor += "-Pr_\(paragraph)" }
    if let item = provision.item {
      // e-Gov numbers the only paragraph of an article 1, though the citation leaves it out.
      if provision.paragraph == nil { anchor += "-Pr_1" }
      anchor += "-It_\(item)"
    }
    return anchor
  }
}
