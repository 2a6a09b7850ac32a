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
  /// Whether a single digit right after a year is the number of a note (戦略20222」).
  private func isNoteNumber(in text: ScalarText, at index: Int) -> Bool {
    let after = text.at(index + 1)
    return text.at(index - 4) == 0x32 && !ScalarClass.isDigit(after)
      && (ScalarClass.isClosing(after) || after == 0x3001 || after == 0x3002)
  }

  private static let dashes = ScalarSet("-–—−‐〜～")
  /// Words for a kind of document, which name none by themselves.
  private static let kinds: Set<String> = [
    "戦略", "方針", "基本方針", "取組方針", "指針", "基本指針", "計画", "基本計画", "行動計画", "実行計画", "実施計画",
    "アクションプラン", "ガイドライン", "ビジョン", "提言", "報告書", "ロードマップ", "工程表", "大綱", "白書",
  ]
  private static let endings = WordSet("戦略 方針 計画 指針 白書 ビジョン 報告書 プラン 大綱 重点")
  private let matcher: NameMatcher
  private let rows: [Row]
  /// The titles of which the registry holds an edition with an ordinal (研究開発ビジョン（第二次）).
  private let versioned: Set<String>

  init(registry: Registry) {
    var names: [String] = []
    var rows: [Row] = []
    let series = Set(registry.documents.map(\.title).filter { $0.hasSuffix(Self.year) })
    for document in registry.documents {
      // A title without a year may be that of a series with editions.
      let title =
        series.contains(document.title + Self.year)
        ? document.title + Self.year : document.title
      for name in [document.title] + document.aliases.map(\.name) {
        let parts = name.split(separator: Self.year, omittingEmptySubsequences: false)
        guard let first = parts.first, !first.isEmpty, !Self.kinds.contains(String(first)) else {
          continue
        }
        names.append(String(first))
        rows.append(
          Row(
            title: title,
            afterYear: parts.count > 1 ? scalars(String(parts[1])) : nil))
      }
    }
    matcher = NameMatcher(names, folds: registry.variants.folds)
    self.rows = rows
    versioned = Set(
      registry.documents.flatMap { [$0.title] + $0.aliases.map(\.name) }.compactMap { title in
        title.hasSuffix("次）") ? title.split(separator: "（第").first.map(String.init) : nil
      })
  }

  /// Whether the editions of a title are told apart by （第一次）, （第二次）.
  func hasVersions(_ title: String) -> Bool { versioned.contains(title) }

  /// What the names start with.
  var openings: [[UInt32]] { matcher.openings() }

  /// Returns the longest name that starts at an index.
  func name(in text: ScalarText, at index: Int) -> Name? {
    guard let match = matcher.longest(in: text, at: index) else { return nil }
    var plain: Name?
    for row in match.names.map({ rows[$0] }) {
      guard let afterYear = row.afterYear else {
        plain = self.plain(row.title, match.range, in: text)
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

  /// A name that has no place for a year: one document, or a series named as a whole.
  private func plain(_ title: String, _ range: Range<Int>, in text: ScalarText) -> Name {
    // 成長戦略実行計画2021: the year tells editions apart though the title has none.
    if let edition = edition(in: text, at: range.upperBound, then: []),
      edition.end > range.upperBound
    {
      let whole =
        title.hasSuffix(Self.year)
        ? Self.title(title, edition: edition.year) : title + edition.year
      return Name(
        range: range.lowerBound..<edition.end, title: whole, lacksEdition: false, pattern: title)
    }
    return Name(
      range: range, title: Self.title(title, edition: ""),
      lacksEdition: title.hasSuffix(Self.year), pattern: title)
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
      !ScalarClass.isDigit(text.at(index + 4)) || isNoteNumber(in: text, at: index + 4),
      text.hasPrefix(after, at: index + 4)
    else { return nil }
    var end = index + 4 + after.count
    var year = text.string(index..<index + 4)
    if after.isEmpty, Self.dashes.contains(text.at(end)),
      (end + 1..<end + 5).allSatisfy({ ScalarClass.isDigit(text.at($0)) })
    {
      year += "-" + text.string(end + 1..<end + 5)  // 2023-2030
      end += 5
    }
    if isBracketed {
      guard text.at(end) == 0x29 else { return nil }
      end += 1
    } else if after.isEmpty, text.at(text.skipSpace(end)) == 0x5E74 {
      return nil  // 2022年…: a date, not an edition
    }
    return (year, end)
  }
}
