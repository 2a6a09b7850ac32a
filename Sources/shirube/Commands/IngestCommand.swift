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

  @Argument(
    help: help("ファイルかフォルダ（下位も読む）", "Files and folders (read recursively)."), completion: .file())
  var paths: [String] = []

  @Option(help: help("同時に処理する文書の数", "How many documents are worked on at a time."))
  var jobs: Int?

  @Flag(help: help("変わっていないファイルも読み直す", "Reads unchanged files again."))
  var force = false

  @Flag(
    help: help(
      "索引を新しく作り直す（指定したものだけが入る。指定がなければ、索引が持つ原文から）",
      "Makes the index anew: of these paths only, or of the sources that the index keeps."))
  var rebuild = false

  @Flag(
    help: help(
      "指定したフォルダからなくなったファイルの文書を、索引からも外す",
      "Takes out documents whose files are gone from the folders given."))
  var prune = false

  @Flag(
    help: help(
      "フォルダを見張り、変わるたびに取り込む（Ctrl-C で終わる）",
      "Follows the folders and ingests whenever they change, until Ctrl-C."))
  var watch = false

  @Option(help: help("見張りの間隔（秒）", "Seconds between two looks of --watch."))
  var every = 2.0

  @OptionGroup var size: SizeOptions

  @Option(
    name: .customLong("max-seconds"),
    help: help("一つの文書にかける時間の上限（秒）", "The longest time for one document, in seconds."))
  var maxSeconds = DocumentLimits().seconds

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
    ), completion: .file())
  var manifest: String?

  @Flag(
    help: help(
      "文字のない PDF のページを文字認識で読む（tesseract が要る。読んだ箇所は OCR と示す）",
      "Reads PDF pages without text by OCR (needs tesseract); what was read so is marked as OCR."))
  var ocr = false

  @OptionGroup var global: GlobalOptions

  func validate() throws {
    if let jobs, jobs < 1 {
      throw ValidationError(Console.say("--jobs は 1 以上です。", "--jobs is 1 or more."))
    }
    if maxSeconds <= 0 || every <= 0 {
      throw ValidationError(
        Console.say(
          "--max-seconds と --every は 0 より大きい数です。",
          "--max-seconds and --every are greater than 0."))
    }
    // Also false for what is no number.
    guard maxSeconds <= DocumentLimits.longest, every <= DocumentLimits.longest else {
      let most = Int(DocumentLimits.longest)
      throw ValidationError(
        Console.say(
          "--max-seconds と --every は \(most)（1日）までの数です。",
          "--max-seconds and --every are numbers up to \(most) (a day)."))
    }
    if size.limits.bytes > DocumentLimits.storable {
      throw ValidationError(
        Console.say(
          "--max-bytes は \(DocumentLimits.storable) までです（索引はそれより大きい文書を持てません）。",
          "--max-bytes is \(DocumentLimits.storable) at most: an index holds no larger document."))
    }
    if paths.isEmpty, !rebuild || watch || prune || manifest != nil {
      throw ValidationError(
        Console.say(
          "取り込むファイルかフォルダを指定してください（--rebuild だけなら、索引が持つ原文から作り直します）。",
          "Give files or folders; only --rebuild can do without, from the sources the index keeps.")
      )
    }
    if watch, rebuild {
      throw ValidationError(
        Console.say(
          "--watch と --rebuild は同時に使えません。", "--watch and --rebuild can't be used together."))
    }
  }

  func run() async throws {
    _ = try global.format(among: [.text, .json], default: .text)
    var told: [Diagnostic] = []
    guard watch else { return try await ingest(&told).leave() }
    let command = self
    try await Interruption.ending { try await command.follow() }
    global.report([Diagnostic("source.watch-ended", .note)])
  }

  /// Takes the paths in now and after every change, until the task is ended.
  ///
  /// Where another process writes or the disk is full, it tells so once and tries again.
  private func follow() async throws {
    var watching = FolderWatch(paths + [manifest].compactMap { $0 }, every: every)
    var (isFollowing, isWaiting) = (false, false)
    var told: [Diagnostic] = []
    while true {
      do {
        _ = try await ingest(&told)
      } catch let failure as WorkbenchError where failure.mayPass {
        if !isWaiting {
          global.report([failure.diagnostic, Diagnostic("source.watch-waits", .note)])
        }
        isWaiting = true
        try await Task.sleep(for: .seconds(every))
        continue
      }
      isWaiting = false
      if !isFollowing {
        global.report([
          Diagnostic("source.watching", .note, arguments: ["path": paths.joined(separator: " ")])
        ])
      }
      isFollowing = true
      try await watching.change()
    }
  }

  /// Takes the paths in once, prints how it went and returns the exit status for it.
  ///
  /// Files that were passed over last time, `told`, aren't told of again.
  private func ingest(_ told: inout [Diagnostic]) async throws -> ExitStatus {
    let clock = ContinuousClock()
    let started = clock.now
    var options = IngestOptions(jobs: jobs ?? ProcessInfo.processInfo.activeProcessorCount)
    options.analysesUnchanged = force
    options.rebuilds = rebuild
    options.prunes = prune
    options.encoding = encoding
    options.manifest = manifest
    options.recognizes = ocr
    options.limits = size.limits
    options.limits.seconds = maxSeconds
    let store = try global.registryStore()
    let ingest = Ingest(
      registry: try store.load(), classifier: try store.pillarClassifier(), options: options)
    let report = try await ingest.run(
      paths, into: global.indexPath, decisions: global.decisions,
      progress: Console.progress(isWanted: !global.quiet))
    Console.endProgress()
    let known = Set(told.map(\.arguments["source"]))
    let news = report.diagnostics.filter {
      !$0.isAboutSkipping || !known.contains($0.arguments["source"])
    }
    told = report.diagnostics.filter(\.isAboutSkipping)
    global.report(news)
    if report.textWarnings + report.textNotes > 0, !global.quiet {
      Console.note(
        Console.say(
          "本文について: 注意\(report.textWarnings)件、注記\(report.textNotes)件"
            + "（`shirube explain 文書ID` で見られます）",
          "About the texts: \(report.textWarnings) warnings, \(report.textNotes) notes "
            + "(see `shirube explain DOCUMENT`)"))
    }
    let printer = try ResultPrinter()
    if global.format == .json {
      try printer.line(JSONText.pretty(IngestShape(report, index: global.indexPath)))
    } else if report.readable + report.documents(.pruned).count > 0, !global.quiet {
      try printer.line(summary(report, seconds: (clock.now - started) / .seconds(1)))
    }
    try printer.finish()
    return report.status
  }

  private func summary(_ report: IngestReport, seconds: Double) -> String {
    let time = "\((seconds * 10).rounded() / 10)"
    let count = { (outcome: FileReport.Outcome) in
      report.files.count { $0.outcome == outcome }
    }
    let (added, replaced) = (count(.added), count(.replaced))
    let (same, failed) = (count(.unchanged), count(.failed))
    let gone =
      report.removed.isEmpty
      ? ""
      : Console.say("・消失\(report.removed.count)", ", \(report.removed.count) gone")
    return Console.say(
      "取り込み完了: 新規\(added)・更新\(replaced)・変更なし\(same)・失敗\(failed)\(gone)"
        + "（段落\(report.passages)、リンク\(report.links)、\(time)秒） → \(global.indexPath)",
      "Ingested: \(added) new, \(replaced) updated, \(same) unchanged, \(failed) failed\(gone) "
        + "(\(report.passages) passages, \(report.links) links, \(time) s) → \(global.indexPath)")
  }
}

extension WorkbenchError {
  /// Whether the same may succeed a little later without anything being mended in the request.
  fileprivate var mayPass: Bool { ["index.busy", "index.full"].contains(diagnostic.identifier) }
}
