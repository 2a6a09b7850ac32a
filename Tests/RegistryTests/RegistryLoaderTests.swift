import DocumentModel
import Registry
import TestSupport
import Testing

@Suite struct RegistryLoaderTests {
  /// A sound row for each table, so that one broken row can be set among them.
  static let sound: [RegistryTable: String] = [
    .laws: """
    {"law_id":"324AC0000000228","law_number":"昭和二十四年法律第二百二十八号",\
    "title":"外国為替及び外国貿易法","aliases":[],"ministries":[],"source":"e-Gov"}
    """,
    .ministries: """
    {"name":"経済産業省","kind":"ministry","aliases":[],"heads":[],"source":"設置法"}
    """,
  ]

  static func load(_ table: RegistryTable, _ lines: String) throws(RegistryError) -> Registry {
    var tables: [String: [UInt8]] = [:]
    for each in RegistryTable.allCases {
      tables[each.fileName] = Array((each == table ? lines : sound[each] ?? "").utf8)
    }
    return try RegistryLoader().load(tables: tables)
  }

  struct Broken: Sendable, CustomTestStringConvertible {
    var table: RegistryTable
    var lines: String
    var problem: RegistryError.Problem
    var line: Int
    var field: String?
    var testDescription: String { "\(table.fileName) \(problem.rawValue) \(field ?? "")" }

    init(
      _ table: RegistryTable, _ lines: String, _ problem: RegistryError.Problem, line: Int = 1,
      field: String?
    ) {
      self.table = table
      self.lines = lines
      self.problem = problem
      self.line = line
      self.field = field
    }
  }

  static func law(
    _ id: String = "324AC0000000228", title: String = "外国為替及び外国貿易法", aliases: String = "",
    more: String = ""
  ) -> String {
    """
    {"law_id":"\(id)","law_number":"昭和二十四年法律第二百二十八号","title":"\(title)",\
    "aliases":[\(aliases)],"ministries":[],\(more)"source":"e-Gov"}
    """
  }

  static func ministry(_ name: String = "経済産業省", more: String = "") -> String {
    """
    {"name":"\(name)","kind":"ministry","aliases":[],"heads":[],\(more)"source":"設置法"}
    """
  }

