import Archive
import Citations
import DocumentModel
import Testing

/// Excerpts set out as papers, in every format.
@Suite struct PaperTests {
  /// An excerpt of a line of a document of one section.
  private func cited(
    _ quote: String, document: String = "素材の手引", line: Int = 3, page: Int? = nil
  ) -> CitedExcerpt {
    var metadata = DocumentMetadata()
    metadata.title = .init(document, .given)
    metadata.issuer = .init("経済省", .given)
    metadata.date = .init("2027-04-01", .given)
    let record = DocumentRecord(
      id: DocumentID(document), source: document + ".txt", sha256: "0", mediaType: "text/plain",
      metadata: metadata)
    let location = Location(spans: [TextSpan(0, 1)], line: line, lineEnd: line, page: page)
    let section = Section(
      id: SectionID("s"), parent: nil, level: 1, title: document, rawTitle: document,
      titleSpan: nil, span: TextSpan(0, 0), location: location, isSynthetic: false,
      path: [document])
    let passage = Passage(
      id: PassageID("\(document).p\(line)"), document: record.id, section: section.id,
      block: BlockID("b"), kind: .paragraph, span: TextSpan(0, quote.utf8.count),
      location: location, text: quote)
    let excerpt = Excerpt(
      record: PassageRecord(
        document: record, section: section,
        pillars: .init(section: section.id, pillars: [], basis: .none), passage: passage,
        links: [], relations: .init()),
      quote: quote, status: .verified, repairs: [],
      quoteSelector: .init(exact: quote, prefix: "", suffix: ""),
      positionSelector: .init(start: 0, end: 1))
    return CitedExcerpt(excerpt: excerpt, citation: "出典", licence: nil)
  }

  private func composer(_ style: CitationStyle) -> ExcerptComposer {
    let words = ExcerptWords(
      verified: "一致", repaired: "修復: ", recognized: "OCR", source: "出典：", laws: "条文：",
      licences: "利用条件",
      noLicence: "記載なし", remark: "注：", emphasis: "（傍点は引用者）", repairName: { $0.rawValue })
    return ExcerptComposer(
      words: words, formatter: CitationFormatter(calendar: calendar, style: style))
  }

  private func paper(
    _ placement: CitationStyle.Placement, _ entries: [ExcerptEntry], title: String? = nil
  ) throws -> CitedDocument {
    try composer(CitationStyle(placement: placement)).compose(
      title: title, groups: [ExcerptGroup(entries: entries)])
  }

