package import DocumentModel

/// Another name of a registry entry, with what supports it.
package struct AliasEntry: Sendable, Hashable, Codable {
  package enum Kind: String, Sendable, Codable, CaseIterable {
    /// Given by e-Gov or by the body itself.
    case official
    /// Used by staff and in policy papers.
    case staff
    /// Used inside brackets or lists only (【内、文科等】), never alone in running text.
    case bracket
  }
  package var name: String
  package var kind: Kind
  package var evidence: String
}

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
}

/// A foreign law's name: recognised, never linked to a Japanese law.
package struct ForeignLawEntry: Sendable, Hashable, Codable {
  package var name: String
  /// The ISO 3166 code of the state, such as `US`, or `EU`.
  package var jurisdiction: String
  package var aliases: [AliasEntry]
  package var source: String
}

/// A ministry, agency, Cabinet body or bureau.
package struct MinistryEntry: Sendable, Hashable, Codable {
  package enum Kind: String, Sendable, Codable, CaseIterable {
    case ministry, agency, bureau
    case cabinetBody = "cabinet_body"
  }
  package var name: String
  package var kind: Kind
  package var aliases: [AliasEntry]
  /// Titles whose holder stands for it: 経済産業大臣.
  package var heads: [String]
  package var parent: String?
  /// First and last day of its existence, `2001-01-06`; open where absent.
  package var from: String?
  package var until: String?
  package var successor: String?
  package var source: String
}

/// A public body that is not a ministry or agency.
package struct OrganizationEntry: Sendable, Hashable, Codable {
  package var name: String
  package var aliases: [AliasEntry]
  package var parent: String?
  package var successor: String?
  package var source: String
}

/// A named policy document, or a series whose editions carry a year or ordinal.
package struct PolicyDocumentEntry: Sendable, Hashable, Codable {
  /// The canonical title; `{year}` stands for an edition year (経済財政運営と改革の基本方針{year}).
  package var title: String
  package var aliases: [AliasEntry]
  package var issuer: String?
  /// The day it was decided, where it is one document.
  package var date: String?
  package var source: String
}

/// A Japanese era.
package struct EraEntry: Sendable, Hashable, Codable {
  /// 令和.
  package var name: String
  /// R.
  package var initial: String
  package var firstDay: String
  package var lastDay: String?
  package var source: String
}

/// A measure of policy with the names it goes by.
package struct MeasureEntry: Sendable, Hashable, Codable {
  package var name: String
  package var aliases: [AliasEntry]
  package var parents: [String]
  /// Governing provisions, `504AC0000000043#7`.
  package var laws: [String]
  package var ministries: [String]
  package var source: String
}

/// A term of law that carries its provision without a citation (特定重要物資 → 第7条).
package struct LawConceptEntry: Sendable, Hashable, Codable {
  package var term: String
  /// `504AC0000000043#7`.
  package var provision: String
  package var evidence: String
  package var source: String
}
