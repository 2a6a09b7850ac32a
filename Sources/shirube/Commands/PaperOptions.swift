import ArgumentParser
import Citations
import DocumentModel
import Workbench

extension CitationStyle.Years: ExpressibleByArgument {}
extension CitationStyle.Form: ExpressibleByArgument {}
extension CitationStyle.Placement: ExpressibleByArgument {}

/// How quotations and their sources are written.
struct PaperOptions: ParsableArguments {
  @Option(help: help("年の書き方: japanese（令和6年）、western（2024年）", "Years: japanese or western."))
  var years: CitationStyle.Years = .japanese

  @Option(
    help: help(
      "出典の書き方: official（公用文）、journal（法律雑誌）", "Sources as in official papers or law journals."))
  var form: CitationStyle.Form = .official

  @Option(
    help: help(
      "出典の置き所: block（出典の行）、inline（括弧書き）、footnote（脚注）、endnote（文末の注）",
      "Where sources stand: a line below, in brackets, footnotes or endnotes."))
  var notes: CitationStyle.Placement = .block

  @Option(
    help: help("引用から省く語。（略）と記す", "Words to leave out of the quotation, marked （略）."))
  var omit: [String] = []

  @Option(
    help: help("強調する語。引用者によると記す", "Words to emphasise, told as the quoter's."))
  var emphasize: [String] = []

  @Option(
    help: help("書き込むファイル（省略時は標準出力）", "The file to write (else standard output)."),
    completion: .file())
  var output: String?

  var style: CitationStyle { CitationStyle(years: years, form: form, placement: notes) }
  var edits: QuotationEdits { QuotationEdits(omitted: omit, emphasised: emphasize) }

  /// The formats of papers and lists of excerpts.
  static let formats: [OutputFormat] = [
    .text, .json, .markdown, .html, .docx, .csv, .cslJSON, .bibtex, .jsonLD,
  ]

  /// Returns the format asked for, else the one that the file's name tells, else the given one.
  func format(_ global: GlobalOptions, default standard: OutputFormat) throws -> OutputFormat {
    let named: [(String, OutputFormat)] = [
      (".json", .json), (".md", .markdown), (".html", .html), (".docx", .docx), (".csv", .csv),
      (".bib", .bibtex), (".jsonld", .jsonLD), (".txt", .text),
    ]
    let told = named.first { output?.lowercased().hasSuffix($0.0) == true }?.1
    let format = try global.format(among: Self.formats, default: told ?? standard)
    if format == .docx, output == nil || output == "-", Console.isOutputTerminal {
      throw ValidationError(
        Console.say(
          "Word 文書は --output ファイル.docx に書き出してください。",
          "Write a Word document to a file: --output FILE.docx."))
    }
    return format
  }
}
