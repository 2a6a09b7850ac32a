import ArgumentParser
import DocumentModel
import FoundationEssentials
import Workbench

/// Takes the text of laws into the index.
struct LawsImport: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: Console.say(
      "法令の本文（法令XML、Markdown、zip）を索引に取り込む",
      "Takes the text of laws (law XML, Markdown, zip) into the index."))

  @Argument(
    help: help("ファイル、フォルダ、zip（下位も読む）", "Files, folders and zip archives."), completion: .file())
  var paths: [String]

  @OptionGroup var global: GlobalOptions

  func run() throws {
    let format = try global.format(among: [.text, .json], default: .text)
    let started = Date()
    let registry = try global.registryStore().load()
    let showsProgress = Console.hasProgress && !global.quiet
    let report = try ImportLaws(registry: registry, today: Today.day())
      .run(paths, into: global.indexPath) { done, name in
        if showsProgress { Console.progress(done, nil, name) }
      }
    Console.endProgress()
    global.report(report.diagnostics)
    let printer = try ResultPrinter()
    if format == .json {
      try printer.line(JSONText.pretty(LawImportShape(report, index: global.indexPath)))
    } else if !global.quiet {
      let seconds = (Date().timeIntervalSince(started) * 10).rounded() / 10
      try printer.line(
        Console.say(
          "法令を取り込みました: \(report.laws.count)法令・\(report.added)版を追加、"
            + "\(report.unchanged)版は変更なし、\(report.failed)件は読めず"
            + "（条\(report.articles)、号\(report.items)、\(seconds)秒） → \(global.indexPath)",
          "Imported: \(report.laws.count) laws, \(report.added) revisions added, "
            + "\(report.unchanged) unchanged, \(report.failed) failed "
            + "(\(report.articles) articles, \(report.items) items, \(seconds) s)"
            + " → \(global.indexPath)"))
    }
    try printer.finish()
    try report.status.leave()
  }
}
