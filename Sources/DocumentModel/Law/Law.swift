/// The e-Gov LawId, such as `504AC0000000043`: looked up, never computed.
package struct LawID: RawRepresentable, Hashable, Comparable, Sendable, Codable {
  package var rawValue: String

  package init(rawValue: String) { self.rawValue = rawValue }

  package init(_ rawValue: String) { self.rawValue = rawValue }

  // Written out, since what `RawRepresentable` gives is looked up at run time, at each comparison.
  package static func == (a: Self, b: Self) -> Bool { a.rawValue == b.rawValue }

  package func hash(into hasher: inout Hasher) { hasher.combine(rawValue) }

  package static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }
}

/// An addressable part of a law, numbered as e-Gov numbers it.
package struct ProvisionPath: Hashable, Sendable {
  /// The article: `25`, with a branch `24_2`.
  package var article: String?
  package var paragraph: String?
  package var item: String?
  /// The sub-item: `イ`.
  package var subitem: String?
  /// Whether the article is one of the supplementary provisions (附則).
  package var isSupplementary: Bool

  package init(
    article: String? = nil, paragraph: String? = nil, item: String? = nil,
    subitem: String? = nil, isSupplementary: Bool = false
  ) {
    self.article = article
    self.paragraph = paragraph
    self.item = item
    self.subitem = subitem
    self.isSupplementary = isSupplementary
  }

  /// Whether it names no part of the law.
  package var isEmpty: Bool { article == nil && paragraph == nil && item == nil }
}
