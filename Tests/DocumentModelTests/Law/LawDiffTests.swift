import DocumentModel
import Testing

@Suite struct LawDiffTests {
  /// Makes a law of articles written as number and text: `1甲 2乙`.
  private func law(_ articles: String) -> LawText {
    var nodes: [LawNode] = []
    for article in articles.split(separator: " ") {
      let number = String(article.prefix { $0.isNumber || $0 == "_" })
      let parent = nodes.count
      nodes.append(LawNode(kind: .article, parent: nil, number: number))
      nodes.append(
        LawNode(
          kind: .paragraph, parent: parent, number: "1",
          text: String(article.dropFirst(number.count))))
    }
    return LawText(
      revision: LawRevisionID(lawID: LawID("509AC0000000099"), inForceFrom: nil, amendingLaw: nil),
      lawNumber: "", title: "", abbreviations: [], lawType: "Act", nodes: nodes)
  }

  @Test(arguments: [
    ("1甲 2乙", "1甲 2乙", ""), ("1甲 2乙", "1甲 2丙", "changed 2→2"),
    ("1甲", "1甲 1_2乙", "added →1_2"), ("1甲 2乙 3丙", "1甲 3丙", "removed 2→"),
    ("1甲 2乙", "1甲 3乙", "moved 2→3"),
    ("1甲 2乙 3丙", "1丁 3戊 4己", "changed 1→1, removed 2→, changed 3→3, added →4"),
  ])
  func changes(old: String, new: String, expected: String) {
    let changes = LawDiff(from: law(old), to: law(new)).changes
    let shown = changes.map { "\($0.kind) \($0.from?.number ?? "")→\($0.to?.number ?? "")" }
    #expect(shown.joined(separator: ", ") == expected)
  }
}
