import Foundation
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

  /// An index of the two laws alone, and their folder.
  private func laws(_ scratch: Scratch) throws -> (index: String, files: String) {
    try scratch.write("in/509AC0000000099_20270401_000000000000000.xml", Self.act)
    try scratch.write("in/509CO0000000012_20270401_000000000000000.xml", Self.order)
    let (index, files) = (scratch.path("i.sqlite"), scratch.path("in"))
    #expect(try Binary.run(["laws", "import", files, "--index", index]).status == 0)
    #expect(try Binary.run(["check", "--index", index]).status == 0)
    return (index, files)
  }

  private func told(_ index: String) throws -> [String] {
    try ["509AC0000000099", "509CO0000000012"].map { law in
      try Binary.run(["laws", "show", law, "--index", index]).output
    } + [
      Binary.run(["laws", "show", "509AC0000000099:2", "--index", index]).output,
      Binary.run(["laws", "list", "--held", "--index", index]).output,
      Binary.run(["search", "薄膜", "--in", "laws", "--index", index]).output,
    ]
  }

  /// Wherever the words stand: the text, the numbers, what was made of them.
  @Test(arguments: ["薄膜", "政令で定める", "供給網法", "第二条"])
  func alteredLawsAreFoundAndMended(words: String) throws {
    let scratch = try Scratch()
    let (index, files) = try laws(scratch)
    let truth = try told(index)
    let whole = try Data(contentsOf: URL(filePath: index))
    var altered = Data(words.utf8)
    altered[altered.endIndex - 1] ^= 1
    var places: [Range<Data.Index>] = []
    while let found = whole[(places.last?.upperBound ?? 0)...].range(of: Data(words.utf8)) {
      places.append(found)
    }
    #expect(!places.isEmpty)
    // Three of them, the first and last among these; `tools/operation/damage` takes them all.
    for number in Set((0..<3).map { $0 * (places.count - 1) / 2 }) {
      let copy = scratch.path("altered.sqlite")
      var bytes = whole
      bytes.replaceSubrange(places[number], with: altered)
      try bytes.write(to: URL(filePath: copy))
      let run = try Binary.run(["check", "--index", copy, "--lang", "en"])
      #expect(run.status == 1 || run.status == 4, "\(words), place \(number)")
      if run.output.contains("--repair") || run.errors.contains("--repair") {
        _ = try Binary.run(["check", "--repair", "--index", copy])
      }
      #expect(try Binary.run(["laws", "import", files, "--index", copy]).status == 0)
      let after = try Binary.run(["check", "--index", copy, "--lang", "en"])
      #expect(after.status == 0, "\(words), place \(number): \(run.output) \(after.output)")
      #expect(try told(copy) == truth, "\(words), place \(number)")
    }
  }

  @Test(arguments: [
    ("公布の日", "附則第一条"), ("「指定供給素材」とは、薄膜", "第一条"), ("前条の物", "第二条"),
  ])
  func theArticleIsNamed(words: String, article: String) throws {
    let scratch = try Scratch()
    let (index, files) = try laws(scratch)
    let file = URL(filePath: index)
    var bytes = try Data(contentsOf: file)
    let place = try #require(bytes.range(of: Data(words.utf8)))
    bytes[place.upperBound - 1] ^= 1
    try bytes.write(to: file)
    for (language, told) in [("ja", "\(article)が、取り込んだとき"), ("en", "\(article) isn't as it was")] {
      let run = try Binary.run(["check", "--index", index, "--lang", language])
      #expect(run.status == 1 && run.output.contains(told), "\(run.output)")
      #expect(run.output.contains("素材の供給網に関する法律") && run.output.contains("laws import"))
    }
    // An altered text is never taken over as if it were the law's.
    let repair = try Binary.run(["check", "--repair", "--index", index, "--lang", "en"])
    #expect(repair.status == 1 && repair.errors.contains("it was left out"))
    #expect(try Binary.run(["laws", "show", "509AC0000000099", "--index", index]).status == 1)
    #expect(try Binary.run(["laws", "show", "509CO0000000012", "--index", index]).status == 0)
    #expect(try Binary.run(["laws", "import", files, "--index", index]).status == 0)
    #expect(try Binary.run(["check", "--index", index]).status == 0)
  }
}