  @Test func sourcesNamedAgainAreShortInNotes() throws {
    let entries = [
      cited("甲。"), cited("乙。", line: 9), cited("丙。", document: "輸送の指針", page: 4),
      cited("丁。", line: 20), cited("丁。", line: 20),
    ].map { ExcerptEntry($0) }
    let notes = try paper(.footnote, entries).notes.map(\.words)
    #expect(
      notes == [
        "「素材の手引」（令和9年4月1日・経済省）3行目", "同上、9行目", "「輸送の指針」（令和9年4月1日・経済省）4頁",
        "前掲注1「素材の手引」20行目", "同上",
      ])
  }

  @Test func aSourceLineGivesTheWholeSourceEachTime() throws {
    let text = MarkdownWriter().write(
      try paper(.block, [cited("甲。"), cited("乙。", line: 9)].map { ExcerptEntry($0) }))
    #expect(text.contains("「素材の手引」（令和9年4月1日・経済省）3行目"))
    #expect(text.contains("「素材の手引」（令和9年4月1日・経済省）9行目"))
    #expect(!text.contains("同上"))
  }

  @Test(arguments: [
    (CitationStyle(years: .western), "「素材の手引」（2027年4月1日・経済省）4頁"),
    (CitationStyle(form: .journal), "経済省「素材の手引」（令和9年4月1日）4頁"),
    (CitationStyle(), "「素材の手引」（令和9年4月1日・経済省）4頁"),
  ])
  func styles(style: CitationStyle, expected: String) {
    let formatter = CitationFormatter(calendar: calendar, style: style)
    #expect(formatter.citation(cited("甲。", page: 4).excerpt.record) == expected)
  }

  @Test func omissionsAndEmphasisAreMarkedAndNothingElseChanges() throws {
    let entry = ExcerptEntry(
      cited("官民で、費用を分け、備蓄を増やす。"),
      edits: .init(omitted: ["費用を分け、"], emphasised: ["備蓄"]))
    let text = MarkdownWriter().write(try paper(.inline, [entry]))
    #expect(
      text.hasPrefix("> 官民で、（略）**備蓄**を増やす。（「素材の手引」（令和9年4月1日・経済省）3行目（傍点は引用者））"))
    #expect(throws: QuotationEdits.NotInQuotation(words: "なし")) {
      try paper(.inline, [ExcerptEntry(cited("甲。"), edits: .init(omitted: ["なし"]))])
    }
  }

  @Test func aWordDocumentIsTheSameEveryTimeAndHoldsRealNotes() throws {
    let entries = [ExcerptEntry(cited("甲 < 乙 & 丙。\u{1}", page: 2), remark: "自分の言葉")]
    let made = try paper(.footnote, entries, title: "抜粋")
    let bytes = DOCXWriter().write(made)
    #expect(bytes == DOCXWriter().write(made))
    let zip = try ZipReader(bytes)
    func part(_ name: String) throws -> String {
      let entry = try #require(zip.entries.first { $0.name == name })
      return String(decoding: try zip.read(entry), as: UTF8.self)
    }
    let document = try part("word/document.xml")
    #expect(document.contains("<w:pStyle w:val=\"Quote\"/>"))
    #expect(document.contains(">甲 &lt; 乙 &amp; 丙。␁</w:t>"))
    #expect(document.contains("<w:footnoteReference w:id=\"1\"/>"))
    #expect(document.contains("<w:pgSz w:w=\"11906\" w:h=\"16838\"/>"))
    #expect(try part("word/footnotes.xml").contains("「素材の手引」（令和9年4月1日・経済省）2頁"))
    #expect(try part("[Content_Types].xml").contains("/word/footnotes.xml"))
    let endnotes = try ZipReader(DOCXWriter().write(try paper(.endnote, entries)))
    #expect(endnotes.entries.contains { $0.name == "word/endnotes.xml" })
    // 前掲注2 names a note by its number, so notes are never i, ii, iii.
    let settings = try #require(endnotes.entries.first { $0.name == "word/settings.xml" })
    #expect(
      String(decoding: try endnotes.read(settings), as: UTF8.self).contains(
        "<w:endnotePr><w:numFmt w:val=\"decimal\"/>"))
  }

  @Test(arguments: [(3, "<w:pgSz w:w=\"11906\""), (6, "w:orient=\"landscape\"")])
  func aWideTableStandsAcrossThePage(columns: Int, page: String) throws {
    let cell: [CitedDocument.Inline] = [
      .text("官民で費用を分け、備蓄を三年かけて少しずつ増やす。"), .lineBreak, .text("次"),
    ]
    let row = [[.text("短い")]] + [[CitedDocument.Inline]](repeating: cell, count: columns - 1)
    let paper = CitedDocument(
      blocks: [.table(header: [String](repeating: "列", count: columns), rows: [row])])
    let zip = try ZipReader(DOCXWriter().write(paper))
    let entry = try #require(zip.entries.first { $0.name == "word/document.xml" })
    let xml = String(decoding: try zip.read(entry), as: UTF8.self)
    #expect(xml.contains(page))
    #expect(xml.contains("<w:br/>"))
    // The column of short words is narrow, the others share what is left.
    let widths = xml.matches(of: #/<w:gridCol w:w="(\d+)"/#).compactMap { Int($0.1) }
    #expect(widths.count == columns)
    #expect(widths[0] < widths[1] && Set(widths.dropFirst()).count == 1)
    #expect(MarkdownWriter().write(paper).contains("増やす。<br>次"))
  }

  @Test func changedWordsAreToldBesideTheLicence() throws {
    let entries = [
      ExcerptEntry(cited("官民で備蓄を増やす。"), edits: .init(omitted: ["備蓄を"])),
      ExcerptEntry(cited("丙。", document: "輸送の指針")),
    ]
    let made = try paper(.block, entries, title: "抜粋")
    #expect(
      made.blocks.last
        == .list([
          [.text("素材の手引: 記載なし　「素材の手引」（経済省）を加工して作成")], [.text("輸送の指針: 記載なし")],
        ]))
  }

  @Test func excerptsOfOneSectionStandUnderOneHeading() throws {
    let made = try paper(
      .block, [cited("甲。"), cited("乙。", line: 9)].map { ExcerptEntry($0) }, title: "抜粋")
    #expect(made.blocks.filter { $0 == .heading(level: 1, "素材の手引") }.count == 1)
  }

  @Test func theDraftersWordsStandApartFromTheQuotation() throws {
    let made = try paper(.block, [ExcerptEntry(cited("甲。"), remark: "要確認")])
    #expect(made.blocks.contains(.remark("注：要確認")))
    #expect(made.blocks.contains(.quotation([[.text("甲。")]])))
  }

  @Test func htmlLoadsNothingAndEscapesMarks() throws {
    let html = HTMLWriter().write(
      try paper(.footnote, [ExcerptEntry(cited("<script>甲</script>"))], title: "抜粋"))
    #expect(html.contains("&lt;script&gt;甲&lt;/script&gt;"))
    #expect(!html.contains("http"))
  }

  @Test(arguments: [
    ("=1+1", "'=1+1"), ("+81", "'+81"), ("-10%", "'-10%"), ("@a", "'@a"), ("＝甲", "'＝甲"),
    ("甲,乙", "\"甲,乙\""), ("甲\n乙", "\"甲\n乙\""), ("甲\"乙", "\"甲\"\"乙\""), ("甲", "甲"),
  ])
  func cells(text: String, expected: String) {
    #expect(CSVWriter().write(header: ["h"], rows: [[text]]) == "\u{FEFF}h\r\n" + expected)
  }

  @Test func bibliographyEntries() {
    let text = BibTeXWriter().write([cited("甲。", document: "素材_100%").excerpt.record.document])
    #expect(text.hasPrefix("@techreport{素材_100-,"))
    #expect(text.contains("title = {{素材\\_100\\%}}"))
    #expect(text.contains("year = {2027}"))
  }
}

