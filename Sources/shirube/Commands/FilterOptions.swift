import ArgumentParser
import DocumentModel
import Workbench

extension Pillar: ExpressibleByArgument {
  /// Reads the English word or the Japanese one.
  public init?(argument: String) {
    switch argument {
    case "know", "知る": self = .know
    case "nurture", "育てる": self = .nurture
    case "protect", "守る": self = .protect
    default: return nil
    }
  }

  public static var allValueStrings: [String] { allCases.map(\.rawValue) }
}

/// The filters of `search` and `export`.
struct FilterOptions: ParsableArguments {
  @Option(help: help("柱: know（知る）、nurture（育てる）、protect（守る）", "A pillar; may be repeated."))
  var pillar: [Pillar] = []

  @Option(
    help: help("法令の名前・番号・法令ID。:条 を付けられる（外為法:25）", "A law's name, number or LawId, with :ARTICLE."))
  var law: [String] = []

  @Option(help: help("府省庁の名前か略称", "A ministry's name, full or short."))
  var ministry: [String] = []

  @Option(
    help: help("府省庁以外の機関の名前か略称。--ministry と重ねられる", "A body's name, full or short."))
  var body: [String] = []

  @Option(help: help("文書の種別（閣議決定）", "A kind of document."))
  var kind: [String] = []

  @Option(help: help("文書の発行者の名前か略称", "A name that the document's issuer holds."))
  var issuer: [String] = []

  @Option(
    help: help("この日以後（2024-05-17、2024-05、FY2024、令和6年5月）", "From this date (2024-05-17, FY2024)."))
  var since: String?

  @Option(help: help("この日以前", "Up to this date."))
  var until: String?

  @Option(help: help("文書の ID", "A document's id."))
  var document: [String] = []

  @Option(help: help("示す件数", "How many hits."))
  var limit: Int?

  @Option(help: help("飛ばす件数", "How many hits to pass over."))
  var offset = 0

  @Flag(
    help: help(
      "入力した語だけを探す（同義語・表記ゆれ・質問文の解釈をしない）",
      "Only the words typed: no synonyms, spellings or question mode."))
  var exact = false

  @Flag(
    help: help("文書から受け継ぐ関係も絞り込みの対象にする", "Filters also take what a passage inherits."))
  var inherited = false

  func validate() throws {
    if let limit, limit < 1 {
      throw ValidationError(Console.say("--limit は 1 以上です。", "--limit is 1 or more."))
    }
    if offset < 0 {
      throw ValidationError(Console.say("--offset は 0 以上です。", "--offset is 0 or more."))
    }
  }

  /// Whether it narrows by what only passages of policy documents have.
  var filtersPassages: Bool {
    !pillar.isEmpty || !ministry.isEmpty || !body.isEmpty || !kind.isEmpty || !issuer.isEmpty
      || !document.isEmpty || since != nil || until != nil
      || inherited
  }

  /// The options as the use case takes them.
  func options(limit standard: Int) -> SearchOptions {
    var options = SearchOptions()
    options.pillars = pillar
    options.laws = law
    options.ministries = ministry
    options.bodies = body
    options.kinds = kind
    options.issuers = issuer
    options.since = since
    options.until = until
    options.documents = document
    options.limit = limit ?? standard
    options.offset = offset
    options.isExact = exact
    options.includesInherited = inherited
    return options
  }
}
