import DocumentModel
import Testing

@testable import Readers

@Suite struct HTMLReaderTests {
  private func read(_ html: String) throws -> SourceDocument {
    try HTMLReader().read(Array(html.utf8), id: DocumentID("p"), source: "p.html", sha256: "")
  }

  private func lines(_ body: String, head: String = "") throws -> [String] {
    markedLines(try read("<html><head>\(head)</head><body>\(body)</body></html>"))
  }

  @Test(arguments: [
    ("<p>供給網を\n  点検する。</p>", "供給網を点検する。"), ("<p>AI \n and   law</p>", "AI and law"),
    ("<p>点検&amp;報告&nbsp;①</p>", "点検&報告\u{A0}①"),
    ("<p><ruby>強靱<rp>(</rp><rt>きょうじん</rt></ruby>化</p>", "強靱化"),
    ("<p>10<sup>5</sup>トン</p>", "10⁵トン"), ("<p>CO<sub>2</sub>削減</p>", "CO₂削減"),
    ("<p><a href='x.pdf'>要綱</a>による</p>", "要綱による"),
    ("<p>前<!-- 注 -->後<script>x()</script></p>", "前後"),
    ("<p>閉じない<b>太字", "閉じない太字"), ("<p>計画を定め、<br>公表する。</p>", "計画を定め、\n+ 公表する。"),
  ])
  func wordsAreThoseThatAreShown(html: String, words: String) throws {
    #expect(try lines(html).joined(separator: "\n") == "paragraph: \(words)")
  }

