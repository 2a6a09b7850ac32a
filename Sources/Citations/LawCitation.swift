package import DocumentModel

/// Writes a law and its provisions as drafts cite them.
package struct LawCitation: Sendable {
  /// The names of one law.
  package struct Names: Sendable, Hashable {
    package var title: String
    /// 令和四年法律第四十三号.
    package var number: String
    /// The short name that later mentions use; nil where there is none.
    package var short: String?

    package init(title: String, number: String, short: String?) {
      self.title = title
      self.number = number
      self.short = short
    }
  }

  package init() {}

  /// Returns the first mention: formal name, number, declared short name, provision.
  ///
  /// `経済…に関する法律（令和4年法律第43号。以下「経済安全保障推進法」という。）第7条`.
  package func first(_ names: Names, _ provision: ProvisionPath) -> String {
    let short = names.short.map { "。以下「\($0)」という。" } ?? ""
    return "\(names.title)（\(KanjiNumber.arabic(names.number))\(short)）" + text(provision)
  }

  /// Returns a later mention: short name and provision.
  package func later(_ names: Names, _ provision: ProvisionPath) -> String {
    (names.short ?? names.title) + text(provision)
  }

  /// Returns a provision in the form with 第: 第24条の2第1項第3号イ; empty for the whole law.
  package func text(_ provision: ProvisionPath) -> String {
    var text = provision.isSupplementary ? "附則" : ""
    if let article = provision.article { text += numbered(article, "条") }
    if let paragraph = provision.paragraph { text += "第\(paragraph)項" }
    if let item = provision.item { text += numbered(item, "号") }
    return text + (provision.subitem ?? "")
  }

  /// `24_2` with 条 is 第24条の2.
  private func numbered(_ number: String, _ unit: String) -> String {
    let parts = number.split(separator: "_")
    guard let first = parts.first else { return "" }
    return "第\(first)\(unit)" + parts.dropFirst().map { "の\($0)" }.joined()
  }
}
