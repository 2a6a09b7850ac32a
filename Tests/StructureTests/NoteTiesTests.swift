import DocumentModel
import Testing

@testable import Structure

@Suite struct NoteTiesTests {
  /// The notes beside each passage that has any: `words <= note`.
  private func ties(_ text: String) -> [String] {
    Structured(text).document.passages.flatMap { passage in
      passage.context.filter { $0.kind == .note }.map { "\(passage.text) <= \($0.text)" }
    }
  }

  @Test func aNoteStandsBesideThePassageThatBearsItsMark() {
    let text = """
      # 題

      ## 支援

      協議会による伴走支援※を行う。

      別の文である。

      ※協議会は法に基づく。
      """
    #expect(ties(text) == ["協議会による伴走支援※を行う。 <= ※協議会は法に基づく。"])
  }

  @Test func numbersThatBeginAnewBelongToTheNoteThatComesNext() {
    let text = """
      # 題

      ## 支援

      甲の装置（※1）を使う。

      （※1）甲の装置は試作である。

      乙の装置※１を使い、丙※12は使わない。

      ※１ 乙の装置は量産である。

      ## 規制

      丁の装置※1を使う。

      ※1 丁の装置は輸入である。
      """
    #expect(
      ties(text) == [
        "甲の装置（※1）を使う。 <= （※1）甲の装置は試作である。",
        "乙の装置※１を使い、丙※12は使わない。 <= ※１ 乙の装置は量産である。",
        "丁の装置※1を使う。 <= ※1 丁の装置は輸入である。",
      ])
  }

  @Test func wordsWithTheCharacterOfAMarkBearNone() {
    let text = "# 題\n\n注目される受注の例。\n\n5社が第1に応じた。\n\n注：略称を用いる。\n\n1：対象は五社。\n"
    #expect(ties(text) == [])
  }

  @Test func superscriptsAreMarksAndPowersAreNone() {
    let text = """
      # 題

      ## 支援

      甲の装置¹を10¹基、5 m¹の間隔で置く。

      乙の装置⁽¹²⁾を使う。

      ¹ 甲の装置は試作である。

      ⁽¹²⁾ 乙の装置は量産である。
      """
    #expect(
      ties(text) == [
        "甲の装置¹を10¹基、5 m¹の間隔で置く。 <= ¹ 甲の装置は試作である。",
        "乙の装置⁽¹²⁾を使う。 <= ⁽¹²⁾ 乙の装置は量産である。",
      ])
  }

  @Test(arguments: [
    ("*1", "*1 "), ("＊１", "＊１"), ("*1", "（＊１）"), ("（注1）", "（注1）"), ("注２", "注2 "), ("†", "† "),
    ("³", "³"), ("⁽⁴⁾", "⁴ "),
  ])
  func marksOfManyForms(mark: String, opening: String) {
    let text = "# 題\n\n装置\(mark)を使う。\n\n\(opening)試作の装置をいう。\n"
    #expect(ties(text) == ["装置\(mark)を使う。 <= \(opening)試作の装置をいう。"])
  }

  @Test func aNoteAtThePagesFootBelongsToTheChapterBefore() {
    let text = "# 題\n\n## 支援\n\n甲の装置¹を使う。\n\n## 規制\n\n乙を禁じる。\n\n¹ 甲の装置は試作である。\n"
    #expect(ties(text) == ["甲の装置¹を使う。 <= ¹ 甲の装置は試作である。"])
  }

  @Test func numbersPrintedSmallBehindAWordAreMarksWhereOnePlaceFits() {
    let text = "# 題\n\n外為法1上の審査を強化する。\n\n1：外国為替及び外国貿易法。\n"
    #expect(ties(text) == ["外為法1上の審査を強化する。 <= 1：外国為替及び外国貿易法。"])
  }
}
