import DocumentModel

/// Reads titles from lists of references: a title with its date, and an address in the next line.
///
/// Example: 第29回産業構造審議会総会 経済産業政策の新機軸（令和3年8月23日）, then https://…. The title is what
/// stands after the last white space, since the body and its meeting come first.
struct ReferenceTitles: Sendable {
  private static let addresses = WordSet("http:// https:// www.")
  private static let eras = WordSet("令和 平成 昭和")

  /// What addresses start with.
  static var openings: [[UInt32]] { addresses.openings }

  /// Returns the title that a block gives, if the text after it is an address.
  func title(in text: ScalarText, next: ScalarText) -> TitleForms.Name? {
    var end = text.count
    while end > 0, ScalarClass.isSpace(text.at(end - 1)) { end -= 1 }
    guard Self.addresses.end(in: next, at: next.skipSpace(0)) != nil,
      text.at(end - 1) == 0x29,
      let open = (0..<end).last(where: { text.at($0) == 0x28 }), isDate(in: text, at: open + 1)
    else { return nil }
    var start = open
    while start > 0, ScalarClass.isSpace(text.at(start - 1)) { start -= 1 }
    let titleEnd = start
    while start > 0, !ScalarClass.isSpace(text.at(start - 1)) { start -= 1 }
    let range = start..<titleEnd
    guard range.count >= 6, !range.contains(where: { text.at($0) == 0x3002 }) else { return nil }
    return TitleForms.Name(
      range: range, title: TitleForms.plain(text, range), rule: "document.reference")
  }

  /// 令和3年6月18日, 2021年6月18日, 2021/6/18.
  private func isDate(in text: ScalarText, at index: Int) -> Bool {
    Self.eras.end(in: text, at: index) != nil
      || (index..<index + 4).allSatisfy { ScalarClass.isDigit(text.at($0)) }
  }
}
