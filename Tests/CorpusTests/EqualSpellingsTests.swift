import DocumentModel
import PassageIndex
import QueryGrammar
import Registry
import TestSupport
import Testing
import Workbench

/// A query finds the same passages in the same order however it is spelled.
@Suite struct EqualSpellingsTests {
  /// Each line is one query in several spellings, parted by `|`.
  private static let variants = """
    サーバー|サーバ|ｻｰﾊﾞｰ
    サーバー管理|サーバ管理
    コンピューターシステム|コンピュータシステム|コンピュータ・システム
    セキュリティ・クリアランス|セキュリティクリアランス|セキュリティー・クリアランス|ｾｷｭﾘﾃｨ･ｸﾘｱﾗﾝｽ
    セキュリティ・クリアランス制度|セキュリティクリアランス制度
    サプライチェーン|サプライ・チェーン|ｻﾌﾟﾗｲﾁｪｰﾝ|サプライチェイン
    サプライチェーンの強靱化|サプライ・チェーンの強靭化|サプライチェーンの強じん化
    リチウムイオン電池|リチウム・イオン電池
    バイオ|ヴァイオ|ﾊﾞｲｵ
    オープンソースソフトウェア|オープンソースソフトウエア|オープン・ソース・ソフトウェア
    取組|取組み|取り組み
    漏えい|漏洩|漏泄
    雛形|雛型|ひな形|ひな型
    雛型の取組み|ひな形の取り組み|雛形の取組
    漏えい防止の取組|漏洩防止の取り組み|漏洩防止の取組み
    取組 漏えい|取り組み 漏洩|取組み　漏洩
    受入れ|受入|受け入れ
    取扱い|取り扱い|取扱
    国際|國際|國际
    強靱化|強靭化
    軍民両用|軍⺠両用
    人々|人人
    先端技術|先端技术
    半導体|半導體
    AI|ＡＩ|ai|Ａｉ|人工知能
    5G|５Ｇ|５g
    第五十条|第50条|第５０条|第٥٠条
    六年|6年|６年
    三か月|3か月|３カ月|三箇月|3ヶ月
    14分野|１４分野|十四分野
    1,000億円|1000億円|１，０００億円|千億円
    令和六年|令和6年|令和６年|2024年|２０２４年|二〇二四年
    令和6年度予算|令和六年度予算|2024年度予算|２０２４年度予算
    2024年5月17日|令和6年5月17日|令和六年五月十七日|2024/5/17|2024-05-17
    経済安全保障推進法第五十条|推進法第50条|経済施策を一体的に講ずることによる安全保障の確保の推進に関する法律第５０条
    外為法第25条第1項|外国為替及び外国貿易法第二十五条第一項|外為法第２５条第１項
    K Program|Kプログラム|Ｋプログラム|経済安全保障重要技術育成プログラム|Ｋ　Ｐｒｏｇｒａｍ
    外為法|外国為替及び外国貿易法|外国為替法
    経産省|経済産業省|METI|ＭＥＴＩ
    ウラノス・エコシステム|ウラノスエコシステム|Ouranos Ecosystem
    研究インテグリティ|リサーチ・インテグリティ|リサーチインテグリティ
    経産省の半導体支援|経済産業省の半導体支援|METIの半導体支援
    漏洩を防ぐ取り組みは何か|漏えいを防ぐ取組は何か
    K Programの公募はいつ始まったか|Kプログラムの公募はいつ始まったか|経済安全保障重要技術育成プログラムの公募はいつ始まったか
    外為法の改正はいつか|外国為替及び外国貿易法の改正はいつか
    港湾運送はいつ対象に加わったか|港湾運送は何時対象に加わったか|港灣運送はいつ對象に加わったか
    抗菌薬の備蓄の取組|抗菌藥の備蓄の取り組み
    """.split(separator: "\n").map { $0.split(separator: "|").map(String.init) }

  private func ranking(_ query: String, _ search: SearchPassages) throws -> [PassageID] {
    var options = SearchOptions()
    options.limit = 10
    options.countsFacets = false
    let found = try search.run(query, options)
    return found.hits.map(\.record.passage.id)
  }

  @Test func eachSpellingFindsTheSame() async throws {
    let search = try await CorpusIndex.search()
    var found = 0
    for spellings in Self.variants {
      let first = try ranking(spellings[0], search)
      found += first.isEmpty ? 0 : 1
      for other in spellings.dropFirst() {
        let ids = try ranking(other, search)
        #expect(ids == first, "\(other) and \(spellings[0])")
      }
    }
    // What finds nothing in any spelling would prove nothing.
    #expect(found > Self.variants.count * 3 / 4)
  }

  /// Another word is no spelling, and to the letter each spelling finds its own.
  @Test(arguments: [("ビル", "ビール"), ("備蓄", "備畜"), ("一般", "1般")])
  func anotherWordIsNoSpelling(word: String, other: String) async throws {
    let search = try await CorpusIndex.search()
    #expect(try !ranking(word, search).isEmpty || word == "ビル")
    #expect(try ranking(other, search).isEmpty)
  }

  /// Every name of every law, ministry, body, document and measure finds what its other names find,
  /// and so do all spellings of the registry.
  @Test func eachNameOfTheRegistryFindsTheSame() async throws {
    let search = try await CorpusIndex.search()
    let vocabulary = try TestRegistry.real().vocabulary
    var found = 0
    for names in vocabulary.synonymGroups + vocabulary.spellings {
      let first = try ranking(names[0], search)
      found += first.isEmpty ? 0 : 1
      for other in names.dropFirst() {
        let ids = try ranking(other, search)
        #expect(ids == first, "\(other) and \(names[0])")
      }
    }
    #expect(found > 100)
  }
}
