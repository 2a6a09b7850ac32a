import Citations
import DocumentModel
import Registry
import Workbench

/// Writes excerpts as text, Markdown or JSON.
struct ExcerptRenderer {
  private let laws: LawNames
  private let writer: ExcerptMarkdownWriter

  init(registry: Registry) {
    laws = LawNames(registry)
    writer = ExcerptMarkdownWriter(
      words: .init(
        verified: Words.say("原文と一致", "verified"),
        repaired: Words.say("抽出上の欠損を修復: ", "repaired: "),
        source: Words.say("出典：", "Source: "), laws: Words.say("関連条文：", "Provisions: "),
        licences: Words.say("出典と利用条件", "Sources and licences"),
        noLicence: Words.say(
          "利用条件の記載がありません。掲載元で確かめてください。",
          "no licence is recorded; see where it was published."),
        refused: Words.say("引用できなかった段落", "Refused")),
      repairName: { Words.repair($0) })
  }

  /// Prints excerpts in a format.
  func print(
    _ shape: CiteShape, _ cited: CitedExcerpts, as format: OutputFormat, title: String?,
    to printer: ResultPrinter, isColoured: Bool
  ) throws {
    switch format {
    case .json: try printer.line(JSONText.pretty(shape))
    case .markdown: try printer.line(markdown(cited, title: title))
    case .text, .svg: try text(cited, title: title, isColoured: isColoured).print(to: printer)
    }
  }

  /// Returns a document of block quotes by source, with the licences at the end.
  ///
  /// A law is given in full at its first mention in the document and short afterwards.
  private func markdown(_ cited: CitedExcerpts, title: String?) -> String {
    var parts: [String] = title.map { ["# \($0)\n"] } ?? []
    var mentioned: Set<LawID> = []
    for one in cited.excerpts {
      if title != nil {
        parts.append("## " + heading(one.excerpt.record) + "\n")
      }
      let provisions = one.excerpt.record.relations.laws.filter {
        $0.origin == .passage || $0.origin == .heading
      }
      let names = provisions.compactMap { relation -> String? in
        guard case .law(let law) = relation.target else { return nil }
        guard let id = law.lawID, mentioned.insert(id).inserted else { return laws.short(law) }
        return laws.first(law)
      }
      parts.append(writer.excerpt(one, laws: names))
    }
    let licences = writer.licences(of: cited.excerpts)
    if title != nil, !licences.isEmpty { parts.append(licences) }
    var text = parts.joined(separator: "\n")
    while text.last == "\n" { text.removeLast() }
    return text
  }

  private func heading(_ record: PassageRecord) -> String {
    let path = record.section.level > 1 ? record.section.title : record.section.path.first ?? ""
    return ExcerptMarkdownWriter.escaped(path.replacing("\n", with: ""))
  }

  private func text(_ cited: CitedExcerpts, title: String?, isColoured: Bool) -> TextPage {
    var page = TextPage(isColoured: isColoured)
    if let title { page.paragraph(title, indent: 0, style: .title) }
    for one in cited.excerpts {
      page.blank()
      page.paragraph(one.excerpt.quote, indent: 2)
      page.field(
        Words.say("出典", "Source"), one.citation, indent: 2, labelWidth: 8)
      page.field(
        Words.say("照合", "Status"), writer.status(one.excerpt), indent: 2, labelWidth: 8)
      if let licence = one.licence {
        page.field(Words.say("利用", "Licence"), licence, indent: 2, labelWidth: 9)
      }
      page.field("ID", one.excerpt.record.passage.id.rawValue, indent: 2, labelWidth: 8)
    }
    return page
  }

  /// Returns a message for each refused passage.
  static func refusals(_ cited: CitedExcerpts) -> [Diagnostic] {
    cited.refused.map {
      Diagnostic(
        "excerpt.\($0.reason.rawValue)", .error, arguments: ["passage": $0.passage.rawValue])
    }
  }
}
