import ArgumentParser
import DocumentModel
import Workbench

/// Corrects what is known of a document.
struct DocumentsSet: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "set",
    abstract: Console.say(
      "文書の題名・日付・発行者などを訂正する", "Corrects a document's title, date, issuer and the like."),
    discussion: Console.say(
      "決めたことは 索引.decisions/documents.jsonl に残り、索引を作り直しても生きています。"
        + "文書は索引にある本文から読み直されるので、元のファイルは要りません。",
      "The decision is kept in INDEX.decisions/documents.jsonl and outlives the index. The document "
        + "is analysed again from the text that the index keeps; its file isn't needed."))

  @Argument(help: help("文書の ID（`shirube documents` で見られる）", "The document's id."))
  var id: String

  @Option(help: help("題名", "Its title."))
  var title: String?

  @Option(help: help("発行者", "Who decided or published it."))
  var issuer: String?

  @Option(help: help("日付（2024-06-04、2024-06、令和6年6月4日）", "Its date (2024-06-04, 2024-06)."))
  var date: String?

  @Option(help: help("種別（閣議決定、資料など）", "Its kind (閣議決定, 資料 …)."))
  var kind: String?

  @Option(help: help("出所の URL", "Where it was published."))
  var url: String?

  @Option(help: help("利用条件", "Its licence."))
  var licence: String?

  @Option(name: .customLong("retrieved-at"), help: help("取得した日", "The day it was fetched."))
  var retrievedAt: String?

  @OptionGroup var remark: RemarkOptions
  @OptionGroup var global: GlobalOptions

  private var values: [DocumentMetadata.Name: String?] {
    let given: [(DocumentMetadata.Name, String?)] = [
      (.title, title), (.issuer, issuer), (.date, date), (.kind, kind), (.url, url),
      (.licence, licence), (.retrievedAt, retrievedAt),
    ]
    return Dictionary(
      given.filter { $0.1 != nil }.map { ($0.0, $0.1) }, uniquingKeysWith: { first, _ in first })
  }

  func validate() throws {
    guard !values.isEmpty else {
      throw ValidationError(
        Console.say(
          "--title、--date、--issuer などで値を指定してください。", "Give a value: --title, --date, --issuer …"))
    }
  }

  func run() throws {
    try global.describe(id, values, remark)
  }
}

/// Takes corrections back.
struct DocumentsUnset: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "unset",
    abstract: Console.say(
      "訂正を取り下げ、記載や本文からの推定に戻す",
      "Takes corrections back; what was given or inferred holds again."))

  @Argument(help: help("文書の ID", "The document's id."))
  var id: String

  @Argument(
    help: help(
      "取り下げる項目: title、issuer、date、kind、url、licence、retrieved_at",
      "What to take back: title, issuer, date, kind, url, licence, retrieved_at."))
  var names: [String]

  @OptionGroup var remark: RemarkOptions
  @OptionGroup var global: GlobalOptions

  private func chosen() throws -> [DocumentMetadata.Name] {
    try names.map { key in
      guard let name = DocumentMetadata.Name(key: key) else {
        throw ValidationError(
          Console.say("「\(key)」という項目はありません。", "There is no such value as \(key)."))
      }
      return name
    }
  }

  func validate() throws { _ = try chosen() }

  func run() throws {
    let values = try chosen().map { ($0, String?.none) }
    try global.describe(id, Dictionary(values, uniquingKeysWith: { first, _ in first }), remark)
  }
}

/// Lists the corrections as they were made.
struct DocumentsDecisions: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "decisions",
    abstract: Console.say("訂正の記録", "Lists the corrections as they were made."))

  @OptionGroup var global: GlobalOptions

  func run() throws {
    let format = try global.format(among: [.text, .json], default: .text)
    let read = try global.decisionStore.documentDecisions()
    let shapes = read.value.all.map { DocumentDecisionShape($0) }
    let printer = try ResultPrinter()
    if format == .json {
      try printer.line(JSONText.pretty(["decisions": shapes]))
    } else {
      var page = TextPage()
      for shape in shapes {
        page.blank()
        page.line(shape.document + "  " + shape.on, .title)
        for name in DocumentMetadata.Name.allCases {
          let isUnset = shape.unset?.contains(name.rawValue) == true
          let value = shape.set[name.rawValue] ?? (isUnset ? Words.say("取り下げ", "taken back") : nil)
          guard let value else { continue }
          page.field(DocumentRenderer.label(name), value, indent: 2, labelWidth: 10)
        }
        let remark = [shape.by, shape.why].compactMap { $0 }.joined(separator: ": ")
        if !remark.isEmpty {
          page.field(Words.say("判断", "By"), remark, indent: 2, labelWidth: 10)
        }
      }
      try page.print(to: printer)
    }
    try printer.finish()
    global.report(read.diagnostics)
    if shapes.isEmpty, read.diagnostics.isEmpty, format == .text {
      global.report([Diagnostic("decision.no-description", .note)])
    }
    if !read.diagnostics.isEmpty { try ExitStatus.someUnread.leave() }
  }
}

/// Who decides and why, where one wants to say so.
struct RemarkOptions: ParsableArguments {
  @Option(help: help("決めた人の名前", "Who decides."))
  var by: String?

  @Option(help: help("理由", "The reason."))
  var why: String?
}

extension GlobalOptions {
  /// Makes a decision on a document's description and prints what it changed.
  fileprivate func describe(
    _ id: String, _ values: [DocumentMetadata.Name: String?], _ remark: RemarkOptions
  ) throws {
    let format = try format(among: [.text, .json], default: .text)
    let store = try registryStore()
    let registry = try store.load()
    let described = try DescribeDocument(
      index: indexPath, store: decisionStore, registry: registry,
      classifier: try store.pillarClassifier()
    ).decide(id, values, by: remark.by, why: remark.why, on: Today.day())
    let printer = try ResultPrinter()
    if format == .json {
      try printer.line(JSONText.pretty(DocumentDecisionShape(described.value.decision)))
    } else {
      var page = TextPage()
      let relations = RelationText(laws: LawNames(registry), calendar: registry.calendar)
      DocumentRenderer(relations: relations).add(described.value.now, to: &page)
      try page.print(to: printer)
    }
    try printer.finish()
    report(described.diagnostics)
  }
}
