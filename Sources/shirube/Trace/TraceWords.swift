import Citations
import DocumentModel
import Workbench

/// The words in which every form of a trace tells dates, places, sources and facts.
struct TraceWords {
  let laws: LawNames
  let calendar: JapaneseCalendar
  let citations: CitationFormatter
  /// The passages of the steps, for citations that name their sections.
  var records: [PassageID: PassageRecord] = [:]

  init(names: DisplayNames) {
    laws = names.laws
    calendar = names.calendar
    citations = CitationFormatter(calendar: names.calendar)
  }

  /// Returns a date in the calendar of the language: 令和6年6月4日, 2024-06-04.
  func date(_ date: EDTF) -> String {
    Console.language == .ja ? calendar.text(date) : date.rawValue
  }

  /// Returns a date in few characters for a picture: 2024.6.4, 2021年度, 2023.9–2024.5, 2022.12.5〜.
  func shortDate(_ date: EDTF) -> String {
    let value = date.rawValue
    let to = Words.say("〜", "–")
    if value.hasPrefix("../") { return to + shortDate(EDTF(String(value.dropFirst(3)))) }
    if let slash = value.firstIndex(of: "/") {
      let end = String(value[value.index(after: slash)...])
      return shortDate(EDTF(String(value[..<slash]))) + to
        + (end == ".." ? "" : shortDate(EDTF(end)))
    }
    if value.hasPrefix("FY") { return Words.say("\(value.dropFirst(2))年度", value) }
    let parts = value.split(separator: "-").compactMap { Int($0) }
    guard parts.count == value.split(separator: "-").count else { return value }
    if parts.count == 2, let season = Words.season(parts[1]) {
      return Words.say("\(parts[0])年\(season)", "\(season) \(parts[0])")
    }
    return parts.map(String.init).joined(separator: ".")
  }

  /// Returns the law, ministry and amount of a step, each with its label.
  func facts(_ step: TraceStep) -> [String] {
    var facts: [String] = []
    if let law = step.law { facts.append(Words.say("根拠法令 ", "law ") + laws.short(law)) }
    if let ministry = step.ministry {
      facts.append(Words.role(step.ministryRole) + " " + ministry)
    }
    if let amount = step.amount { facts.append(Words.say("金額 ", "amount ") + amount) }
    return facts
  }

  /// Returns what the corpus doesn't hold: 法律: 収録文書に見当たらない.
  func gap(_ gap: Gap) -> String {
    let names = TraceRuleNames.names(gap.kind)
    let day = gap.date.map { Words.say("（期日 \(date($0))）", " (by \(date($0)))") } ?? ""
    return Words.stage(gap.stage) + day + ": " + Words.say(names.ja, names.en)
  }

  /// Returns 「title」（date and deciding body）.
  func source(_ id: DocumentID, _ traced: TracedMeasure) -> String {
    traced.documents[id].map { citations.source($0) } ?? id.rawValue
  }

  /// Returns 「title」（date and deciding body）and the page, else section and lines.
  func citation(_ evidence: TraceEvidence, _ traced: TracedMeasure) -> String {
    guard var record = records[evidence.passage] else {
      let document = traced.documents[evidence.document]
      return source(evidence.document, traced)
        + (document.map { Words.place(evidence.location, of: $0) }
          ?? Words.place(evidence.location))
    }
    record.passage.location = evidence.location
    return citations.citation(record)
  }
}

/// Short names for the documents of traces, in the order in which the steps tell of them: a, b, … z, aa.
struct SourceKeys {
  private(set) var documents: [DocumentID] = []

  init(_ traces: [TracedMeasure]) {
    for step in traces.flatMap(\.trace.steps) where !documents.contains(step.evidence.document) {
      documents.append(step.evidence.document)
    }
  }

  /// Returns the short name of a document.
  func key(_ document: DocumentID) -> String {
    guard var number = documents.firstIndex(of: document) else { return "?" }
    var key = ""
    repeat {
      key = String(Unicode.Scalar(UInt8(0x61 + number % 26))) + key
      number = number / 26 - 1
    } while number >= 0
    return key
  }

  /// Returns the place of a quotation in few characters: a 4頁, a 894行.
  func place(_ evidence: TraceEvidence) -> String {
    let location = evidence.location
    let place =
      location.page.map { Words.say("\($0)頁", "p. \($0)") }
      ?? Words.say("\(location.line)行", "l. \(location.line)")
    return key(evidence.document) + " " + place
  }
}
