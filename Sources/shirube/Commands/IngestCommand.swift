import ArgumentParser
import DocumentModel
import FoundationEssentials
import Workbench

extension TextEncoding: ExpressibleByArgument {
  package init?(argument: String) { self.init(name: argument) }

  package static var allValueStrings: [String] { allCases.map(\.rawValue) }
}

/// Takes files and folders into the index.
struct IngestCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ingest",
    abstract: Console.say("ファイルやフォルダを索引に取り込む", "Takes files and folders into the index."))

  @Argument(help: help("ファイルかフォルダ（下位も読む）", "Files and folders (read recursively)."))
  var paths: [String]

  @Option(help: help("同時に処理する文書の数", "How many documents are worked on at a time."))
  var jobs: Int?

  @Flag(help: help("変わっていないファイルも読み直す", "Reads unchanged files again."))
  var force = false

  @Flag(
    help: help("索引を新しく作り直す（指定したものだけが入る）", "Makes the index anew, of these paths only."))
  var rebuild = false

  @Option(
    help: help(
      "テキストの文字コード（省略時は判定する）: UTF-8、UTF-16、Shift_JIS、EUC-JP、ISO-2022-JP",
      "The encoding of plain text (else it is found): UTF-8, UTF-16, Shift_JIS, EUC-JP, ISO-2022-JP."
    ))
  var encoding: TextEncoding?

  @Option(
    help: help(
      "ファイルごとの題名・発行者・日付などの一覧表（JSON Lines か、見出し行のある CSV）",
      "A list of the files with title, issuer, date … of each (JSON Lines, or CSV with a header row)."
    ))
  var manifest: String?

  @OptionGroup var global: GlobalOptions

  func validate() throws {
    if let jobs, jobs < 1 {
      throw ValidationError(Console.say("--jobs は 1 以上です。", "--jobs is 1 or more."))
    }
  }

  func run() async throws {
    _ = try global.format(among: [.text, .json], default: .text)
    let started = Date()
    let options = IngestOptions(
      jobs: jobs ?? ProcessInfo.processInfo.activeProcessorCount, analysesUnchanged: force,
      rebuilds: rebuild, encoding: encoding, manifest: manifest)
    let store = try global.registryStore()
    let ingest = Ingest(
      registry: try store.load(), classifier: try store.pillarClassifier(), options: options)
    let showsProgress = Console.isErrorTerminal && !global.quiet
    let report = try await ingest.run(
      paths, into: global.indexPath, decisions: global.decisions
    ) { progress in
      if showsProgress { Console.progress(progress.done, progress.total, progress.name) }
    }
    if showsProgress { Console.endProgress() }
    global.report(report.diagnostics.filter { $0.isAboutInput || $0.severity == .error })
    reportContent(report.diagnostics)
    let seconds = Date().timeIntervalSince(started)
    let printer = try ResultPrinter()
    if global.format == .json {
      try printer.line(JSONText.pretty(IngestShape(report, index: global.indexPath)))
    } else if report.readable > 0, !global.quiet {
      try printer.line(summary(report, seconds: seconds))
    }
    try printer.finish()
    try report.status.leave()
  }

  /// Tells how much was noticed in the texts; `explain` tells each with its line.
  private func reportContent(_ diagnostics: [Diagnostic]) {
    let content = diagnostics.filter { !$0.isAboutInput && $0.severity != .error }
    guard !content.isEmpty, !global.quiet else { return }
    let warnings = content.count { $0.severity == .warning }
    let notes = content.count - warnings
    Console.note(
      Console.say(
        "本文について: 注意\(warnings)件、注記\(notes)件（`shirube explain 文書ID` で見られます）",
        "About the texts: \(warnings) warnings, \(notes) notes (see `shirube explain DOCUMENT`)"))
  }

  private func summary(_ report: IngestReport, seconds: Double) -> String {
    let time = "\((seconds * 10).rounded() / 10)"
    let (added, replaced) = (report.added.count, report.replaced.count)
    let (same, failed) = (report.unchanged.count, report.failed.count)
    return Console.say(
      "取り込み完了: 新規\(added)・更新\(replaced)・変更なし\(same)・失敗\(failed)"
        + "（段落\(report.passages)、リンク\(report.links)、\(time)秒） → \(global.indexPath)",
      "Ingested: \(added) new, \(replaced) updated, \(same) unchanged, \(failed) failed "
        + "(\(report.passages) passages, \(report.links) links, \(time) s) → \(global.indexPath)")
  }
}
