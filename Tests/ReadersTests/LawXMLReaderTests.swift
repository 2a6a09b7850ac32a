import DocumentModel
import Foundation
import Readers
import TestSupport
import Testing

@Suite struct LawXMLReaderTests {
  private let sample = """
    <?xml version="1.0" encoding="UTF-8"?>
    <DataRoot><ApplData><LawId>509AC0000000099</LawId><LawFullText>
    <Law Era="Reiwa" Year="9" Num="99" LawType="Act" Lang="ja">
      <LawNum>令和九年法律第九十九号</LawNum>
      <LawBody>
        <LawTitle Abbrev="供給網法,素材法">素材の供給網に関する法律</LawTitle>
        <TOC><TOCChapter Num="1"><ChapterTitle>第一章　目次の行</ChapterTitle></TOCChapter></TOC>
        <MainProvision>
          <Chapter Num="1"><ChapterTitle>第一章　総則</ChapterTitle>
            <Article Num="24_2">
              <ArticleCaption>（素材の指定）</ArticleCaption><ArticleTitle>第二十四条の二</ArticleTitle>
              <Paragraph Num="1"><ParagraphNum/>
                <ParagraphSentence><Sentence>次の<Ruby>物<Rt>もの</Rt></Ruby>を指定する。</Sentence><Sentence Function="proviso">ただし、例外がある。</Sentence></ParagraphSentence>
                <Item Num="1"><ItemTitle>一</ItemTitle>
                  <ItemSentence><Column Num="1"><Sentence>甲</Sentence></Column><Column Num="2"><Sentence>乙</Sentence></Column></ItemSentence>
                  <Subitem1 Num="1"><Subitem1Title>イ</Subitem1Title><Subitem1Sentence><Sentence>丙</Sentence></Subitem1Sentence></Subitem1>
                </Item>
              </Paragraph>
              <Paragraph Num="2"><ParagraphNum>２</ParagraphNum>
                <ParagraphSentence><Sentence>読み替える。</Sentence></ParagraphSentence>
                <AmendProvision><NewProvision><QuoteStruct><Article Num="1"><ArticleTitle>第一条</ArticleTitle></Article></QuoteStruct></NewProvision></AmendProvision>
              </Paragraph>
            </Article>
            <Article Num="30:32"><ArticleTitle>第三十条から第三十二条まで</ArticleTitle><Paragraph Num="1"><ParagraphSentence><Sentence>削除</Sentence></ParagraphSentence></Paragraph></Article>
          </Chapter>
        </MainProvision>
        <SupplProvision><SupplProvisionLabel>附　則</SupplProvisionLabel><Article Num="1"><ArticleTitle>第一条</ArticleTitle></Article></SupplProvision>
        <SupplProvision AmendLawNum="令和十年法律第一号"><SupplProvisionLabel>附　則</SupplProvisionLabel><Article Num="1"><ArticleTitle>第一条</ArticleTitle></Article></SupplProvision>
        <AppdxTable Num="1"><AppdxTableTitle>別表第一</AppdxTableTitle><TableStruct><Table><TableRow><TableColumn><Sentence>品名</Sentence></TableColumn><TableColumn><Sentence>数</Sentence></TableColumn></TableRow></Table></TableStruct></AppdxTable>
      </LawBody>
    </Law></LawFullText></ApplData></DataRoot>
    """

  @Test func everyPartKeepsItsAddress() throws {
    let law = try LawXMLReader().read(Array(sample.utf8), stem: "content")
    #expect(law.revision.rawValue == "509AC0000000099_00000000_000000000000000")
    #expect(law.revision.inForceFrom == nil)
    #expect(law.title == "素材の供給網に関する法律")
    #expect(law.abbreviations == ["供給網法", "素材法"])
    #expect(
      law.nodes.map { "\($0.address) \($0.label)\($0.caption) \($0.text)" } == [
        "Mp-Ch_1 第一章　総則 ",
        "Mp-At_24_2 第二十四条の二（素材の指定） ",
        "Mp-At_24_2-Pr_1  次の物を指定する。ただし、例外がある。",
        "Mp-At_24_2-Pr_1-It_1 一 甲　乙",
        "Mp-At_24_2-Pr_1-It_1-Si1_1 イ 丙",
        "Mp-At_24_2-Pr_2 ２ 読み替える。第一条",
        "Mp-At_30:32 第三十条から第三十二条まで ",
        "Mp-At_30:32-Pr_1  削除",
        "Sp1 附　則 ",
        "Sp1-At_1 第一条 ",
        "Sp2 附　則令和十年法律第一号 ",
        "Sp2-At_1 第一条 ",
        "Mpat_1 別表第一 ",
        "Mpat_1-Tr_1  品名 | 数",
      ])
  }

  @Test(arguments: [
    ("<Law><LawNum>令", LawReadingError.malformed(line: 1)),
    ("<!DOCTYPE Law [<!ENTITY a \"b\">]>\n<Law/>", .documentType(line: 2)),
    ("<html><body/></html>", .notALaw(root: "html")),
    ("<Law><LawNum>令和九年法律第一号</LawNum></Law>", .unknownLaw(lawNumber: "令和九年法律第一号")),
    ("", .malformed(line: 1)),
  ])
  func refused(xml: String, error: LawReadingError) {
    #expect(throws: error) { try LawXMLReader().read(Array(xml.utf8), stem: "x") }
  }

  @Test func aFileNameDecidesTheRevision() throws {
    let law = try LawXMLReader().read(
      Array("<Law><LawNum>令和九年法律第一号</LawNum></Law>".utf8),
      stem: "509AC0000000001_20270401_509AC0000000002")
    #expect(law.revision.inForceFrom == CalendarDay(year: 2027, month: 4, day: 1))
    #expect(law.revision.amendingLaw == LawID("509AC0000000002"))
  }

  /// The counts are those of the elements in the files, taken with another XML parser.
  @Test(
    .enabled(if: Places.shared != nil),
    arguments: [
      ("334AC0000000121", 460, 1148, 384), ("405AC0000000047", 95, 171, 110),
      ("415AC0000000057", 242, 515, 277),
    ])
  func realLaws(name: String, articles: Int, paragraphs: Int, items: Int) throws {
    let shared = try #require(Places.shared)
    let data = try Data(contentsOf: shared.appending(path: "laws/\(name).xml"))
    let law = try LawXMLReader().read([UInt8](data), stem: name)
    let count = { (kind: LawNodeKind) in law.nodes.count { $0.kind == kind } }
    #expect(count(.article) == articles)
    #expect(count(.paragraph) == paragraphs)
    #expect(count(.item) == items)
    #expect(Set(law.nodes.map(\.address)).count == law.nodes.count)
  }
}
