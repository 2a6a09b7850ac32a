import DocumentModel

/// An article that a document sets out in its own words, under a line that cites it alone.
///
/// Inside it 前項, 次項, 前号 and a bare 第3項 count from the paragraph being read. Each piece, a block or
/// a line of one after a full stop, is a paragraph, or after 次の各号 or 次に掲げる an item.
struct QuotedProvision: Sendable {
  var law: LawReference
  /// `28`, with a branch `24_2`.
  var article: String
  /// The paragraphs named by the heading (第1項、第5項); empty where it sets out the whole article.
  var listed: [Int]
  var isSupplementary: Bool
  private var ordinal = -1
  /// The 1-based item being read, or nil in a paragraph.
  private(set) var item: Int?
  private var enumerates = false

  private static let enumeration = WordSet("次の各号 次に掲げる 次の")
  private static let itemEndings = WordSet("とき こと もの 者 場合 事項 方法 措置 国 地域 情報 氏名 名称 項目 目的 施設 物 行為")
  private static let commentary = WordSet("【 < 〈 (※ ※ (注 注 なお、 例えば、 また、")

  init(law: LawReference, article: String, listed: [Int], isSupplementary: Bool) {
    self.law = law
    self.article = article
    self.listed = listed
    self.isSupplementary = isSupplementary
  }

  /// The paragraph being read, 1-based; nil before the first.
  var paragraph: Int? {
    guard ordinal >= 0 else { return nil }
    if listed.isEmpty { return ordinal + 1 }
    return ordinal < listed.count ? listed[ordinal] : nil
  }

  /// Takes in one more piece; returns whether it still belongs to the article.
  mutating func advance(over text: ScalarText, _ piece: Range<Int>) -> Bool {
    let start = text.skipSpace(piece.lowerBound)
    guard text.end(ofAny: Self.commentary, at: start) == nil else { return false }
    if enumerates, isItem(text, piece) {
      item = (item ?? 0) + 1
      return true
    }
    ordinal += 1
    item = nil
    enumerates = Self.enumeration.isFound(in: text, piece)
    return true
  }

  /// The article itself.
  var articlePath: ProvisionPath {
    ProvisionPath(article: article, isSupplementary: isSupplementary)
  }

  /// Returns the provisions that 前項, 次条, 前二号 or この項 mean at the place being read.
  ///
  /// Words for several at once give the first and the last.
  func paths(of base: ParsedProvision.Base) -> [ProvisionPath] {
    switch base {
    case .absolute, .same:
      return []
    case .own(let level):
      return path(level, by: 0).map { [$0] } ?? []
    case .next(let level):
      return path(level, by: 1).map { [$0] } ?? []
    case .previous(let level, let count):
      guard let here = position(level), here > 1 else {
        return level == .article ? path(level, by: -1).map { [$0] } ?? [] : []
      }
      let first = count.map { -$0 } ?? 1 - here
      return Set([first, -1]).sorted().compactMap { path(level, by: $0) }
    }
  }

  private func position(_ level: ParsedProvision.Level) -> Int? {
    switch level {
    case .article: Int(article)
    case .paragraph: paragraph
    case .item: item
    }
  }

  private func path(_ level: ParsedProvision.Level, by offset: Int) -> ProvisionPath? {
    guard let here = position(level), here + offset > 0 else {
      return level == .article && offset == 0 ? articlePath : nil
    }
    var path = articlePath
    switch level {
    case .article:
      path.article = String(here + offset)
    case .paragraph:
      path.paragraph = String(here + offset)
    case .item:
      path.paragraph = paragraph.map { String($0) }
      path.item = String(here + offset)
    }
    return path
  }

  /// Items end with a noun (…とき。, …こと。), brackets after it left aside.
  private func isItem(_ text: ScalarText, _ piece: Range<Int>) -> Bool {
    var end = piece.upperBound
    while end > 0, ScalarClass.isSpace(text.at(end - 1)) { end -= 1 }
    let hasStop = text.at(end - 1) == 0x3002
    if hasStop { end -= 1 }
    while end > 0, text.at(end - 1) == 0x29 {
      var depth = 0
      repeat {
        end -= 1
        if text.at(end) == 0x29 { depth += 1 }
        if text.at(end) == 0x28 { depth -= 1 }
      } while depth > 0 && end > 0
    }
    return !hasStop || text.hasSuffix(ofAny: Self.itemEndings, before: end)
  }
}
