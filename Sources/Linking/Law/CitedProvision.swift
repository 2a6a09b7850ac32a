import DocumentModel

/// A provision of a law that a document has named: what 同法, 同条, 同項 point back to.
struct CitedProvision: Sendable {
  /// Nil for one that stayed unknown: a pronoun that points to it means nothing.
  var law: LawReference?
  var path: ProvisionPath
  /// Whether it ended with 各号, so that 第1号 below means one of them.
  var namesAll: Bool
  /// The block that named it, counted among the blocks that carry links.
  var block: Int
  /// The section of that block.
  var section: SectionID

  /// Whether it names a part at a level.
  func reaches(_ level: ParsedProvision.Level) -> Bool {
    switch level {
    case .article: path.article != nil
    case .paragraph: path.paragraph != nil
    case .item: path.item != nil
    }
  }

  /// Returns the path down to a level, or nil where it doesn't reach it.
  func path(downTo level: ParsedProvision.Level) -> ProvisionPath? {
    guard reaches(level) else { return nil }
    var cut = path
    cut.subitem = nil
    if level < .item { cut.item = nil }
    if level < .paragraph { cut.paragraph = nil }
    return cut
  }
}
