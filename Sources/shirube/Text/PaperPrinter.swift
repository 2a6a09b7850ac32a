import Citations
import DocumentModel
import Workbench

/// Prints excerpts as a paper or a list, in the format asked for.
struct PaperPrinter {
  let names: DisplayNames
  let style: CitationStyle

  /// The words around excerpts in the language in use.
  static var words: ExcerptWords {
    ExcerptWords(
      verified: Words.say("原文と一致", "verified"),
      repaired: Words.say("抽出上の欠損を修復: ", "repaired: "),
      recognized: Words.say(
        "画像からの文字認識（OCR）。原本の画像と未照合",
        "read by OCR from a picture; not checked against the original"),
      source: Words.say("出典：", "Source: "), laws: Words.say("関連条文：", "Provisions: "),
      licences: Words.say("出典と利用条件", "Sources and licences"),
      noLicence: Words.say(
        "利用条件の記載がありません。掲載元で確かめてください。",
        "no licence is recorded; see where it was published."),
      remark: Words.say("作成者注：", "Drafter's note: "),
      emphasis: Words.say("（傍点は引用者）", "（emphasis added）"),
      repairName: { Words.repair($0) })
  }

  var composer: ExcerptComposer {
    ExcerptComposer(
      words: Self.words, formatter: CitationFormatter(calendar: names.calendar, style: style))
  }

  var arrangement: ArrangeExcerpts {
    ArrangeExcerpts(
      display: names, style: style,
      names: .init(pillar: Words.pillar, other: Words.say("その他", "Other")))
  }

  /// Prints a paper in a format that holds running text.
  func print(_ paper: CitedDocument, as format: OutputFormat, to printer: ResultPrinter) throws {
    let paper = paper.printable
    switch format {
    case .html: try printer.line(HTMLWriter().write(paper))
    case .docx: try printer.bytes(DOCXWriter().write(paper))
    case .text: try printer.line(PlainTextWriter().write(paper))
    default: try printer.line(MarkdownWriter().write(paper))
    }
  }

  /// Prints excerpts in a format that holds records, or returns false for a format of papers.
  func printRecords(
    _ entries: [ExcerptEntry], as format: OutputFormat, to printer: ResultPrinter
  ) throws -> Bool {
    var seen: Set<DocumentID> = []
    let documents = entries.map(\.cited.excerpt.record.document).filter {
      seen.insert($0.id).inserted
    }
    switch format {
    case .csv:
      try printer.line(CSVWriter().write(header: Self.columns, rows: entries.map(Self.row)))
    case .bibtex: try printer.line(BibTeXWriter().write(documents))
    case .cslJSON: try printer.line(JSONText.pretty(documents.map(CSLItemShape.init)))
    case .jsonLD:
      try printer.line(
        JSONText.pretty(entries.map { AnnotationShape($0.cited, remark: $0.remark) }))
    default: return false
    }
    return true
  }

  private static var columns: [String] {
    Words.say(
      "ID,文書,発行,日付,頁,行,引用,出典,関連条文,照合,利用条件,作成者注",
      "ID,Document,Issuer,Date,Page,Lines,Quotation,Citation,Provisions,Status,Licence,Note"
    ).split(separator: ",").map(String.init)
  }

  private static func row(_ entry: ExcerptEntry) -> [String] {
    let excerpt = entry.cited.excerpt
    let (metadata, location) = (excerpt.record.document.metadata, excerpt.record.passage.location)
    return [
      excerpt.record.passage.id.rawValue, metadata.title?.value ?? excerpt.record.document.source,
      metadata.issuer?.value ?? "", metadata.date?.value ?? "",
      location.page.map { "\($0)" } ?? "",
      location.line == location.lineEnd
        ? "\(location.line)" : "\(location.line)–\(location.lineEnd)",
      excerpt.quote, entry.cited.citation, entry.laws.joined(separator: "、"),
      words.status(excerpt), entry.cited.licence ?? "", entry.remark ?? "",
    ]
  }

  /// Returns a message for each refused passage.
  static func refusals(_ cited: CitedExcerpts) -> [Diagnostic] {
    cited.refused.map {
      Diagnostic(
        "excerpt.\($0.reason.rawValue)", .error, arguments: ["passage": $0.passage.rawValue])
    }
  }
}
