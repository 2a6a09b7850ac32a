import DocumentModel
import Foundation
import Readers
import TestSupport
import Testing

@Suite struct LawMarkdownReaderTests {
  @Test func everyPartKeepsItsAddress() throws {
    let markdown = """
      ---
      title: "素材の供給網に関する法律"
      identifier: "509AC0000000099"
      extra:
        law_num: "令和九年法律第九十九号"
        law_type: "Act"
        enforced_at: "2027-04-01"
      ---

      ## 第一編　総則

      ### 第一章の二　通則

      **第二十四条の二（素材の指定）**　次の物を指定する。

      - 一の二　甲
        - イ　乙

      **２**　前項の指定は、告示して行う。

      | 上欄 | 下欄 |
      | --- | --- |
      | 丙 | 丁 |

      **第八条から第十条まで**　削除

      ## 附則

      **①**　公布の日から施行する。

      **別表第一**
      """
    let law = try LawMarkdownReader().read(Array(markdown.utf8))
    #expect(law.revision.rawValue == "509AC0000000099_20270401_000000000000000")
    #expect(law.lawNumber == "令和九年法律第九十九号")
    #expect(
      law.nodes.map { "\($0.address) \($0.label)\($0.caption) \($0.text)" } == [
        "Mp-Pa_1 第一編　総則 ",
        "Mp-Pa_1-Ch_1_2 第一章の二　通則 ",
        "Mp-At_24_2 第二十四条の二（素材の指定） ",
        "Mp-At_24_2-Pr_1  次の物を指定する。",
        "Mp-At_24_2-Pr_1-It_1_2 一の二 甲",
        "Mp-At_24_2-Pr_1-It_1_2-Si1_1 イ 乙",
        "Mp-At_24_2-Pr_2 ２ 前項の指定は、告示して行う。",
        "Mp-At_24_2-Pr_2-Tr_1  上欄 | 下欄",
        "Mp-At_24_2-Pr_2-Tr_2  丙 | 丁",
        "Mp-At_8:10 第八条から第十条まで ",
        "Mp-At_8:10-Pr_1  削除",
        "Sp1 附則 ",
        "Sp1-Pr_1 ① 公布の日から施行する。",
        "Mpat_1 別表第一 ",
      ])
  }

  @Test func withoutIdentifier() {
    #expect(throws: LawReadingError.missingField(name: "identifier")) {
      try LawMarkdownReader().read(Array("---\ntitle: \"甲\"\n---\n".utf8))
    }
  }
}
