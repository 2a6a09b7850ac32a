import ArgumentParser
import DocumentModel
import Workbench

extension TraceStage: ExpressibleByArgument {}

/// What of a chain is asked for, and from what day one looks back.
struct TraceOptions: ParsableArguments {
  @Option(
    help: help(
      "この日以後の段階だけ（2024-05-17、2024-05、FY2024、令和6年5月）", "Steps from this date (2024-05-17, FY2024)."))
  var from: String?

  @Option(help: help("この日以前の段階だけ", "Steps up to this date."))
  var until: String?

  @Option(
    help: help(
      "段階の種類（\(TraceStage.allCases.map(\.rawValue).joined(separator: "、"))）。重ねて書ける",
      "A stage (\(TraceStage.allCases.map(\.rawValue).joined(separator: ", "))); may be repeated."))
  var stage: [TraceStage] = []

  @Option(help: help("府省庁の名前か略称。重ねて書ける", "A ministry's name, full or short; may be repeated."))
  var ministry: [String] = []

  @Option(
    help: help(
      "この文書だけを読む（文書の ID）。重ねて書ける", "Reads this document alone, by id; may be repeated."))
  var document: [String] = []

  @Option(
    name: .customLong("as-of"),
    help: help("期日が過ぎたかを見る日（省略時は今日）", "The day from which targets are looked back at (else today).")
  )
  var asOf: String?

  /// What is asked for, as the use case takes it.
  var narrowing: TraceNarrowing {
    var narrowing = TraceNarrowing()
    narrowing.from = from
    narrowing.until = until
    narrowing.stages = stage
    narrowing.ministries = ministry
    narrowing.documents = document
    return narrowing
  }

  /// The day given, else today.
  func day() throws -> CalendarDay {
    try asOf.map(LawVersionOptions.day) ?? Today.day()
  }
}
