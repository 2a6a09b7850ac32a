import Citations
import DocumentModel
import Foundation
import Testing

/// A quotation is what the source's bytes say, or it is refused.
@Suite struct QuoteVerifierTests {
  /// Makes a passage of a source by its pieces (as substrings that occur once).
  private func record(
    _ text: String, pieces: [String], of source: String
  ) throws -> (PassageRecord, SourceDocument) {
    let utf8 = Array(source.utf8)
    let spans = try pieces.map { piece -> TextSpan<Source> in
      let range = try #require(source.range(of: piece))
      let start = source.utf8.distance(from: source.startIndex, to: range.lowerBound)
      return TextSpan(start, start + piece.utf8.count)
    }
    let location = LineIndex(utf8).location(spans)
    let document = SourceDocument(
      id: DocumentID("d"), source: "d.txt", sha256: ContentHash(utf8).description,
      mediaType: "text/plain", utf8: utf8)
    let section = Section(
      id: SectionID("d.s"), parent: nil, level: 1, title: "", rawTitle: "", titleSpan: nil,
      span: TextSpan(0, 0), location: location, isSynthetic: true, path: [])
    let passage = Passage(
      id: PassageID("d.p"), document: DocumentID("d"), section: section.id, block: BlockID("d.b"),
      kind: .paragraph, span: TextSpan(0, text.utf8.count), location: location, text: text)
    let record = PassageRecord(
      document: DocumentRecord(
        id: DocumentID("d"), source: "d.txt", sha256: document.sha256, mediaType: "text/plain",
        metadata: .init()),
      section: section, pillars: .init(section: section.id, pillars: [], basis: .none),
      passage: passage, links: [], relations: .init())
    return (record, document)
  }

  private func repair(_ rule: RepairRule, _ before: String, _ after: String, in source: String)
    throws -> Repair
  {
    let range = try #require(source.range(of: before))
    let start = source.utf8.distance(from: source.startIndex, to: range.lowerBound)
    return Repair(
      rule: rule, source: TextSpan(start, start + before.utf8.count), before: before, after: after)
  }

  @Test func theSourcesOwnWordsAreVerified() throws {
    let source = "前の文。備蓄を増やす。後の文。"
    let (record, document) = try record("備蓄を増やす。", pieces: ["備蓄を増やす。"], of: source)
    let excerpt = try QuoteVerifier().verify(record, source: document, repairs: [])
    #expect(excerpt.status == .verified)
    #expect(excerpt.quoteSelector.exact == "備蓄を増やす。")
    #expect(excerpt.quoteSelector.prefix == "前の文。")
    #expect(excerpt.quoteSelector.suffix == "後の文。")
    #expect(excerpt.positionSelector == TextPositionSelector(start: 4, end: 11))
  }

  @Test func joinedLinesAndRadicalsAreRepairsAndAreListed() throws {
    let source = "⺠間の備\n蓄を増やす。"
    let (record, document) = try record(
      "民間の備蓄を増やす。", pieces: ["⺠間の備", "蓄を増やす。"], of: source)
    let repairs = [
      try repair(.radical, "⺠", "民", in: source), try repair(.lineEnd, "\n", "", in: source),
    ]
    let excerpt = try QuoteVerifier().verify(record, source: document, repairs: repairs)
    #expect(excerpt.status == .repaired)
    #expect(excerpt.repairs.map(\.rule) == [.radical, .lineEnd])
    // The selector holds the source's own characters, so that it is found there again.
    #expect(excerpt.quoteSelector.exact == source)
  }

  @Test func cellsMayBeSetApartAndNothingElse() throws {
    let source = "| 備蓄 | 10億円 |"
    let pieces = ["備蓄", "10億円"]
    let (row, document) = try record("備蓄 | 10億円", pieces: pieces, of: source)
    #expect(try QuoteVerifier().verify(row, source: document, repairs: []).status == .verified)
    let (altered, _) = try record("備蓄 ― 10億円", pieces: pieces, of: source)
    #expect(throws: QuoteVerifier.Refusal.wordsDiffer) {
      try QuoteVerifier().verify(altered, source: document, repairs: [])
    }
  }

  @Test func anyAlteredCharacterIsRefused() throws {
    let source = "供給網の強靱化を図り、備蓄を増やす。"
    let (record, document) = try record(source, pieces: [source], of: source)
    for place in source.indices {
      var altered = record
      var text = source
      text.replaceSubrange(place...place, with: "〓")
      altered.passage.text = text
      #expect(throws: QuoteVerifier.Refusal.wordsDiffer) {
        try QuoteVerifier().verify(altered, source: document, repairs: [])
      }
      text = source
      text.remove(at: place)
      altered.passage.text = text
      #expect(throws: QuoteVerifier.Refusal.wordsDiffer) {
        try QuoteVerifier().verify(altered, source: document, repairs: [])
      }
    }
  }

  @Test func aRepairThatIsNotLoggedIsRefused() throws {
    let source = "⺠間の備蓄"
    let (record, document) = try record("民間の備蓄", pieces: [source], of: source)
    #expect(throws: QuoteVerifier.Refusal.wordsDiffer) {
      try QuoteVerifier().verify(record, source: document, repairs: [])
    }
  }

  @Test func spansOutsideTheSourceOrInsideACharacterAreRefused() throws {
    let source = "備蓄"
    let (record, document) = try record("備蓄", pieces: ["備蓄"], of: source)
    for span in [TextSpan<Source>(0, 7), TextSpan<Source>(1, 6), TextSpan<Source>(0, 4)] {
      var moved = record
      moved.passage.location.spans = [span]
      #expect(throws: QuoteVerifier.Refusal.spanBroken) {
        try QuoteVerifier().verify(moved, source: document, repairs: [])
      }
    }
  }

  @Test func aChangedSourceIsNoticed() throws {
    var (_, document) = try record("備蓄", pieces: ["備蓄"], of: "備蓄")
    #expect(QuoteVerifier().isIntact(document))
    document.utf8 += [0x0A]
    #expect(!QuoteVerifier().isIntact(document))
  }
}

@Suite struct MarkdownEscapingTests {
  @Test(arguments: [
    ("備蓄 *と* _線_", "備蓄 \\*と\\* \\_線\\_"), ("# 見出しでない", "\\# 見出しでない"), ("1. 番号", "1\\. 番号"),
    ("量は1.5倍", "量は1.5倍"), ("- 項目", "\\- 項目"), ("<b>", "\\<b>"), ("[1] 注", "\\[1\\] 注"),
    ("a | b", "a | b"),
  ])
  func escaping(text: String, expected: String) {
    #expect(MarkdownWriter.escaped(text) == expected)
  }
}
