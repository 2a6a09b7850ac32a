import Pillars
import Registry
import TestSupport
import Testing

@Suite struct PillarTablesTests {
  private static let frame = """
    {"id":"f","names":{"ja":"枠","en":"Frame"},"source":"s","labelSuffixes":[],"pillars":[
    {"pillar":"know","names":{"ja":"知る","en":"Know"},"about":{"ja":"","en":""},
    "markers":[{"words":"知る","places":["label"],"evidence":"e"}]}]}
    """

  private func load(_ file: String, _ text: String) throws -> PillarModel {
    var tables = [
      PillarTables.frameFile: Self.frame, PillarTables.termsFile: "",
      PillarTables.provisionsFile: "", PillarTables.headingsFile: "",
    ]
    tables[file] = text
    return try PillarTables.load(tables: tables.mapValues { Array($0.utf8) }).model
  }

  @Test func theTablesOfTheCheckoutLoad() throws {
    _ = try PillarClassifier.ofCheckout()
  }

  @Test(arguments: [
    (
      "{\"key\":\"a\",\"words\":[\"基金\"],\"weights\":{},\"evidence\":\"e\"}\n{", 2,
      RegistryError.Problem.notJSON, nil
    ),
    ("{\"key\":\"a\",\"words\":[\"基金\"],\"weights\":{}}", 1, .missingField, "evidence"),
    ("{\"key\":\"a\",\"words\":\"基金\",\"weights\":{},\"evidence\":\"e\"}", 1, .wrongValue, "words"),
    ("{\"key\":\"a\",\"words\":[],\"weights\":{},\"evidence\":\"e\"}", 1, .emptyValue, "words"),
    (
      "{\"key\":\"a\",\"words\":[\"金\"],\"weights\":{},\"evidence\":\"e\"}", 1, .wrongValue, "words"
    ),
    (
      """
      {"key":"b","words":["基金"],"weights":{},"evidence":"e"}
      {"key":"a","words":["備蓄"],"weights":{},"evidence":"e"}
      """, 2, .unsorted, "key"
    ),
    (
      """
      {"key":"a","words":["基金"],"weights":{},"evidence":"e"}

      {"key":"b","words":["基金"],"weights":{},"evidence":"e"}
      """, 3, .duplicateName, "words"
    ),
  ])
  func aBrokenRowIsNamedByFileLineAndField(
    table: String, line: Int, problem: RegistryError.Problem, field: String?
  ) throws {
    let error = #expect(throws: RegistryError.self) { try load(PillarTables.termsFile, table) }
    #expect(error?.file == PillarTables.termsFile)
    #expect(error?.line == line)
    #expect(error?.problem == problem)
    #expect(error?.field == field)
  }

  @Test func aPillarIsDescribedOnce() throws {
    let twice = Self.frame.replacing(
      "]}]}",
      with:
        "]},{\"pillar\":\"know\",\"names\":{\"ja\":\"\",\"en\":\"\"},\"about\":{\"ja\":\"\",\"en\":\"\"},\"markers\":[]}]}"
    )
    let error = #expect(throws: RegistryError.self) { try load(PillarTables.frameFile, twice) }
    #expect(error?.problem == .duplicateKey)
  }
}
