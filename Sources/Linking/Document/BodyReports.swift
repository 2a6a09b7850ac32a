import DocumentModel

/// Names reports by the body that made them: 産業構造審議会の中間報告, …小委員会（中間報告 令和3年6月10日）.
///
/// The canonical title is the body's own name with the kind of report, since that is how councils'
/// reports are cited.
struct BodyReports: Sendable {
  private static let kinds = WordSet(
    "中間報告書 中間報告 最終報告書 最終報告 中間取りまとめ 中間とりまとめ 中間整理 取りまとめ とりまとめ 報告書 答申 提言")
  private static let links = WordSet("の による がまとめた が取りまとめた 「 の「 ( ")

  private static let followers = WordSet("概要 案 骨子 等 及び 以降 以後")
  /// Another edition than the one spoken of.
  private static let others = WordSet("前回の 前の 次の 次回の 各 過去の 従来の")

  /// What the kinds of reports start with.
  static var openings: [[UInt32]] { kinds.openings }

  /// Returns the reports named right after the bodies found in a document.
  func mentions(in context: LinkingContext, bodies: [Mention]) -> [Mention] {
    var mentions: [Mention] = []
    var blocks = context.blocks[...]
    for body in bodies.of(.org) {
      guard case .org(let target) = body.target else { continue }
      let end = body.span.upperBound.utf8
      while let block = blocks.first, block.block.span.upperBound.utf8 < end {
        blocks.removeFirst()
      }
      guard let block = blocks.first, block.block.span.lowerBound.utf8 <= end,
        let index = index(of: end, in: block.text),
        let kind = kind(in: block.text, at: index)
      else { continue }
      let title = target.value + block.text.string(kind)
      mentions.append(
        Mention(
          span: block.span(kind), target: .document(title), basis: .antecedent,
          evidence: Evidence(rule: "document.report-of-body", words: target.value)))
    }
    return mentions + repeated(mentions, in: context)
  }

  /// The same report named again by its kind alone (令和6年4月の中間報告), where the document has one.
  private func repeated(_ reports: [Mention], in context: LinkingContext) -> [Mention] {
    let titles = Set(
      reports.compactMap { report in
        if case .document(let title) = report.target { title } else { nil }
      })
    guard titles.count == 1, let title = titles.first, let first = reports.first,
      let kind = Self.kinds.first(where: { scalars(title).suffix($0.count) == $0[...] })
    else { return [] }
    let word = WordSet([kind])
    var mentions: [Mention] = []
    for number in context.numbers(of: .title) {
      let block = context.blocks[number]
      guard block.block.span.upperBound > first.span.lowerBound else { continue }
      var next = block.next(.title, from: 0)
      while next < block.text.count {
        let index = next
        next = block.next(.title, from: index + 1)
        guard let end = word.end(in: block.text, at: index), LawWords.startsWord(block.text, index),
          !Self.others.isFound(in: block.text, max(0, index - 4)..<index),
          !ScalarClass.isKanji(block.text.at(end))
            || Self.followers.end(in: block.text, at: end) != nil
        else { continue }
        let span: TextSpan<Citable> = block.span(index..<end)
        guard !reports.contains(where: { $0.span == span }) else { continue }
        mentions.append(
          Mention(
            span: span, target: .document(title), basis: .antecedent,
            evidence: Evidence(rule: "document.report-again", words: title)))
      }
    }
    return mentions
  }

  /// The code point at a byte offset, by bisection.
  private func index(of offset: Int, in text: ScalarText) -> Int? {
    var low = 0
    var high = text.offsets.count - 1
    while low < high {
      let middle = (low + high) / 2
      if text.offsets[middle] < offset { low = middle + 1 } else { high = middle }
    }
    return text.offsets[low] == offset ? low : nil
  }

  private func kind(in text: ScalarText, at index: Int) -> Range<Int>? {
    let start = text.skipSpace(text.end(ofAny: Self.links, at: index) ?? index)
    guard let end = text.end(ofAny: Self.kinds, at: start),
      !ScalarClass.isKanji(text.at(end)) || Self.followers.end(in: text, at: end) != nil
    else { return nil }
    return start..<end
  }
}
