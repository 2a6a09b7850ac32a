import Citations
import DocumentModel
import PassageIndex
import Workbench

/// Writes search results for reading.
struct HitRenderer {
  private let laws: LawNames
  private let relations: RelationText
  /// The documents' titles, for the facets.
  private let titles: [String: String]

  init(
    names: DisplayNames, documents: [DocumentRecord] = [], versions: CitedVersions = .none
  ) {
    titles = Dictionary(
      documents.map { ($0.id.rawValue, $0.metadata.title?.value ?? $0.source) },
      uniquingKeysWith: { first, _ in first })
    laws = names.laws
    relations = RelationText(laws: laws, calendar: names.calendar, versions: versions)
  }

  /// Returns hits with what they relate to, then the facets.
  func page(_ result: SearchResult, query: String, options: SearchOptions) -> TextPage {
    var page = TextPage()
    let last = options.offset + result.hits.count
    page.line(
      Words.say(
        "「\(query)」 \(result.total)件中 \(options.offset + 1)–\(last)件目",
        "“\(query)”: hits \(options.offset + 1)–\(last) of \(result.total)"), .title)
    if !result.expanded.isEmpty {
      let words = result.expanded.prefix(8).joined(separator: Words.say("、", ", "))
      let rest = result.expanded.count - 8
      page.paragraph(
        Words.say("同じ意味の語も検索: ", "Also searched: ") + words
          + (rest > 0 ? Words.say(" ほか\(rest)語", " and \(rest) more") : "")
          + Words.say("（--exact で外せます）", " (off with --exact)"),
        indent: 0, style: .faint)
    }
    for (number, hit) in result.hits.enumerated() {
      page.blank()
      add(hit, number: options.offset + number + 1, to: &page)
    }
    addFacets(result.facets, to: &page)
    if last < result.total {
      page.blank()
      page.line(
        Words.say("続きは --offset \(last)", "More with --offset \(last)."), .faint)
    }
    return page
  }

  private func add(_ hit: Hit, number: Int, to page: inout TextPage) {
    let record = hit.record
    let indent = 4
    let head = DisplayWidth.padded("\(number).", to: indent)
    page.paragraph(
      documentLine(record.document), indent: indent, first: page.painter.paint(head, .title),
      style: .title)
    page.paragraph(sectionLine(record), indent: indent, style: .faint)
    page.paragraph(hit.snippet, indent: indent, marks: hit.highlights)
    let width = Words.say("根拠法令", "Ministry").unicodeScalars.count
    let labelWidth = Console.language == .ja ? width * 2 + 2 : width + 2
    page.field(
      Words.say("位置", "Place"), Words.place(record.passage.location, of: record.document),
      indent: indent,
      labelWidth: labelWidth)
    relations.add(record, to: &page, indent: indent, labelWidth: labelWidth)
    if !hit.twins.isEmpty {
      page.field(
        Words.say("同文", "Same text"), hit.twins.map(\.rawValue).joined(separator: " "),
        indent: indent, labelWidth: labelWidth)
    }
    if !hit.scoreTerms.isEmpty {
      page.field(
        Words.say("評点", "Score"), ScoreText.sum(hit), indent: indent, labelWidth: labelWidth)
    }
    page.field("ID", record.passage.id.rawValue, indent: indent, labelWidth: labelWidth)
  }

  /// Title with issuer and date: 経済財政運営と改革の基本方針（閣議決定、令和6年6月21日）.
  func documentLine(_ document: DocumentRecord) -> String {
    let metadata = document.metadata
    let particulars = [
      metadata.issuer?.value, metadata.date.map { relations.date(EDTF($0.value)) },
    ].compactMap { $0 }.joined(separator: Words.say("、", ", "))
    let title = metadata.title?.value ?? document.source
    return particulars.isEmpty ? title : title + Words.say("（\(particulars)）", " (\(particulars))")
  }

  /// The section path below the document's title, with the pillar.
  func sectionLine(_ record: PassageRecord) -> String {
    var path = record.section.path
    if let title = record.document.metadata.title?.value, path.first == title { path.removeFirst() }
    // A heading's own words stand below; its path leads up to it.
    if record.passage.kind == .heading, path.last == record.passage.text { path.removeLast() }
    let key = Words.key(record.pillars)
    return key + path.joined(separator: " › ")
  }

  private func addFacets(_ facets: Facets, to page: inout TextPage) {
    let pillars = Pillar.allCases.compactMap { pillar in
      facets.pillar[pillar.rawValue].map { "\(Words.pillar(pillar)) \($0)" }
    }
    let rows: [(String, [String])] = [
      (Words.say("柱", "Pillar"), pillars),
      (Words.say("法令", "Law"), top(facets.law) { laws.short(facet: $0) }),
      (Words.say("条", "Article"), top(facets.article) { laws.short(article: $0) }),
      (Words.say("府省庁", "Ministry"), top(facets.ministry) { $0 }),
      (Words.say("機関", "Body"), top(facets.body) { $0 }),
      (Words.say("年", "Year"), top(facets.year) { $0 }),
      (
        Words.say("文書", "Document"),
        top(facets.document) { DisplayWidth.shortened(titles[$0] ?? $0, to: 30) }
      ),
      (Words.say("種別", "Kind"), top(facets.kind) { $0 }),
      (Words.say("発行", "Issuer"), top(facets.issuer) { DisplayWidth.shortened($0, to: 30) }),
    ]
    guard rows.contains(where: { !$0.1.isEmpty }) else { return }
    page.blank()
    page.line(Words.say("内訳", "Counts"), .title)
    for (label, values) in rows where !values.isEmpty {
      page.field(
        label, values.joined(separator: Words.say("、", ", ")), indent: 2, labelWidth: 10)
    }
  }

  /// How many values of each facet are shown.
  static let facetCount = 6

  /// The most frequent values with their counts.
  private func top(_ counts: [String: Int], _ name: (String) -> String) -> [String] {
    counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(Self.facetCount).map {
      "\(name($0.key)) \($0.value)"
    }
  }
}