  static let broken: [Broken] = [
    Broken(.laws, "外為法", .notJSON, field: nil),
    Broken(.laws, law() + "\n[1]", .notJSON, line: 2, field: nil),
    Broken(.laws, #"{"law_id":"324AC0000000228"}"#, .missingField, field: "law_number"),
    Broken(.laws, law(more: #""titel":"外為法","#), .unknownField, field: "titel"),
    Broken(.laws, law("324AC00000228"), .badLawID, field: "law_id"),
    Broken(.laws, law("昭和24年法律第228号"), .badLawID, field: "law_id"),
    Broken(.laws, law(title: " "), .emptyValue, field: "title"),
    Broken(.laws, law() + "\n\n" + law(), .duplicateKey, line: 3, field: "law_id"),
    Broken(
      .laws, law() + "\n" + law("322AC0000000054", title: "独占禁止法"), .unsorted, line: 2,
      field: "law_id"),
    Broken(
      .laws, law(more: #""parent":"504AC0000000043","#), .danglingReference, field: "parent"),
    Broken(
      .laws, law().replacing(#""ministries":[]"#, with: #""ministries":["通商産業省"]"#),
      .danglingReference, field: "ministries[0]"),
    Broken(
      .laws, law(aliases: #"{"name":"外為法","kind":"official","evidence":""}"#), .emptyValue,
      field: "aliases[0].evidence"),
    Broken(
      .laws, law(aliases: #"{"name":"外為法","kind":"nickname","evidence":"略称"}"#), .wrongValue,
      field: "aliases[0].kind"),
    Broken(
      .laws, law(aliases: #"{"name":"外為法","kind":"staff"}"#), .missingField,
      field: "aliases[0].evidence"),
    Broken(
      .laws,
      law(aliases: #"{"name":"管理法","kind":"staff","evidence":"略称"}"#) + "\n"
        + law(
          "324CO0000000378", title: "輸出貿易管理令",
          aliases: #"{"name":"管理法","kind":"staff","evidence":"略称"}"#),
      .duplicateName, line: 2, field: "aliases[0].name"),
    Broken(
      .laws, law(aliases: #"{"name":"管理法","kind":"ambiguous","evidence":"略称"}"#),
      .duplicateName, field: "aliases"),
    Broken(.ministries, ministry(more: #""from":"2001-02-30","#), .badDate, field: "from"),
    Broken(.ministries, ministry(more: #""from":"平成13年","#), .badDate, field: "from"),
    Broken(
      .ministries, ministry(more: #""from":"2001-01-06","until":"2000-01-05","#), .badDate,
      field: "until"),
    Broken(.ministries, ministry(more: #""parent":"内閣","#), .danglingReference, field: "parent"),
    Broken(
      .ministries, ministry(more: #""successor":"未来省","#), .danglingReference,
      field: "successor"),
    Broken(
      .ministries, ministry().replacing(#""heads":[]"#, with: #""heads":"大臣""#), .wrongValue,
      field: "heads"),
    Broken(
      .organizations, #"{"name":"科学技術振興機構","aliases":[],"parent":"文科省","source":"法"}"#,
      .danglingReference, field: "parent"),
    Broken(
      .documents, #"{"title":"国家安全保障戦略","aliases":[],"date":"2022-12-32","source":"内閣官房"}"#,
      .badDate, field: "date"),
    Broken(
      .documents, #"{"title":"国家安全保障戦略","aliases":[],"issuer":"内閣室","source":"内閣官房"}"#,
      .danglingReference, field: "issuer"),
    Broken(
      .documents, #"{"title":"骨太の方針{年}","aliases":[],"source":"内閣府"}"#, .wrongValue,
      field: "title"),
    Broken(
      .documents,
      #"{"title":"基本計画","aliases":[{"name":"第{ordinal}期基本計画","kind":"official","#
        + #""evidence":"題名"}],"source":"内閣府"}"#,
      .wrongValue, field: "aliases[0].name"),
    Broken(
      .eras, #"{"name":"令和","initial":"R","first_day":"2019-05","source":"政令"}"#, .badDate,
      field: "first_day"),
    Broken(
      .measures,
      #"{"name":"備蓄","aliases":[],"parents":["供給確保"],"laws":[],"ministries":[],"source":"法"}"#,
      .danglingReference, field: "parents[0]"),
    Broken(
      .measures,
      #"{"name":"備蓄","aliases":[],"parents":[],"laws":["324AC0000000228#第7条"],"#
        + #""ministries":[],"source":"法"}"#,
      .wrongValue, field: "laws[0]"),
    Broken(
      .concepts,
      #"{"term":"備蓄","provision":"504AC0000000043#44","evidence":"条文","source":"e-Gov"}"#,
      .danglingReference, field: "provision"),
    Broken(
      .concepts,
      #"{"term":"備蓄","provision":"324AC0000000228#25","evidence":"","source":"e-Gov"}"#,
      .emptyValue, field: "evidence"),
    Broken(
      .spellings, #"{"forms":["取組"],"evidence":"送り仮名","source":"内閣訓令"}"#, .emptyValue,
      field: "forms"),
    Broken(
      .variants, #"{"from":"國","to":"国家","kind":"kyujitai","source":"常用漢字表"}"#, .wrongValue,
      field: "to"),
    Broken(
      .variants, #"{"from":"國","to":"国","kind":"old","source":"常用漢字表"}"#, .wrongValue,
      field: "kind"),
  ]

  @Test(arguments: broken)
  func brokenRow(_ broken: Broken) {
    do {
      _ = try Self.load(broken.table, broken.lines)
      Issue.record("loaded")
    } catch {
      #expect(error.problem == broken.problem)
      #expect(error.file == broken.table.fileName)
      #expect(error.line == broken.line)
      #expect(error.field == broken.field)
      #expect(error.description.hasPrefix("\(broken.table.fileName):\(broken.line): "))
      #expect(error.diagnostic.identifier == "registry.\(broken.problem.rawValue)")
    }
  }

  @Test func missingAndUnknownTables() {
    #expect(throws: RegistryError(.missingTable, file: "acts.jsonl")) {
      try RegistryLoader().load(tables: [:])
    }
    #expect(throws: RegistryError(.unknownTable, file: "lawz.jsonl")) {
      try RegistryLoader().load(tables: ["lawz.jsonl": []])
    }
  }

  @Test func descriptionSaysWhereAndWhatToDo() {
    let error = RegistryError(
      .danglingReference, file: "laws.jsonl", line: 7, field: "parent", value: "504AC0000000043")
    #expect(
      error.description
        == "laws.jsonl:7: parent: names “504AC0000000043”, which no table has; "
        + "add that row or correct the name")
  }

  @Test func variantsGoToTheirLayer() throws {
    let registry = try Self.load(
      .variants,
      """
      {"from":"⺠","to":"民","kind":"radical","source":"Unicode"}
      {"from":"國","to":"国","kind":"kyujitai","source":"常用漢字表"}
      """)
    #expect(registry.variants.radicals == [0x2EA0: 0x6C11])
    #expect(registry.variants.folds == [0x570B: 0x56FD])
  }

  @Test func digestChangesWithAnyTable() throws {
    let one = try Self.load(.laws, Self.law())
    let same = try Self.load(.laws, Self.law())
    let other = try Self.load(.laws, Self.law() + "\n")
    #expect(one.digest == same.digest)
    #expect(one.digest != other.digest)
    #expect(one.digest.utf8.count == 64)
  }
}
