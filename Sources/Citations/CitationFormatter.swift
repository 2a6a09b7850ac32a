package import DocumentModel

/// Writes the source of a quotation as government drafts cite it.
package struct CitationFormatter: Sendable {
  private let calendar: JapaneseCalendar

  package init(calendar: JapaneseCalendar) { self.calendar = calendar }

  /// Returns 「title」（date and deciding body）locator.
  ///
  /// A decision is written in one breath, 「…」（令和4年12月16日閣議決定）12頁; a publication with its
  /// issuer, 「…」（令和6年6月4日・内閣官房・資料）4頁. A document without a title is cited by its file.
  package func citation(_ record: PassageRecord) -> String {
    source(record.document) + locator(record)
  }

  /// Returns 「title」（date and deciding body） without a locator.
  package func source(_ document: DocumentRecord) -> String {
    let title = document.metadata.title?.value ?? document.source
    return quoted(title) + particulars(document.metadata)
  }

  /// Returns the page, else section and lines.
  package func locator(_ record: PassageRecord) -> String {
    let location = record.passage.location
    if let page = location.page { return "\(page)頁" }
    let lines =
      location.line == location.lineEnd
      ? "\(location.line)行目" : "\(location.line)–\(location.lineEnd)行目"
    // The level-1 section is the document's own title, which the citation already gives.
    guard record.section.level > 1, !record.section.isSynthetic, !record.section.title.isEmpty,
      record.section.title.unicodeScalars.count <= 40
    else { return lines }
    return quoted(record.section.title) + lines
  }

  /// Returns the line that licences such as PDL1.0 ask for, or nil where no licence is known.
  ///
  /// `used` is the day of use.
  package func licence(_ document: DocumentRecord, used: CalendarDay) -> String? {
    guard let licence = document.metadata.licence?.value, !licence.isEmpty else { return nil }
    let title = document.metadata.title?.value ?? document.source
    var line = "出典：" + quoted(title)
    if let issuer = document.metadata.issuer?.value { line += "（\(issuer)）" }
    if let url = document.metadata.url?.value { line += "（\(url)）" }
    let day = calendar.text(EDTF(used.iso8601))
    if licence.hasPrefix("PDL") || licence.hasPrefix("公共データ利用規約") {
      return line + "、PDL1.0（\(Self.publicDataLicence)）（\(day)に利用）"
    }
    return line + "、\(licence)（\(day)に利用）"
  }

  /// The text of 公共データ利用規約（第1.0版）.
  private static let publicDataLicence =
    "https://www.digital.go.jp/resources/open_data/public_data_license_v1.0"

  private func particulars(_ metadata: DocumentMetadata) -> String {
    let date = metadata.date.map { calendar.text(EDTF($0.value)) } ?? ""
    let (issuer, kind) = (metadata.issuer?.value ?? "", metadata.kind?.value ?? "")
    let isDecision = ["決定", "策定", "改定", "改訂", "了承"].contains { kind.hasSuffix($0) }
    let words: String
    if isDecision {
      let isNamed = kind.hasPrefix("閣議") || (!issuer.isEmpty && kind.hasPrefix(issuer))
      words = date + (isNamed ? "" : issuer) + kind
    } else {
      words = [date, issuer, kind].filter { !$0.isEmpty }.joined(separator: "・")
    }
    return words.isEmpty ? "" : "（\(words)）"
  }

  /// Puts a title between 「」, inner ones becoming 『』; a title that brings its own keeps them.
  private func quoted(_ title: String) -> String {
    if title.hasPrefix("「"), title.hasSuffix("」"),
      title.dropFirst().dropLast().allSatisfy({ $0 != "「" && $0 != "」" })
    {
      return title
    }
    let inner = title.map { $0 == "「" ? "『" : $0 == "」" ? "』" : $0 }
    return "「\(String(inner))」"
  }
}
