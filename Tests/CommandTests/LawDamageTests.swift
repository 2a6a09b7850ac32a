import Foundation
import TestSupport
import Testing

/// Stored laws that were altered are found, named by article, and whole again after what is said is done.
@Suite struct LawDamageTests {
  private static let act = """
    <Law LawType="Act"><LawNum>令和九年法律第九十九号</LawNum><LawBody>
    <LawTitle Abbrev="供給網法">素材の供給網に関する法律</LawTitle><MainProvision>
    <Article Num="1"><ArticleTitle>第一条</ArticleTitle><Paragraph Num="1"><ParagraphNum/>
    <ParagraphSentence><Sentence>この法律において「指定供給素材」とは、薄膜をいう。</Sentence></ParagraphSentence>
    </Paragraph></Article><Article Num="2"><ArticleTitle>第二条</ArticleTitle>
    <Paragraph Num="1"><ParagraphNum/><ParagraphSentence><Sentence>前条の物の範囲は、政令で定める。</Sentence>
    </ParagraphSentence></Paragraph></Article></MainProvision>
    <SupplProvision><SupplProvisionLabel>附　則</SupplProvisionLabel><Article Num="1">
    <ArticleTitle>第一条</ArticleTitle><Paragraph Num="1"><ParagraphNum/><ParagraphSentence>
    <Sentence>公布の日から施行する。</Sentence></ParagraphSentence></Paragraph></Article></SupplProvision>
    </LawBody></Law>
    """
  private static let order = """
    <Law LawType="CabinetOrder"><LawNum>令和九年政令第十二号</LawNum><LawBody>
    <LawTitle>素材の供給網に関する法律施行令</LawTitle><MainProvision><Article Num="1">
    <ArticleTitle>第一条</ArticleTitle><Paragraph Num="1"><ParagraphNum/><ParagraphSentence>
    <Sentence>素材の供給網に関する法律（令和九年法律第九十九号）第二条の政令で定める範囲は、薄膜とする。</Sentence>
    </ParagraphSentence></Paragraph></Article></MainProvision></LawBody></Law>
    """

  private let scratch: Scratch
  private let data: String
  private let index: String
  private let files: String

  /// An index of the two laws alone, which no table of names knows.
  init() throws {
    scratch = try Scratch()
    data = try scratch.dataWithoutNames()
    (index, files) = (scratch.path("i.sqlite"), scratch.path("in"))
    try scratch.write("in/509AC0000000099_20270401_000000000000000.xml", Self.act)
    try scratch.write("in/509CO0000000012_20270401_000000000000000.xml", Self.order)
    #expect(try run(["laws", "import", files], index).status == 0)
    #expect(try run(["check"], index).status == 0)
  }

  private func run(_ arguments: [String], _ index: String) throws -> Run {
    try Binary.run(arguments + ["--index", index], environment: ["SHIRUBE_DATA": data])
  }

  private func told(_ index: String) throws -> [String] {
    try [
      ["laws", "show", "509AC0000000099"], ["laws", "show", "509CO0000000012"],
      ["laws", "show", "509AC0000000099:2"], ["laws", "list", "--held"],
      ["search", "薄膜", "--in", "laws"],
    ].map { try run($0, index).output }
  }

  /// Wherever the words stand: the text, the numbers, what was made of them.
  @Test(arguments: ["薄膜", "政令で定める", "供給網法", "第二条"])
  func alteredLawsAreFoundAndMended(words: String) throws {
    let truth = try told(index)
    let file = try AlteredFile(index, words: words)
    #expect(!file.places.isEmpty)
    // `tools/operation/damage` takes them all.
    for place in file.places(atMost: 3) {
      let copy = scratch.path("altered.sqlite")
      try file.write(to: copy, altering: place)
      let check = try run(["check", "--lang", "en"], copy)
      #expect(check.status == 1 || check.status == 4, "\(words), byte \(place.lowerBound)")
      if check.output.contains("--repair") || check.errors.contains("--repair") {
        _ = try run(["check", "--repair"], copy)
      }
      #expect(try run(["laws", "import", files], copy).status == 0)
      let after = try run(["check", "--lang", "en"], copy)
      #expect(
        after.status == 0, "\(words), byte \(place.lowerBound): \(check.output) \(after.output)")
      #expect(try told(copy) == truth, "\(words), byte \(place.lowerBound)")
    }
  }

  @Test(arguments: [
    ("公布の日", "附則第一条"), ("「指定供給素材」とは、薄膜", "第一条"), ("前条の物", "第二条"),
  ])
  func theArticleIsNamed(words: String, article: String) throws {
    let file = try AlteredFile(index, words: words)
    try file.write(to: index, altering: #require(file.places.first))
    for (language, told) in [("ja", "\(article)が、取り込んだとき"), ("en", "\(article) isn't as it was")] {
      let check = try run(["check", "--lang", language], index)
      #expect(check.status == 1 && check.output.contains(told), "\(check.output)")
      #expect(check.output.contains("素材の供給網に関する法律") && check.output.contains("laws import"))
    }
    // An altered text is never taken over as if it were the law's.
    let repair = try run(["check", "--repair", "--lang", "en"], index)
    #expect(repair.status == 1 && repair.errors.contains("it was left out"))
    #expect(try run(["laws", "show", "509AC0000000099"], index).status == 1)
    #expect(try run(["laws", "show", "509CO0000000012"], index).status == 0)
    #expect(try run(["laws", "import", files], index).status == 0)
    #expect(try run(["check"], index).status == 0)
  }
}