/// Publications that are cited each in their own way.
@Suite struct DocumentFormTests {
  @Test(arguments: [
    ("第3回素材安定供給有識者会議", "資料2", "第3回素材安定供給有識者会議（令和9年7月1日）資料2「論点」"),
    ("経済省貿易局長", "通知", "「論点」（令和9年7月1日付け経済省貿易局長通知）"),
    ("内閣", "閣議決定", "「論点」（令和9年7月1日閣議決定）"),
    ("素材会議", "決定", "「論点」（令和9年7月1日素材会議決定）"),
    ("経済省", "資料", "「論点」（令和9年7月1日・経済省・資料）"),
  ])
  func forms(issuer: String, kind: String, expected: String) {
    #expect(source(issuer: issuer, kind: kind) == expected)
  }

  @Test func aWebPageIsCitedByAddressAndDay() {
    #expect(
      source(issuer: "経済省", kind: nil, mediaType: "text/html", url: "https://example.go.jp/a")
        == "経済省「論点」（https://example.go.jp/a、令和9年8月1日閲覧）")
  }

  @Test func provisionsOfJournals() {
    let path = ProvisionPath(article: "104_11", paragraph: "1", item: "2")
    #expect(LawCitation(form: .journal).text(path) == "104条の11第1項2号")
    #expect(LawCitation(form: .journal).text(.init(article: "23", paragraph: "1")) == "23条1項")
  }

  private func source(
    issuer: String, kind: String?, mediaType: String = "text/plain", url: String? = nil
  ) -> String {
    var metadata = DocumentMetadata()
    metadata.title = .init("論点", .given)
    metadata.date = .init("2027-07-01", .given)
    metadata.issuer = .init(issuer, .given)
    metadata.kind = kind.map { .init($0, .given) }
    metadata.url = url.map { .init($0, .given) }
    metadata.retrievedAt = .init("2027-08-01", .given)
    return CitationFormatter(calendar: calendar).source(
      DocumentRecord(
        id: DocumentID("d"), source: "d.txt", sha256: "", mediaType: mediaType,
        metadata: metadata))
  }
}
