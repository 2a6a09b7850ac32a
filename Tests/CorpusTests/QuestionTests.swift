import DocumentModel
import PassageIndex
import TestSupport
import Testing
import Workbench

/// Questions in plain Japanese over the real strategy documents find their answers at the top.
@Suite(.enabled(if: Places.shared != nil)) struct QuestionTests {
  /// Each with words that stand in the passages that answer it, without spaces.
  @Test(arguments: [
    ("特定重要物資は何品目か", ["12の特定重要物資"]),
    ("特定重要物資はいつ追加で指定されたか", ["24/2/2（追加）", "追加指定等に関する政令"]),
    ("供給確保計画はこれまでに何件認定されたか", ["85件の供給確保計画"]),
    ("基幹インフラ制度の対象事業は何分野か", ["15分野", "14対象事業"]),
    ("肥料の支援はどの省が担当するか", ["肥料（農水）", "農林水産省肥料"]),
    ("協議会は何件設置されたか", ["11件の協議会"]),
    ("特定社会基盤事業者の審査は何日間で行われるか", ["30日"]),
    ("経済安全保障とは何か", ["経済安全保障とは"]),
    ("安定供給確保基本指針はいつ閣議決定されたか", ["安定供給確保基本指針"]),
    ("国際卓越研究大学のファンドの規模はいくらか", ["10兆円規模"]),
    ("みなし輸出管理の運用明確化はいつ施行されたか", ["2022年5月1日"]),
    ("船舶の部品の国庫債務負担行為の総額はいくらか", ["106億円"]),
    ("セキュリティ・クリアランス制度の施行日はいつか", ["セキュリティ・クリアランス", "重要経済安保情報"]),
  ])
  func theAnswerIsAmongTheFirstThree(question: String, answers: [String]) async throws {
    let hits = try await CorpusIndex.search().run(question, SearchOptions()).hits.prefix(3)
    let texts = hits.map { $0.record.passage.text.filter { !$0.isWhitespace } }
    #expect(texts.contains { text in answers.contains(where: text.contains) }, "\(texts)")
  }

  @Test(arguments: [
    ("経済安全保障とは何か", "経済安全保障とは"), ("セキュリティ・クリアランスとは何ですか", "セキュリティ・クリアランス」とは"),
  ])
  func aMeaningToldInItsOwnWordsLeads(question: String, answer: String) async throws {
    let first = try await CorpusIndex.search().run(question, SearchOptions()).hits.first
    #expect(first?.record.passage.text.filter { !$0.isWhitespace }.contains(answer) == true)
  }

  @Test(arguments: [
    ("外資規制の見直し", ["外資規制"]), ("経済安全保障とは何か", []),
  ])
  func wordsFoundInPartsOnlyAreTold(question: String, unseen: [String]) async throws {
    let result = try await CorpusIndex.search().run(question, SearchOptions())
    #expect(!result.hits.isEmpty)
    #expect(result.unseen == unseen)
  }

  @Test(arguments: [
    "年金の支給開始年齢は何歳か", "高速道路の料金はいつ値上げされるのか", "選挙の投票時間は何時までか", "消費税率は何パーセントか", "相撲の横綱は誰か",
  ])
  func whatTheDocumentsSayNothingOfIsNotAnswered(question: String) async throws {
    #expect(try await CorpusIndex.search().run(question, SearchOptions()).hits.isEmpty)
  }
}
