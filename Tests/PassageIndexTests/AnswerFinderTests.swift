import DocumentModel
import PassageIndex
import QueryGrammar
import Testing

/// A passage that gives what is asked for comes before one that only has the words.
@Suite struct AnswerFinderTests {
  private func first(_ question: String, _ lines: [String]) throws -> String? {
    let (_, reader) = try Fixture.reader([Fixture.document("a", ["章の題"] + lines)])
    let query = QueryParser(folding: reader.folding).parse(question)
    #expect(query.isQuestion)
    return try reader.search(SearchRequest(query: query)).hits.first?.record.passage.text
  }

  /// The last line of each is the answer; the others say as much of the words.
  @Test(arguments: [
    ("点検計画は何件認定されたか", ["点検計画の認定を港で進める。", "令和6年に点検計画の認定を始めた。", "点検計画を、港で85件認定した。"]),
    ("点検計画は何件認定されたか", ["点検計画の認定を港で進める。", "点検計画を、港で十二件認定した。"]),
    ("指定倉庫は何品目か", ["指定倉庫の見直しを進める。", "12の指定倉庫を定めている。"]),
    ("岸壁工事の予算はいくらか", ["岸壁工事の予算を要求する。", "岸壁工事の予算は９，１７２億円とした。"]),
    ("岸壁工事の審査は何日間か", ["岸壁工事の審査は6月4日に始まる。", "岸壁工事の審査は30日で終える。"]),
    ("荷役設備とは何か", ["荷役設備を点検しなければならない。", "「荷役設備」とは、船の荷を扱う機械をいう。"]),
  ])
  func theAnswerLeads(question: String, lines: [String]) throws {
    #expect(try first(question, lines) == lines.last)
    #expect(try first(question, lines.reversed()) == lines.last)
  }

  @Test func aQuestionAboutOneKnownWordIsAnsweredThoughTheOtherIsNowhere() throws {
    let lines = ["荷役設備の届出制度を定める。", "倉庫を増やす。"]
    #expect(try first("荷役設備の届出制度の施行日はいつか", lines) == lines[0])
  }
}
