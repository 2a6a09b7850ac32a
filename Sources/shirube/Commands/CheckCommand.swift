import ArgumentParser
import DocumentModel
import FoundationEssentials
import PassageIndex
import Registry
import Workbench

/// Checks the index, and makes anew what is derived where it is wrong.
struct CheckCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: Console.say(
      "索引の整合を調べる（構造・位置・引用）", "Checks the index: structure, offsets, quotations."))

  @Flag(
    help: help(
      "問題があれば、索引が持つ原文から作り直して、もう一度調べる",
      "Where something is wrong, makes the index anew from its sources and checks again."))
  var repair = false

  @OptionGroup var global: GlobalOptions

  func run() async throws {
    let format = try global.format(among: [.text, .json], default: .text)
    let registry = try global.registryStore().load()
    let store = DecisionStore(folder: global.decisions, index: global.indexPath)
    let decisions = try store.decisions()
    let sound = repair ? try soundReport(registry, decisions.value) : nil
    let isWhole = try repair && sound == nil ? await rebuild(registry) : true
    let base = try KnowledgeBase(index: global.indexPath)
    let check = Check(base)
    var report = try sound ?? check.run(registry, decisions: decisions.value.pillars)
    var damagedLines: [Diagnostic] = []
    var digest = ""
    if !report.isFileDamaged {
      let baskets = try global.keepBaskets().findings()
      report.findings += baskets.value
      let told = baskets.diagnostics + decisions.diagnostics
      global.report(told)
      damagedLines = told.filter { $0.severity == .error }
      // A citation of what no law has may be the paper's own slip: told, but no fault of the index.
      let library = LawLibrary(base, today: try Today.day())
      global.report(try LawCitations(base, library: library).withoutProvision())
      global.report(try check.outdated(by: registry))
      digest = try base.contentDigest()
    }
    let isSound = report.findings.isEmpty && damagedLines.isEmpty && isWhole
    let printer = try ResultPrinter()
    if format == .json {
      try printer.line(
        JSONText.pretty(CheckShape(report, digest: digest, isSound: isSound)))
    } else {
      try print(report, digest: digest, isSound: isSound, to: printer)
    }
    try printer.finish()
    if !isSound { try ExitStatus.nothing.leave() }
  }

  private func print(
    _ report: CheckReport, digest: String, isSound: Bool, to printer: ResultPrinter
  ) throws {
    for finding in report.findings {
      let diagnostic = Diagnostic(
        finding.identifier, .error,
        arguments: ["subject": finding.subject, "detail": finding.detail])
      try printer.line(
        Printable.safe(MessageCatalogue.text(for: diagnostic, in: Console.language)))
    }
    guard report.findings.isEmpty else { return }
    try printer.line(
      (isSound
        ? Words.say("問題ありません: ", "Sound: ") : Words.say("上の誤りを除き: ", "But for these errors: "))
        + Words.say(
          "文書\(report.documents)、段落\(report.passages)、リンク\(report.links)"
            + " の位置と引用を原文と照合しました。",
          "\(report.documents) documents, \(report.passages) passages and "
            + "\(report.links) links agree with their sources."))
    try printer.line(Words.say("内容のダイジェスト  ", "Content digest  ") + digest)
  }

  /// Returns what a check counts that finds nothing, else nil; an index so damaged that it can't be
  /// checked isn't sound.
  private func soundReport(_ registry: Registry, _ decisions: Decisions) throws -> CheckReport? {
    do {
      let report = try Check(KnowledgeBase(index: global.indexPath)).run(
        registry, decisions: decisions.pillars)
      return report.findings.isEmpty ? report : nil
    } catch let error as WorkbenchError where error.diagnostic.identifier == "index.damaged" {
      return nil
    }
  }

  /// Makes the index anew; returns whether every document and law is there again.
  private func rebuild(_ registry: Registry) async throws -> Bool {
    let store = try global.registryStore()
    var options = IngestOptions(jobs: ProcessInfo.processInfo.activeProcessorCount)
    options.rebuilds = true
    let ingest = Ingest(
      registry: registry, classifier: try store.pillarClassifier(), options: options)
    let report = try await ingest.run(
      [], into: global.indexPath, decisions: global.decisions,
      progress: Console.progress(isWanted: !global.quiet))
    Console.endProgress()
    global.report(report.diagnostics)
    global.report([
      Diagnostic("check.repaired", .note, arguments: ["path": global.indexPath])
    ])
    return !report.diagnostics.contains { $0.severity == .error }
  }
}
