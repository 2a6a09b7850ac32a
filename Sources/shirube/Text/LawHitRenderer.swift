import DocumentModel
import PassageIndex
import Workbench

/// Lays out articles found in law text, the law and the article above each snippet.
struct LawHitRenderer {
  func page(_ result: LawSearchResult, query: String, offset: Int) -> TextPage {
    var page = TextPage()
    let last = offset + result.hits.count
    let day = result.asOf?.iso8601
    page.line(
      Words.say(
        "「\(query)」 法令の本文\(day.map { "（\($0) 時点）" } ?? "") "
          + "\(result.total)件中 \(offset + 1)–\(last)件目",
        "“\(query)” in the text of laws\(day.map { " as of \($0)" } ?? ""): "
          + "hits \(offset + 1)–\(last) of \(result.total)"), .title)
    if !result.expanded.isEmpty {
      page.paragraph(
        Words.say("同じ意味の語も検索: ", "Also searched: ")
          + result.expanded.prefix(8).joined(separator: Words.say("、", ", "))
          + Words.say("（--exact で外せます）", " (off with --exact)"), indent: 0, style: .faint)
    }
    for (number, hit) in result.hits.enumerated() {
      page.blank()
      add(hit, number: offset + number + 1, to: &page)
    }
    if last < result.total {
      page.blank()
      page.line(Words.say("続きは --offset \(last)", "More with --offset \(last)."), .faint)
    }
    return page
  }

  private func add(_ hit: LawHit, number: Int, to page: inout TextPage) {
    let indent = 4
    let path = hit.path
    let head = DisplayWidth.padded("\(number).", to: indent)
    let article = path.last.map { "\u{3000}" + $0 } ?? ""
    page.paragraph(
      hit.title + article, indent: indent, first: page.painter.paint(head, .title),
      style: .title)
    if path.count > 1 {
      page.paragraph(
        path.dropLast().joined(separator: " › "), indent: indent, style: .faint)
    }
    page.paragraph(hit.snippet, indent: indent, marks: hit.highlights)
    let since = hit.revision.inForceFrom?.iso8601 ?? Words.say("日付なし", "undated")
    page.field(
      Words.say("版", "Version"), Words.say("\(since) 施行", "in force from \(since)"),
      indent: indent, labelWidth: 10)
    if let url = hit.urlDated ?? hit.url {
      page.address(url, indent: indent)
    }
  }
}
