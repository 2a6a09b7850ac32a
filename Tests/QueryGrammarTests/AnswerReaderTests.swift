import DocumentModel
import QueryGrammar
import TestSupport
import Testing
import TextNormalization

/// What a question wants to be told, and which of its words say no more than that.
@Suite struct AnswerReaderTests {
  private let parser = QueryParser(
    folding: SearchFolding(variants: CharacterVariants()), vocabulary: QueryParserTests.vocabulary)

  @Test(arguments: [
    ("岸壁の点検はいつから始まったか", [AnswerKind.date], ["岸壁", "点検", "始"]),
    ("荷役設備の届出制度の施行日はいつか", [.date], ["荷役設備", "届出制度", "施行"]),
    ("補助金の申請期限はいつまでか", [.date], ["補助金", "申請"]),
    ("指定された倉庫は何品目か", [.figure(counters: ["品目"])], ["指定", "倉庫"]),
    ("点検計画は何件認定されたか", [.figure(counters: ["件"])], ["点検計画", "認定"]),
    ("審査は何日間で終わるか", [.figure(counters: ["日間", "日"])], ["審査", "終"]),
    ("岸壁の予算はいくらか", [.figure(counters: ["円"])], ["岸壁", "予算"]),
    ("対象の港湾はいくつあるか", [.figure(counters: [])], ["対象", "港湾"]),
    ("岸壁の点検はどの省が担当するか", [.ministry], ["岸壁", "点検"]),
    ("荷役設備とは何か", [.definition], ["荷役設備"]),
    ("荷役設備とは", [.definition], ["荷役設備"]),
    ("荷役設備の点検はなぜ必要か", [], ["荷役設備", "点検"]),
    // Nothing else is left to look for.
    ("担当省庁はどこですか", [], ["担当省庁"]),
  ])
  func answers(text: String, kinds: [AnswerKind], words: [String]) {
    let query = parser.parse(text)
    #expect(query.isQuestion)
    #expect(query.topics.answers == kinds)
    #expect(query.contentWords.map(\.term.text) == words)
  }

  @Test(arguments: ["荷役設備の点検", "岸壁", "何品目", "\"いつから始まったか\""])
  func whatIsNoQuestionAsksForNothing(text: String) {
    #expect(!parser.parse(text).isQuestion)
  }
}
