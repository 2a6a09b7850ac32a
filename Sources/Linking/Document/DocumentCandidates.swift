import DocumentModel
import Registry

/// The names of policy documents in the registry, with editions by year.
struct DocumentCandidates: Sendable {
  /// A registry name found in a text.
  struct Name: Sendable {
    var range: Range<Int>
    /// The canonical title, the edition year filled in where the text gives it.
    var title: String
    /// Whether the title still lacks its edition (骨太の方針 without a year).
    var lacksEdition: Bool
    /// The canonical title with `{year}` for the edition.
    var pattern: String
  }

  private struct Row: Sendable {
    var title: String
    /// What follows the year in this name (年版…); nil for a name without an edition.
    var afterYear: [UInt32]?
  }

  private static let year = "{year}"
  private static let endings = words("戦略 方針 計画 指針 白書 ビジョン 報告書 プラン 大綱 重点")
  private let matcher: NameMatcher
  private let rows: [Row]

  init(registry: Registry) {
    var names: [String] = []
    var rows: [Row] = []
    for document in registry.documents {
      for name in [document.title] + document.aliases.map(\.name) {
        let parts = name.split(separator: Self.year, omittingEmptySubsequences: false)
        guard let first = parts.first, !first.isEmpty else { continue }
        names.append(String(first))
        rows.append(
          Row(
            title: document.title,
            afterYear: parts.count > 1 ? scalars(String(parts[1])) : nil))
      }
    }
    matcher = NameMatcher(names, folds: registry.variants.folds)
    self.rows = rows
  }

  /// Returns the longest name that starts at an index.
  func name(in text: ScalarText, at index: Int) -> Name? {
    guard let match = matcher.longest(in: text, at: index) else { return nil }
    var plain: Name?
    for row in match.names.map({ rows[$0] }) {
      guard let afterYear = row.afterYear else {
        plain = Name(
          range: match.range, title: row.title, lacksEdition: false, pattern: row.title)
        continue
      }
      if let edition = edition(in: text, at: match.range.upperBound, then: afterYear) {
        return Name(
          range: index..<edition.end, title: Self.title(row.title, edition: edition.year),
          lacksEdition: false, pattern: row.title)
      }
      // Without its year only what is named as documents are: 骨太の方針, not サイバーセキュリティ.
      guard text.hasSuffix(ofAny: Self.endings, before: match.range.upperBound) else { continue }
      plain =
        plain
        ?? Name(
          range: match.range, title: Self.title(row.title, edition: ""), lacksEdition: true,
          pattern: row.title)
    }
    return plain
  }

  /// Returns a canonical title with its edition year.
  static func title(_ pattern: String, edition: String) -> String {
    pattern.split(separator: year, omittingEmptySubsequences: false).joined(separator: edition)
  }

  /// The four-digit year of an edition: 2022, ’22 is none.
  private func edition(
    in text: ScalarText, at start: Int, then after: [UInt32]
  ) -> (year: String, end: Int)? {
    let first = text.skipSpace(start)
    let isBracketed = text.at(first) == 0x28
    let index = isBracketed ? first + 1 : first
    guard (index..<index + 4).allSatisfy({ ScalarClass.isDigit(text.at($0)) }),
      !ScalarClass.isDigit(text.at(index + 4)),
      text.hasPrefix(after, at: index + 4)
    else { return nil }
    var end = index + 4 + after.count
    if isBracketed {
      guard text.at(end) == 0x29 else { return nil }
      end += 1
    } else if after.isEmpty, text.at(end) == 0x5E74 {  // 2022年…: a date, not an edition
      return nil
    }
    return (text.string(index..<index + 4), end)
  }
}
