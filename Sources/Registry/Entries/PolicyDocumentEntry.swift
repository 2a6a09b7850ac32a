/// A named policy document, or a series whose editions carry a year or ordinal.
package struct PolicyDocumentEntry: Sendable, Hashable, Codable {
  /// The canonical title; `{year}` stands for an edition year and `{ordinal}` for its number
  /// (経済財政運営と改革の基本方針{year}, 研究開発ビジョン（第{ordinal}次）).
  package var title: String
  package var aliases: [AliasEntry]
  /// Who decided it: a ministry, a public body, or 内閣 for a cabinet decision.
  package var issuer: String?
  /// The day it was first decided, where it is one document.
  package var date: String?
  /// The ISO 3166 code of the issuing state, `EU`, or absent for a Japanese document.
  package var jurisdiction: String?
  package var source: String

  package enum CodingKeys: String, CodingKey, CaseIterable {
    case title, aliases, issuer, date, jurisdiction, source
  }
}