  @Test func headingsListsAndParagraphs() throws {
    let body = """
      <h2>総論</h2><p>本文。</p><div role="heading" aria-level="3">背景</div>地の文。
      <ol start="3"><li>三つ目<ul><li>内訳</li></ul></li><li value="7">七つ目</li></ol>
      <ol type="a"><li>甲</li></ol><ol style="list-style: none"><li>乙</li></ol>
      <ol><li>（１）丙</li><li><p>丁</p><p>続き。</p></li></ol>
      """
    #expect(
      try lines(body) == [
        "heading 2: 総論", "paragraph: 本文。", "heading 3: 背景", "paragraph: 地の文。", "item 0: 3. 三つ目",
        "item 1: 内訳", "item 0: 7. 七つ目", "item 0: a. 甲", "item 0: 乙", "item 0: （１）丙",
        "item 0: 2. 丁", "paragraph: 続き。",
      ])
  }

  @Test func definitionsStandBelowTheirTerms() throws {
    #expect(
      try lines("<dl><dt>特定物資</dt><dd>国が指定した物資。</dd></dl>")
        == ["item 0: 特定物資", "item 1: 国が指定した物資。"])
  }

  @Test func breaksPartItemsAndParagraphs() throws {
    #expect(
      try lines("<p>１．主旨<br>　本基準は対策を示す。<br>（１）点検<br>（２）報告</p>") == [
        "paragraph: １．主旨", "paragraph: 　本基準は対策を示す。", "paragraph: （１）点検", "paragraph: （２）報告",
      ])
    #expect(
      try lines("<p>令和八年四月一日<br>架空庁</p>") == ["paragraph: 令和八年四月一日", "paragraph: 架空庁"])
  }

  @Test func tablesKeepTheirColumns() throws {
    let table = """
      <table><caption>措置の一覧</caption><thead><tr><th>区分</th><th colspan="2">措置</th></tr></thead>
      <tr><td rowspan="2">平時</td><td>点検<br>報告</td><td>毎年</td></tr><tr><td>公表</td><td>毎月</td></tr>
      </table>
      """
    #expect(
      try lines(table) == [
        "caption: 措置の一覧", "head 1: 区分 | 措置 | ", "row 1: 平時 | 点検 報告 | 毎年",
        "row 1:  | 公表 | 毎月",
      ])
  }

  @Test func columnNamesAreCellsThatNameThem() throws {
    let named = "<tr><th>年</th><th>額</th></tr><tr><th>1</th><td>2</td></tr>"
    #expect(try lines("<table>\(named)</table>") == ["head 1: 年 | 額", "row 1: 1 | 2"])
    let keyed = "<tr><th>名称</th><td>点検</td></tr><tr><th>期間</th><td>一年</td></tr>"
    #expect(try lines("<table>\(keyed)</table>") == ["row 1: 名称 | 点検", "row 1: 期間 | 一年"])
    let plain = "<tr><td>年</td><td>額</td><td>率</td></tr><tr><td>1</td><td>2</td><td>3</td></tr>"
    #expect(try lines("<table>\(plain)</table>") == ["head 1: 年 | 額 | 率", "row 1: 1 | 2 | 3"])
  }

  @Test func aTableThatSetsThePageIsNone() throws {
    let inner = "<table><tr><td>甲</td><td>乙</td></tr></table>"
    #expect(
      try lines("<table><tr><td><h2>見出し</h2><p>本文。</p></td><td>\(inner)</td></tr></table>")
        == ["heading 2: 見出し", "paragraph: 本文。", "row 1: 甲 | 乙"])
  }

  @Test func preformattedLinesStay() throws {
    #expect(try lines("<pre>一行目\n二行目</pre>") == ["line: 一行目", "line: 二行目"])
  }

  @Test func notesStandBelowTheBlockOfTheirMark() throws {
    let body = """
      <p>本文<a href="#n1" role="doc-noteref">1</a>である。</p><p>次の<span class="footnote-ref">2</span>文。</p>
      <section role="doc-endnotes"><ol><li id="n1">一つ目の注。<a role="doc-backlink" href="#r">↩</a></li>
      <li>2026年の注。</li></ol></section>
      """
    #expect(
      try lines(body) == [
        "paragraph: 本文¹である。", "note: ¹ 一つ目の注。", "paragraph: 次の²文。", "note: ² 2026年の注。",
      ])
  }

  @Test func aTableOfContentsIsSetApart() throws {
    let body = """
      <h2>目次</h2><ul><li><a href="#a">総論</a></li><li><a href="#b">各論</a></li>
      <li><a href="#c">附則</a></li></ul><h2 id="a">総論</h2><p>本文。</p>
      """
    #expect(
      try lines(body) == [
        "furniture: 目次", "furniture: 総論", "furniture: 各論", "furniture: 附則", "heading 2: 総論",
        "paragraph: 本文。",
      ])
  }

  @Test func linksThatLeadBackAreSetApart() throws {
    #expect(
      try lines("<p>本文。</p><p><a href='a'>一覧へ戻る</a></p>") == ["paragraph: 本文。", "furniture: 一覧へ戻る"])
  }

  @Test(arguments: [
    "<main>X</main>", "<div role='main'>X</div>", "<article>X</article>",
    "<div><div id='c'>X</div></div>",
    "<table><tr><td><a href='a'>入口</a></td><td>X</td></tr></table>",
  ])
  func theMainPartIsFoundWithoutWhatFramesIt(wrapper: String) throws {
    let content = "<h1>点検の方針</h1><p>点検は毎年行う。結果は公表する。</p>"
    let frame = """
      <header>架空庁のサイト</header><nav><ul><li><a href="/">ホーム</a></ul></nav>
      <div id="breadcrumb">現在地</div><div class="footer-2">著作権</div><footer>連絡先</footer>
      <p hidden>隠し</p><p style="display: none">隠し</p><noscript>設定</noscript>
      """
    #expect(
      try lines(frame + wrapper.replacing("X", with: content) + "<footer>連絡先</footer>")
        == ["heading 1: 点検の方針", "paragraph: 点検は毎年行う。結果は公表する。"])
  }

  @Test func aCarriageReturnEndsNoLine() throws {
    #expect(try lines("<p>前&#13;後</p><table><tr><td>甲&#13;乙<td>丙</table>").count == 2)
    #expect(try DOCXFixture(DOCXFixture.paragraph("前&#13;後")).lines() == ["paragraph: 前 後"])
  }

  @Test(arguments: ["main", "article", "div", "section"])
  func aPageWithoutHeadAndBodyTagsIsRead(tag: String) throws {
    let html =
      "<!DOCTYPE html><meta charset=utf-8><title>題</title><\(tag)><h1>点検</h1><p>本文。</p></\(tag)>"
    #expect(try markedLines(read(html)) == ["heading 1: 点検", "paragraph: 本文。"])
  }

  @Test func aPageOfLinksIsRead() throws {
    let body =
      "<nav><a href='/'>入口</a></nav><ul><li><a href='1.pdf'>資料1</a></li><li><a href='2.pdf'>資料2</a></li></ul>"
    #expect(try lines(body) == ["item 0: 資料1", "item 0: 資料2"])
  }

  @Test func headAndTitleGiveWhatIsInferred() throws {
    let head = """
      <title>点検の方針 ｜ 架空庁</title><meta name="dcterms.issued" content="2026-04-01T09:00">
      """
    let page = try read(
      "<html><head>\(head)</head><body><p>資料</p><p>○ 点検の方針</p><p>本文。</p></body></html>")
    #expect(page.metadata.title == .init("点検の方針", .inferred))
    #expect(page.metadata.issuer == .init("架空庁", .inferred))
    #expect(page.metadata.date == .init("2026-04-01", .inferred))
    #expect(markedLines(page) == ["paragraph: 資料", "title: ○ 点検の方針", "paragraph: 本文。"])
  }

  @Test func pagesAreThoseThatThePageStates() throws {
    let page = try read(
      "<p><span data-page='4'>一頁目の文。</span><span data-page='5'>二頁目の文。</span></p>")
    #expect(
      page.pages == [
        Page(number: 4, span: TextSpan(0, 18)), Page(number: 5, span: TextSpan(18, 37)),
      ])
    // Numbers that go back state nothing.
    #expect(try read("<p data-page='4'>甲。</p><p data-page='2'>乙。</p>").pages.isEmpty)
  }

  @Test(arguments: [
    "<html><head><title>法令検索</title></head><body><div id='app'></div><script>x</script></body></html>",
    "<title>法令検索</title><nav><a href='/'>ホーム</a></nav><img src='a.png'>",
  ])
  func aShellWithoutTextIsTold(html: String) {
    #expect(throws: HTMLReadingError.noText(title: "法令検索")) { try read(html) }
  }

  @Test(arguments: [
    ("<meta charset=\"Shift_JIS\">", TextEncoding.shiftJIS), ("<META CHARSET=euc-jp>", .eucJP),
    ("<meta http-equiv='Content-Type' content='text/html; charset=x-sjis'>", .shiftJIS),
    ("<meta name=a><meta charset='utf-8'>", .utf8), ("<p>charset=utf-8</p>", nil),
    ("<meta charset=x>", nil),
  ])
  func theDeclaredEncodingIsFound(html: String, encoding: TextEncoding?) {
    #expect(HTMLReader.declaredEncoding(of: Array(html.utf8)) == encoding)
  }

  // MARK: Hostile pages

  @Test func tenThousandLevelsAreRefused() {
    let deep = String(repeating: "<div>", count: 10_000)
    #expect(throws: HTMLReadingError.tooDeep) { try read("<html><body>\(deep)深い。") }
  }

  @Test func aLongAttributeAndFalseSpansCostNothing() throws {
    let long = String(repeating: "a", count: 2_000_000)
    #expect(try lines("<p class=\"\(long)\">本文。</p>") == ["paragraph: 本文。"])
    let table =
      "<table><tr><td rowspan=99999999 colspan=99999999>甲<td>乙</tr><tr><td>丙<td>丁</tr></table>"
    #expect(try lines(table).count == 2)
  }

  @Test func aPageCutShortIsReadAsFarAsItGoes() throws {
    let whole = Array("<html><body><h2>総論</h2><table><tr><td>甲<td>乙</table><p>本文。</p>".utf8)
    for length in 12..<whole.count {
      // Either outcome is right; a crash or a hang is not.
      _ = try? HTMLReader().read(
        Array(String(decoding: whole[..<length], as: UTF8.self).utf8), id: DocumentID("p"),
        source: "p.html", sha256: "")
    }
  }

  @Test func declaredEntitiesAreNeverFetched() throws {
    let html = "<!DOCTYPE html [<!ENTITY x SYSTEM \"file:///etc/hostname\">]><p>前&x;後。</p>"
    #expect(try markedLines(read(html)).joined().contains("前") == true)
    #expect(try !String(decoding: read(html).utf8, as: UTF8.self).contains("localhost"))
  }
}
