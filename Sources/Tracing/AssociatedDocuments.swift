internal import DocumentModel

/// Finds the plans and guidelines that are a measure's own, by the company their names keep.
///
/// A document that is named mostly together with the measure (the vision of a programme) tells of it
/// where it stands alone too. Documents of wider reach are named with many measures and don't count.
struct AssociatedDocuments: Sendable {
  private let titles: Set<String>

  /// Counts over the passages in which the measure is named and those in which a document is.
  ///
  /// `named` gives how often a title stands in passages that aren't at hand, too.
  init(in documents: [[TracePassage]], matcher: MeasureMatcher, named: [String: Int] = [:]) {
    var counts: [String: Int] = [:]
    for passage in documents.joined() {
      for title in Self.titles(passage) { counts[title, default: 0] += 1 }
    }
    self.titles = Set(
      Self.together(in: documents, matcher: matcher).filter { title, count in
        count >= 2 && count * 2 >= named[title] ?? counts[title] ?? count
      }.keys)
  }

  /// How many passages name each title together with the measure.
  static func together(
    in documents: [[TracePassage]], matcher: MeasureMatcher
  ) -> [String: Int] {
    var together: [String: Int] = [:]
    for passage in documents.joined() {
      let titles = titles(passage)
      guard !titles.isEmpty, names(passage, matcher) else { continue }
      for title in titles where !isWide(title) { together[title, default: 0] += 1 }
    }
    return together
  }

  private static func titles(_ passage: TracePassage) -> Set<String> {
    Set(passage.record.links.compactMap(title))
  }

  /// Whether the passage or a heading above it has the measure's name.
  private static func names(_ passage: TracePassage, _ matcher: MeasureMatcher) -> Bool {
    let count = passage.record.passage.text.utf8.count
    if matcher.match(passage.prepared, bytes: 0..<count)?.strength == .name { return true }
    return passage.record.section.path.contains { title in
      matcher.match(matcher.prepare(title), bytes: 0..<title.utf8.count)?.strength == .name
    }
  }

  /// Returns the title of one of the documents that a passage links.
  func named(in passage: TracePassage) -> String? {
    guard !titles.isEmpty else { return nil }
    return passage.record.links.lazy.compactMap(Self.title).first(where: titles.contains)
  }

  /// The document's title without its edition, so that （第一次） and （第二次） count together.
  private static func title(_ link: Link) -> String? {
    guard case .document(let title) = link.target else { return nil }
    return title.split(separator: "（").first.map(String.init) ?? title
  }

  /// Strategies and policies of the whole government belong to no single measure.
  private static func isWide(_ title: String) -> Bool {
    ["戦略", "基本方針", "基本計画", "経済対策"].contains { title.contains($0) }
  }
}
