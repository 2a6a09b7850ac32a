package import DocumentModel

/// Writes the source of a quotation as government drafts cite it.
package struct CitationFormatter: Sendable {
  private var calendar: JapaneseCalendar
  package let style: CitationStyle

  package init(calendar: JapaneseCalendar, style: CitationStyle = .init()) {
    self.calendar = calendar
    self.calendar.years = style.years
    self.style = style
  }

  /// Returns 「title」（date and deciding body）locator.
  ///
  /// A decision is written in one breath, 「…」（令和4年12月16日閣議決定）12頁; a publication with its
  /// issuer, 「…」（令和6年6月4日・内閣官房・資料）4頁; a council's paper with meeting and number. A document
  /// without a title is cited by its file.
  package func citation(_ record: PassageRecord) -> String {
    source(record.document) + locator(record)
  }

  /// Returns a document's source without a locator, in the form its kind asks for.
  package func source(_ document: DocumentRecord) -> String {
    let metadata = document.metadata
    let title = quoted(metadata.title?.value ?? document.source)
    let issuer = metadata.issuer?.value ?? ""
    switch DocumentForm(document) {
    case .councilPaper(let number):
      // 第3回素材安定供給有識者会議（令和9年7月1日）資料2「論点整理」
      return issuer + bracketed(date(metadata)) + number + title
    case .councilReport:
      // 産業素材審議会供給網小委員会「中間取りまとめ」（令和9年6月）
      return issuer + title + bracketed(date(metadata))
    case .numbered(let kind):
      // 令和9年経済省告示第45号
      let year = metadata.date.map { calendar.text(EDTF(String($0.value.prefix(4)))) } ?? ""
      return year + (kind.hasPrefix(issuer) ? "" : issuer) + kind + title
    case .budget(let kind):
      // 令和9年度当初予算（経済省、先端部素材基金造成費）
      let name = metadata.title?.value ?? document.source
      return date(metadata) + kind
        + bracketed([issuer, name].filter { !$0.isEmpty }.joined(separator: "、"))
    case .notice(let kind):
      // 「様式の取扱いについて」（令和9年3月31日付け経済省貿易局通知）
      let day = date(metadata)
      return title + bracketed((day.isEmpty ? "" : day + "付け") + issuer + kind)
    case .webPage(let url):
      let day = metadata.retrievedAt.map { calendar.text(EDTF($0.value)) + "閲覧" }
      return issuer + title + bracketed([url, day].compactMap { $0 }.joined(separator: "、"))
    case .decision(let kind):
      let isNamed = kind.hasPrefix("閣議") || (!issuer.isEmpty && kind.hasPrefix(issuer))
      return title + bracketed(date(metadata) + (isNamed ? "" : issuer) + kind)
    case .publication(let kind):
      if style.form == .journal { return issuer + title + bracketed(date(metadata)) }
      let particulars = [date(metadata), issuer, kind].filter { !$0.isEmpty }
      return title + bracketed(particulars.joined(separator: "・"))
    }
  }

  /// Returns a date in the years of the style.
  package func text(_ date: EDTF) -> String { calendar.text(date) }

  /// Returns a document's title between 「」, for naming it again.
  package func title(_ document: DocumentRecord) -> String {
    quoted(document.metadata.title?.value ?? document.source)
  }

  /// Returns the page, else section and lines; a page that OCR read says so.
  package func locator(_ record: PassageRecord) -> String {
    let location = record.passage.location
    if let page = location.page { return "\(page)頁" + (record.isRecognized ? "（OCR）" : "") }
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
    let line = "出典：" + quoted(title) + particulars(document)
    let day = calendar.text(EDTF(used.iso8601))
    if licence.hasPrefix("PDL") || licence.hasPrefix("公共データ利用規約") {
      return line + "、PDL1.0（\(Self.publicDataLicence)）（\(day)に利用）"
    }
    return line + "、\(licence)（\(day)に利用）"
  }

  /// Returns the line that says that a document's words were changed: 「動向調査」（経済省）を加工して作成.
  package func altered(_ document: DocumentRecord) -> String {
    title(document) + particulars(document) + "を加工して作成"
  }

  /// Issuer and address, each in brackets.
  private func particulars(_ document: DocumentRecord) -> String {
    [document.metadata.issuer?.value, document.metadata.url?.value].compactMap { $0 }
      .map { "（\($0)）" }.joined()
  }

  /// The text of 公共データ利用規約（第1.0版）.
  private static let publicDataLicence =
    "https://www.digital.go.jp/resources/open_data/public_data_license_v1.0"

  private func date(_ metadata: DocumentMetadata) -> String {
    metadata.date.map { calendar.text(EDTF($0.value)) } ?? ""
  }

  private func bracketed(_ words: String) -> String { words.isEmpty ? "" : "（\(words)）" }

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
