import Archive
import Foundation
import Testing

/// The laws of the whole binary: bad files in both languages, and what `laws show` says of a place.
@Suite struct LawCommandTests {
  private func law(
    _ text: String, number: String = "令和九年法律第九十九号", title: String = "先端素材法", extra: String = ""
  ) -> String {
    """
    <Law LawType="Act"><LawNum>\(number)</LawNum><LawBody><LawTitle>\(title)</LawTitle>
    <MainProvision><Article Num="1"><ArticleTitle>第一条</ArticleTitle><Paragraph Num="1"><ParagraphNum/>
    <ParagraphSentence><Sentence>\(text)</Sentence></ParagraphSentence></Paragraph></Article></MainProvision>
    \(extra)</LawBody></Law>
    """
  }

  @Test(arguments: [
    ("a.xml", "<Law><LawNum>令", Int32(1), "途中で切れている", "breaks off"),
    ("a.xml", "<!DOCTYPE Law><Law/>", 1, "DOCTYPE", "document type"),
    ("a.xml", "<html/>", 1, "法令XMLではありません", "no law XML"),
    ("a.xml", "<Law><LawBody/></Law>", 1, "法令IDがわかりません", "LawId isn't known"),
    ("a.csv", "法令ID", 1, "法令のファイルではありません", "no file of a law"),
    ("a.zip", "PK", 1, "zip 書庫ではありません", "no zip archive"),
  ])
  func oneBadFile(
    name: String, content: String, status: Int32, ja: String, en: String
  ) throws {
    let scratch = try Scratch()
    let file = try scratch.write(name, content)
    for (language, words) in [("ja", ja), ("en", en)] {
      let run = try Binary.run(
        ["laws", "import", file, "--index", scratch.path("i.sqlite"), "--lang", language])
      #expect(run.status == status, "\(run.errors)")
      #expect(run.errors.contains(words), "\(run.errors)")
    }
  }

  @Test func goodTextStandsBesideBadDates() throws {
    let scratch = try Scratch()
    let name = "509AC0000000099_20270401_000000000000000.xml"
    try scratch.write("in/\(name)", law("甲を定める。"))
    try scratch.write("in/other/\(name)", law("乙を定める。"))
    try scratch.write("in/509AC0000000099_21170401_509AC0000000100.xml", law("丙を定める。"))
    for (language, words) in [
      ("ja", ["別の本文が", "施行日がありそうにありません"]), ("en", ["another text", "implausible"]),
    ] {
      let run = try Binary.run(
        [
          "laws", "import", scratch.path("in"), "--index", scratch.path("\(language).sqlite"),
          "--lang", language,
        ])
      #expect(run.status == 3)
      #expect(words.allSatisfy(run.errors.contains), "\(run.errors)")
    }
    // The text of 2117 is no law of today.
    let shown = try Binary.run(
      ["laws", "show", "509AC0000000099:1", "--index", scratch.path("ja.sqlite")])
    #expect(shown.output.contains("甲を定める。"))
  }

  @Test func aZipBombIsNotUnpacked() throws {
    let scratch = try Scratch()
    var writer = ZipWriter()
    // 16 MiB of zeros pack a thousand times smaller.
    writer.add(
      "509AC0000000098_20270401_000000000000000.xml", [UInt8](repeating: 0, count: 16 << 20))
    writer.add("509AC0000000099_20270401_000000000000000.xml", Array(law("甲を定める。").utf8))
    let file = try scratch.write("laws.zip", writer.finish())
    for (language, words) in [("ja", "200 倍"), ("en", "200 times its size")] {
      let run = try Binary.run(
        [
          "laws", "import", file, "--index", scratch.path("\(language).sqlite"), "--lang", language,
        ])
      #expect(run.status == 3, "\(run.errors)")
      #expect(run.errors.contains(words), "\(run.errors)")
      #expect(run.output.contains("1"))
    }
  }

  @Test func everyPlaceOfALawCanBeShown() throws {
    let scratch = try Scratch()
    let extra = """
      <SupplProvision><SupplProvisionLabel>附　則</SupplProvisionLabel><Paragraph Num="1"><ParagraphNum/>
      <ParagraphSentence><Sentence>公布の日から施行する。</Sentence></ParagraphSentence></Paragraph></SupplProvision>
      <SupplProvision AmendLawNum="令和一〇年五月一日法律第七号"><SupplProvisionLabel>附　則</SupplProvisionLabel>
      <Article Num="2"><ArticleTitle>第二条</ArticleTitle><Paragraph Num="1"><ParagraphNum/>
      <ParagraphSentence><Sentence>なお従前の例による。</Sentence></ParagraphSentence></Paragraph></Article></SupplProvision>
      <AppdxTable><AppdxTableTitle>別表第一</AppdxTableTitle><TableStruct><Table><TableRow><TableColumn>
      <Sentence>薄膜</Sentence></TableColumn></TableRow></Table></TableStruct></AppdxTable>
      """
    try scratch.write(
      "509AC0000000099_20290401_510AC0000000007.xml", law("甲を定める。", extra: extra))
    try scratch.write(
      "509CO0000000012_20290401_000000000000000.xml",
      law(
        "先端素材法（以下「法」という。）第一条の政令で定める素材は、薄膜とする。",
        number: "令和九年政令第十二号", title: "先端素材法施行令"))
    let index = scratch.path("i.sqlite")
    #expect(try Binary.run(["laws", "import", scratch.folder.path, "--index", index]).status == 0)
    func show(_ law: String) throws -> String {
      try Binary.run(["laws", "show", law, "--index", index, "--lang", "ja"]).output
    }
    let page = "https://laws.e-gov.go.jp/law/509AC0000000099"
    for (place, words) in [
      ("附則1", ["公布の日", "\(page)#509AC0000000099-Sp-Pr_1"]),
      ("附則[2]第二条", ["従前の例", "\(page)#510AC0000000007-Sp-At_2"]),
      ("附則（令和10年法律第7号）第2条", ["従前の例"]),
      ("別表第一", ["薄膜", "\(page)#Mpat_1"]),
      ("Sp2-At_2", ["従前の例"]),
    ] {
      let output = try show("先端素材法:\(place)")
      #expect(words.allSatisfy(output.contains), "\(place) \(output)")
    }
    #expect(try show("先端素材法施行令:1").contains("委任元    第1条第1項 ← 先端素材法第1条"))
    let missing = try Binary.run(
      ["laws", "show", "先端素材法:別表第二", "--index", index, "--lang", "en"])
    #expect(missing.status == 1)
    #expect(missing.errors.contains("別表第二"))
  }
}
