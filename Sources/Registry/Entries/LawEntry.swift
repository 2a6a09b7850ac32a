package import DocumentModel

/// A law or order of this field.
package struct LawEntry: Sendable, Hashable, Codable {
  package var lawID: LawID
  /// 令和四年法律第四十三号.
  package var lawNumber: String
  package var title: String
  package var aliases: [AliasEntry]
  /// The Act an order or regulation is made under.
  package var parent: LawID?
  /// The ministries that administer it, where that is proven.
  package var ministries: [String]
  package var source: String

  package enum CodingKeys: String, CodingKey, CaseIterable {
    case lawID = "law_id"
    case lawNumber = "law_number"
    case title, aliases, parent, ministries, source
  }
}

/// A foreign law's name: recognised, never linked to a Japanese law.
package struct ForeignLawEntry: Sendable, Hashable, Codable {
  package var name: String
  /// The ISO 3166 code of the state, such as `US`, or `EU`.
  package var jurisdiction: String
  package var aliases: [AliasEntry]
  package var source: String

  package enum CodingKeys: String, CodingKey, CaseIterable {
    case name, jurisdiction, aliases, source
  }
}
