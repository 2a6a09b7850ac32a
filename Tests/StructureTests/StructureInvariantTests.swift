import DocumentModel
import Foundation
import TestSupport
import Testing

@testable import Structure

/// The invariants of structure on whole documents and on texts made of marks at random.
@Suite struct StructureInvariantTests {
  static var documents: [URL] {
    guard let shared = Places.shared else { return [] }
    return Places.seeds + [shared.appending(path: "documents/010_ppc-offshore.txt")]
  }

  private func structure(of url: URL) throws -> (source: [UInt8], document: StructuredDocument) {
    let source = try [UInt8](Data(contentsOf: url))
    return (source, Structured(utf8: source).document)
  }

  @Test(arguments: documents) func wholeDocuments(url: URL) throws {
    let (source, document) = try structure(of: url)
    StructureInvariants.checkBlocks(document)
    StructureInvariants.checkBytes(document, of: source)
    StructureInvariants.checkPassages(document)
    StructureInvariants.checkIdentifiers(document)
    try StructureInvariants.checkSections(document)
  }

  @Test(arguments: documents) func everyLineWithWordsIsInABlock(url: URL) throws {
    let (source, document) = try structure(of: url)
    var covered: Set<Int> = []
    for block in document.blocks {
      covered.formUnion(block.location.line...block.location.lineEnd)
    }
    let lines = String(decoding: source, as: UTF8.self).split(
      separator: "\n", omittingEmptySubsequences: false)
    let marks = " \u{3000}\u{A0}\t-|#*:".unicodeScalars
    for (index, line) in lines.enumerated() where !covered.contains(index + 1) {
      #expect(line.unicodeScalars.allSatisfy { marks.contains($0) }, "line \(index + 1)")
    }
  }

  @Test(arguments: documents) func identifiersStayOnASecondReading(url: URL) throws {
    #expect(try structure(of: url).document.passages == structure(of: url).document.passages)
  }

  /// Marks in any order must not lose a character, cross a span or stop the program.
  @Test(arguments: 0..<200) func textsOfMarks(seed: UInt64) throws {
    let pieces = [
      "- ", "# ", "## ", "|", "|---|", "\t", "**", "<br>", "<p>", "<tr>", "<td>", "</tr>", "（", "）",
      "「", "」", "。", "、",
      "\n", "\n\n",
      "\n\n\n\n", "\u{0C}", "第1章", "①", "(2) ", "漢字", "かな", "カナ", "ABC ", "[a](b)", "\\", "\r\n",
      "※",
      "12", " ", "　", "■", "・", "【概要】", "令和6年6月4日", "について", "https://example.go.jp/",
    ]
    var state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 1
    var text = ""
    for _ in 0..<(20 + Int(seed % 150)) {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      text += pieces[Int((state >> 33) % UInt64(pieces.count))]
    }
    let document = Structured(text).document
    StructureInvariants.checkBlocks(document)
    StructureInvariants.checkBytes(document, of: Array(text.utf8))
    StructureInvariants.checkPassages(document)
    StructureInvariants.checkIdentifiers(document)
    try StructureInvariants.checkSections(document)
  }

  /// Brackets, marks and digits without an end must cost no more than their length.
  @Test(arguments: ["[", "<", "**", "（", "1\n\n", "■", "・あ\n", "|", "あ\t", "\u{0C}あ", "Ⅰ. 概要\n\n"])
  func repeatedMarksStayCheap(piece: String) {
    let text = String(repeating: piece, count: 3_000)
    StructureInvariants.checkBlocks(Structured(text).document)
  }
}
