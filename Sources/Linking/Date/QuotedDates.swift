import DocumentModel

/// The dates of what sections quote, since 本年 in a quotation counts from the quoted words.
///
/// A heading tells it by a date together with a word such as 抜粋, 発言 or 会見, or by the edition
/// year of the document whose points follow (…戦略2020の主なポイント).
struct QuotedDates: Sendable {
  private var dates: [SectionID: ResolvedDate] = [:]
  private var parents: [SectionID: SectionID] = [:]

  private static let marks: [DateWords.Word<Bool>] = [
    "抜粋", "発言", "会見", "主なポイント", "のポイント", "の概要", "引用", "より）",
  ].map { DateWords.Word($0, true) }

  /// What the words that tell of a quotation start with.
  static var openings: [[UInt32]] { marks.map { Array($0.scalars.prefix(2)) } }

  /// Reads the headings of a document.
  init(context: LinkingContext, scanner: DateScanner, resolver: DateResolver) {
    for section in context.document.sections {
      if let parent = section.parent { parents[section.id] = parent }
    }
    let anchors = DateAnchors()
    for number in context.numbers(of: .quotation) {
      let block = context.blocks[number]
      guard block.block.kind == .heading else { continue }
      let text = block.text
      guard block.contains(.quotation, where: { text.word(of: Self.marks, at: $0) != nil }) else {
        continue
      }
      scanner.forEachExpression(in: block) { expression in
        guard expression.first.year != nil else { return }
        let outcome = try? resolver.resolve(
          expression.first, anchors: anchors, block: 0, section: block.block.section,
          isInitial: false)
        if let outcome { dates[block.block.section] = outcome.date }
      }
      if dates[block.block.section] == nil, let year = Self.editionYear(text) {
        dates[block.block.section] = ResolvedDate(year: year)
      }
    }
  }

  /// Returns the date that the section, or the nearest one above it, quotes.
  func date(of section: SectionID) -> ResolvedDate? {
    guard !dates.isEmpty else { return nil }
    var current: SectionID? = section
    while let id = current {
      if let date = dates[id] { return date }
      current = parents[id]
    }
    return nil
  }

  /// Returns the year that ends a document's name (戦略2020).
  private static func editionYear(_ text: ScalarText) -> Int? {
    for index in text.scalars.indices.dropFirst()
    where (0x4E00...0x9FFF).contains(text.scalars[index - 1]) {
      if let number = Numeral(text, at: index), !number.isKanji, number.digits == 4,
        (1990...2100).contains(number.value)
      {
        return number.value
      }
    }
    return nil
  }
}
