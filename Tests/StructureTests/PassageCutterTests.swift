import DocumentModel
import Testing

@testable import Structure

@Suite struct PassageCutterTests {
  private func cut(_ text: String, _ length: Int) -> [String] {
    let utf8 = Array(text.utf8)
    return PassageCutter(groupLength: length).cut(0..<utf8.count, of: utf8).map {
      String(decoding: utf8[$0], as: UTF8.self)
    }
  }

  @Test(arguments: [
    ("一つ目の文。二つ目の文。三つ目の文。", ["一つ目の文。二つ目の文。", "三つ目の文。"]),
    ("会議は「急ぐ。必ず。」と述べた。次の文。", ["会議は「急ぐ。必ず。」と述べた。", "次の文。"]),
    ("句点のない長い文はどこまで行っても切られることがない", ["句点のない長い文はどこまで行っても切られることがない"]),
    ("何を守るのか。 それが問いである。", ["何を守るのか。 ", "それが問いである。"]),
    ("https://example.go.jp/?a=1!b。次の文。", ["https://example.go.jp/?a=1!b。", "次の文。"]),
  ])
  func cutsBetweenSentences(text: String, passages: [String]) {
    #expect(cut(text, 13) == passages)
  }

  @Test func aShortTextIsOnePassage() { #expect(cut("一。二。三。", 240) == ["一。二。三。"]) }

  @Test func equalTextsAreNumbered() {
    let passages = Structured("- 同じ文。\n- 同じ文。\n- 同じ文。\n").document.passages
    let first = passages[0].id.rawValue
    #expect(passages.map(\.id.rawValue) == [first, first + ".2", first + ".3"])
    #expect(first.hasPrefix("d.p") && first.count == 11)
  }

  /// A row such as 同上 that stands under many headings: whichever of them goes, the others keep their
  /// ids, but for one that takes the bare name.
  @Test func equalTextsUnderOtherHeadingsKeepTheirIdentifiers() {
    let parts = (1...4).map { "## 第\($0)の課題\n\n同じ文である。\n\n課題\($0)である。\n\n" }
    func identifiers(without left: Int?) -> [String: String] {
      let kept = parts.indices.filter { $0 != left }.map { parts[$0] }
      let document = Structured("# 題\n\n" + kept.joined()).document
      var found: [String: String] = [:]
      for passage in document.passages where passage.text == "同じ文である。" {
        let section = document.sections.first { $0.id == passage.section }
        found[section?.title ?? ""] = passage.id.rawValue
      }
      return found
    }
    let before = identifiers(without: nil)
    #expect(Set(before.values).count == 4)
    for left in parts.indices {
      let after = identifiers(without: left)
      #expect(after.count == 3)
      #expect(after.count { before[$0.key] == $0.value } == (left == 0 ? 2 : 3))
    }
  }
}
