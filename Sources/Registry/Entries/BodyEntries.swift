/// A ministry, agency, Cabinet body or bureau.
package struct MinistryEntry: Sendable, Hashable, Codable {
  package enum Kind: String, Sendable, Codable, CaseIterable {
    case ministry, agency, bureau
    case cabinetBody = "cabinet_body"
    /// One of many offices that a region's name tells apart: 財務局, 税関.
    case localOffice = "local_office"
  }
  package var name: String
  package var kind: Kind
  package var aliases: [AliasEntry]
  /// Titles whose holder stands for it: 経済産業大臣.
  package var heads: [String]
  /// The ministry or agency it belongs to, by name.
  package var parent: String?
  /// First and last day of its existence, `2001-01-06`; open where absent.
  package var from: String?
  package var until: String?
  /// The unit that took over its work, by name.
  package var successor: String?
  package var source: String

  package enum CodingKeys: String, CodingKey, CaseIterable {
    case name, kind, aliases, heads, parent, from, until, successor, source
  }
}

/// A public body that is not a ministry or agency.
package struct OrganizationEntry: Sendable, Hashable, Codable {
  /// The canonical name, without 独立行政法人 or 国立研究開発法人.
  package var name: String
  package var aliases: [AliasEntry]
  /// The body or ministry it belongs to, by name.
  package var parent: String?
  /// First and last day of its existence, `2001-01-06`; open where absent.
  package var from: String?
  package var until: String?
  /// The body that took over its work, by name.
  package var successor: String?
  package var source: String

  package enum CodingKeys: String, CodingKey, CaseIterable {
    case name, aliases, parent, from, until, successor, source
  }
}
