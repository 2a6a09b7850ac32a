import DocumentModel
import Structure
import TestSupport
import Testing
import TextNormalization
import Verification

/// Brackets that give a source are told from all others, however many there are.
@Suite struct DraftSourcesTests {
  private func sources(_ text: String) -> (sources: DraftSources, utf8: [UInt8]) {
    let utf8 = Array(text.utf8)
    let source = SourceDocument(
      id: DocumentID("d"), source: "d.md", sha256: "", mediaType: "text/markdown", utf8: utf8)
    let draft = Segmenter().segment(
      Normalizer(variants: VariantTable.variants).normalize(source).value, of: source
    ).value
    return (DraftSources(draft, links: []), draft.citable.utf8)
  }

  @Test(arguments: [
    ("備蓄を増やす（「備蓄の手引」12頁）。", ["（「備蓄の手引」12頁）"]),
    ("備蓄（部品を含む）を増やす（12頁）。", ["（12頁）"]),
    ("備蓄を増やす（参考（「備蓄の手引」12頁））。", ["（参考（「備蓄の手引」12頁））"]),
    ("備蓄（部品、燃料を増やす（「備蓄の手引」12頁）。", ["（「備蓄の手引」12頁）"]),
    ("「備蓄を「増やす」（「備蓄の手引」12頁）。", ["（「備蓄の手引」12頁）"]),
    // What is too long for a source is a remark with sources in it.
    (
      "備蓄（" + String(repeating: "部品と", count: 700) + "（「備蓄の手引」12頁））",
      ["（「備蓄の手引」12頁）"]
    ),
    // No bracket is held against all that follow it.
    (String(repeating: "（", count: 300_000) + "（12頁）", ["（12頁）"]),
    (String(repeating: "（", count: 1_000) + String(repeating: "）", count: 1_000), []),
  ])
  func citations(text: String, expected: [String]) {
    let (sources, utf8) = sources(text)
    #expect(sources.citations.map { String(decoding: utf8[$0], as: UTF8.self) } == expected)
  }

  @Test(arguments: [
    ("備蓄は★三割である（「備蓄の手引」12頁）。輸送は別である（「輸送の指針」）。", ["備蓄の手引"]),
    ("備蓄は★三割である。（「備蓄の手引」12頁）", ["備蓄の手引"]),
    ("備蓄（部品を含む）は★三割である[^a]。\n\n[^a]: 「備蓄の手引」\n\n[^b]: 「輸送の指針」", ["備蓄の手引"]),
    ("★備蓄は" + String(repeating: "部品、", count: 1_000) + "三割である（「備蓄の手引」12頁）。", []),
  ])
  func claims(text: String, expected: [String]) throws {
    let (sources, utf8) = sources(text)
    let mark = Array("★".utf8)
    let place = try #require(utf8.firstRange(of: mark))
    #expect(sources.claim(at: place.upperBound).documents == expected)
  }
}
