package import DocumentModel

/// An excerpt with the lines that cite it.
package struct CitedExcerpt: Sendable {
  package var excerpt: Excerpt
  package var citation: String
  package var licence: String?

  package init(excerpt: Excerpt, citation: String, licence: String?) {
    self.excerpt = excerpt
    self.citation = citation
    self.licence = licence
  }
}

/// An excerpt as it goes into a paper.
package struct ExcerptEntry: Sendable {
  package var cited: CitedExcerpt
  /// The provisions it turns on, as the paper names them.
  package var laws: [String]
  /// The drafter's own words on it.
  package var remark: String?
  package var edits: QuotationEdits

  package init(
    _ cited: CitedExcerpt, laws: [String] = [], remark: String? = nil,
    edits: QuotationEdits = .init()
  ) {
    self.cited = cited
    self.laws = laws
    self.remark = remark
    self.edits = edits
  }
}

/// Excerpts under one heading.
package struct ExcerptGroup: Sendable {
  /// Nil where each excerpt is headed by its own section.
  package var heading: String?
  package var entries: [ExcerptEntry]

  package init(heading: String? = nil, entries: [ExcerptEntry]) {
    self.heading = heading
    self.entries = entries
  }
}

/// The words around excerpts, in one language.
package struct ExcerptWords: Sendable {
  package var verified: String
  package var repaired: String
  package var recognized: String
  package var source: String
  package var laws: String
  package var licences: String
  package var noLicence: String
  package var remark: String
  package var emphasis: String
  /// Names a repair rule to a reader.
  package var repairName: @Sendable (RepairRule) -> String

  package init(
    verified: String, repaired: String, recognized: String, source: String, laws: String,
    licences: String,
    noLicence: String, remark: String, emphasis: String,
    repairName: @escaping @Sendable (RepairRule) -> String
  ) {
    self.verified = verified
    self.repaired = repaired
    self.recognized = recognized
    self.source = source
    self.laws = laws
    self.licences = licences
    self.noLicence = noLicence
    self.remark = remark
    self.emphasis = emphasis
    self.repairName = repairName
  }

  /// Returns verified, repaired with each kind of repair and its count, or read by OCR.
  package func status(_ excerpt: Excerpt) -> String {
    switch excerpt.status {
    case .verified: return verified
    case .recognized: return recognized
    case .repaired: break
    }
    let counts = Dictionary(grouping: excerpt.repairs, by: \.rule).mapValues(\.count)
    let kinds = RepairRule.allCases.compactMap { rule in
      counts[rule].map { "\(repairName(rule))\($0 > 1 ? "×\($0)" : "")" }
    }
    return repaired + kinds.joined(separator: "、")
  }
}
