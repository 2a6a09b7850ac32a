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

  /// 第50条第1項 or 50条1項; the two are never mixed.
  package var form: CitationStyle.Form

  package init(form: CitationStyle.Form = .official) { self.form = form }

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

  /// Returns a provision: 第24条の2第1項第3号イ, in journals 24条の2第1項3号イ; empty for the whole law.
  package func text(_ provision: ProvisionPath) -> String {
    var text = provision.isSupplementary ? "附則" : ""
    var followsBranch = false
    func add(_ number: String, _ unit: String) {
      let parts = number.split(separator: "_")
      guard let first = parts.first else { return }
      // After a branch number the next number would run into it: 104条の11第1項.
      text += (form == .official || followsBranch ? "第" : "") + "\(first)\(unit)"
      text += parts.dropFirst().map { "の\($0)" }.joined()
      followsBranch = parts.count > 1
    }
    if let article = provision.article { add(article, "条") }
    if let paragraph = provision.paragraph { add(paragraph, "項") }
    if let item = provision.item { add(item, "号") }
    return text + (provision.subitem ?? "")
  }
}
