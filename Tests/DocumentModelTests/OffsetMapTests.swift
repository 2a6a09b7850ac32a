import DocumentModel
import Testing

@Suite struct OffsetMapTests {
  /// `ABCDE` made of `abXXde`: two plain stretches around one replaced.
  static let map = OffsetMap<Citable, Source>(runs: [
    .init(from: 0..<2, to: 0..<2, isIdentity: true),
    .init(from: 2..<3, to: 2..<4, isIdentity: false),
    .init(from: 3..<5, to: 4..<6, isIdentity: true),
  ])

  @Test(arguments: [
    (0..<2, [0..<2]), (1..<2, [1..<2]), (0..<5, [0..<6]), (2..<3, [2..<4]), (3..<4, [4..<5]),
    (4..<4, [5..<5]),
  ])
  func pieces(span: Range<Int>, expected: [Range<Int>]) {
    let pieces = Self.map.pieces(of: TextSpan(span.lowerBound, span.upperBound), partial: .strict)
    #expect(pieces?.map { $0.utf8Range() } == expected)
  }

  @Test(arguments: [
    (OffsetMap<Citable, Source>.PartialRule.strict, nil), (.contract, []), (.expand, [2..<4]),
  ])
  func halfAReplacement(rule: OffsetMap<Citable, Source>.PartialRule, expected: [Range<Int>]?) {
    let map = OffsetMap<Citable, Source>(runs: [
      .init(from: 0..<3, to: 2..<4, isIdentity: false)
    ])
    #expect(
      map.pieces(of: TextSpan(1, 2), partial: rule)?.map { $0.utf8Range() } == expected)
  }

  @Test func addedTextHasNoSource() {
    let map = OffsetMap<Citable, Source>(runs: [
      .init(from: 0..<3, to: 5..<8, isIdentity: true),
      .init(from: 3..<4, to: 0..<0, isIdentity: false),
      .init(from: 4..<6, to: 0..<2, isIdentity: true),
    ])
    #expect(map.pieces(of: TextSpan(3, 4)) == [])
    #expect(map.pieces(of: TextSpan(2, 6))?.map { $0.utf8Range() } == [7..<8, 0..<2])
    #expect(map.images(of: TextSpan(0, 8))?.map { $0.utf8Range() } == [0..<3, 4..<6])
  }

  @Test func imagesLeadBack() {
    for lower in 0..<6 {
      for upper in (lower + 1)...6 {
        let images = Self.map.images(of: TextSpan(lower, upper)) ?? []
        let back = images.flatMap { Self.map.pieces(of: $0) ?? [] }.map { $0.utf8Range() }
        #expect(
          back.contains { $0.lowerBound <= lower } && back.contains { $0.upperBound >= upper })
      }
    }
  }

  @Test func aComposedMapGoesAllTheWay() {
    // A reading order that takes the end of the repaired text first and adds a separator.
    let order = OffsetMap<Search, Citable>(runs: [
      .init(from: 0..<2, to: 3..<5, isIdentity: true),
      .init(from: 2..<3, to: 0..<0, isIdentity: false),
      .init(from: 3..<6, to: 0..<3, isIdentity: true),
    ])
    let composed = order.composed(with: Self.map)
    for lower in 0..<6 {
      for upper in (lower + 1)...6 {
        let span: TextSpan<Search> = TextSpan(lower, upper)
        let direct = composed.pieces(of: span) ?? []
        let stepwise = (order.pieces(of: span) ?? []).flatMap { Self.map.pieces(of: $0) ?? [] }
        #expect(bytes(direct) == bytes(stepwise))
      }
    }
    #expect(composed.runs.map(\.from.upperBound).last == 6)
  }

  @Test func identity() {
    #expect(OffsetMap<Citable, Source>.identity(count: 0).runs.isEmpty)
    #expect(
      OffsetMap<Citable, Source>.identity(count: 9).pieces(of: TextSpan(2, 5)) == [TextSpan(2, 5)])
  }

  private func bytes(_ pieces: [TextSpan<Source>]) -> Set<Int> {
    Set(pieces.flatMap { Array($0.utf8Range()) })
  }
}

@Suite struct CitableTextBuilderTests {
  @Test func textMapAndLogAreMadeTogether() {
    let source = Array("# 見出し\n一行\n二行".utf8)
    let base = CitableText(utf8: source, map: .identity(count: source.count), repairs: [])
    let start = "# ".utf8.count
    let first = "# 見出し".utf8.count
    let second = "# 見出し\n一行".utf8.count
    var builder = CitableTextBuilder(from: base)
    builder.copy(TextSpan(start, first))
    builder.separate(with: "\n")
    builder.copy(TextSpan(first + 1, second))
    builder.replace(TextSpan(second, second + 1), with: "", rule: .lineEnd)
    builder.copy(TextSpan(second + 1, source.count))
    let text = builder.finish()
    #expect(text.string(text.span) == "見出し\n一行二行")
    #expect(text.repairs.map(\.before) == ["\n"])
    #expect(
      text.sourceSpans(TextSpan("見出し\n".utf8.count, text.utf8.count))
        == [TextSpan(first + 1, second), TextSpan(second + 1, source.count)])
  }
}
