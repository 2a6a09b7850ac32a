import DocumentModel
import PassageIndex
import Testing

@Suite struct MatchingTests {
  /// What the machine interface says of matching, one case a rule.
  @Test(arguments: [
    ("港湾", ["港湾の運送を守る", "港 湾", "湾港"], [1]),
    ("湾", ["港湾", "湾岸", "港"], [1, 2]),
    ("AI", ["AIの導入", "TAIWANの港", "ai", "ＡＩ・半導体"], [1, 3, 4]),
    ("AI技術", ["AI技術の管理", "AI 技術", "AI、技術", "生成AI技術"], [1, 4]),
    ("令和6年", ["令和６年度", "令和 6年", "令和、6年", "令和16年"], [1]),
    ("6年", ["令和6年", "16年", "6 年"], [1]),
    ("年6", ["翌年6月", "年、6"], [1]),
    ("供給網", ["供給⏎網の点検", "供給⏎⏎網", "供給 網"], [1]),
    ("国防", ["國防の費用"], [1]),
    ("K Program", ["K Programの成果", "K-Program", "KProgram", "K  Program"], [1, 4]),
    ("クリア・ランス", ["クリア・ランス", "クリアランス", "クリア、ランス"], [1]),
    ("港湾、", ["港湾、空港", "港湾。空港"], [1]),
    ("Society5.0", ["Society5.0の実現", "Society5 0", "Society5.01"], [1]),
    ("第25条第1項", ["法第25条第1項の許可", "第25条第10項", "第125条第1項"], [1]),
    ("株式", ["㈱という略", "㍿という略"], [2]),
    ("ﾄﾞﾛｰﾝ", ["ドローンの規制"], [1]),
  ])
  func matching(term: String, lines: [String], found: [Int]) throws {
    let (_, reader) = try Fixture.reader([Fixture.document("d", ["表題"] + lines)])
    #expect(try reader.passages(holding: term) == found.map { "d-p\($0)" })
  }

  @Test func aPrefixFindsWordsThatBeginWithIt() throws {
    let (_, reader) = try Fixture.reader([
      Fixture.document("d", ["表題", "AIの導入", "AIDの事業", "TAIWAN", "A I"])
    ])
    #expect(try reader.passages(holding: "AI", isPrefix: true) == ["d-p1", "d-p2"])
  }
}
