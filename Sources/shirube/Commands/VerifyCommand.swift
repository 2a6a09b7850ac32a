import ArgumentParser
import DocumentModel
import Workbench

/// Checks a draft against the corpus.
struct VerifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: Console.say(
      "原稿の引用・法令・文書・数値を確かめる",
      "Checks a draft's quotations, law citations, documents and figures."),
    discussion: Console.say(
      "「…」と引用の段落を収録文書と一字ずつ照合し、法令の条項が基準日にあるかを確かめます。直すところがあれば終了コードは1です。",
      "Holds each quotation against the corpus character by character, and each provision against "
        + "the law of the day. Exits with 1 where something must be mended."))

  @Argument(help: help("原稿のファイル", "The draft."), completion: .file())
  var file: String

  @Flag(help: help("問題のないものも示す", "Shows what is sound, too."))
  var all = false

  @Option(
    help: help("書き込むファイル（省略時は標準出力）", "The file to write (else standard output)."),
    completion: .file())
  var output: String?

  @Option(
    help: help(
      "テキストの文字コード（省略時は判定する）: UTF-8、UTF-16、Shift_JIS、EUC-JP、ISO-2022-JP",
      "The encoding of plain text (else it is found): UTF-8, UTF-16, Shift_JIS, EUC-JP, ISO-2022-JP."
    ))
  var encoding: TextEncoding?

  @OptionGroup var size: SizeOptions
  @OptionGroup var version: LawVersionOptions
  @OptionGroup var global: GlobalOptions

  func run() throws {
    let format = try global.format(among: [.text, .json, .markdown], default: .text)
    let day = try version.day()
    let base = try KnowledgeBase(index: global.indexPath)
    let store = try global.registryStore()
    let verified = try VerifyDraft(
      base, registry: store.load(), classifier: store.pillarClassifier(), today: Today.day(),
      limits: size.limits, encoding: encoding
    ).run(file, asOf: day)
    global.report(verified.diagnostics)
    let printer = try ResultPrinter(output: output)
    let renderer = VerifyRenderer(showsAll: all)
    switch format {
    case .json:
      try printer.line(
        JSONText.pretty(VerifyShape(verified, draft: file, language: Console.language)))
    case .markdown: try printer.line(renderer.markdown(verified, draft: file))
    default:
      try renderer.text(
        verified, draft: file,
        isColoured: Console.isColoured && (output == nil || output == "-")
      ).print(to: printer)
    }
    try printer.finish()
    if verified.hasFaults { try ExitStatus.nothing.leave() }
  }
}
