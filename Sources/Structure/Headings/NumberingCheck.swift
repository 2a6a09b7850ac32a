import DocumentModel

/// Tells where the numbers of a document's headings skip one, a sign of a lost heading.
struct NumberingCheck: Sendable {
  private let grammar = NumberingGrammar()

  /// Returns `structure.numbering-gap` for each heading whose number leaves out its forerunner.
  func diagnostics(for sections: [Section]) -> [Diagnostic] {
    var last: [Sequence: NumberLabel] = [:]
    var diagnostics: [Diagnostic] = []
    for section in sections where !section.isSynthetic {
      let text = ScalarText(section.title)
      guard let label = grammar.label(at: 0..<text.count, in: text), !label.isBare,
        let ordinal = label.ordinals.last
      else { continue }
      let sequence = Sequence(
        parent: section.parent, scheme: label.scheme, outer: Array(label.ordinals.dropLast()))
      if let before = last[sequence]?.ordinals.last, ordinal > before + 1 {
        diagnostics.append(
          Diagnostic(
            "structure.numbering-gap", .note,
            arguments: [
              "line": String(section.location.line), "title": section.title,
              "before": String(before), "number": String(ordinal),
            ],
            location: section.location))
      }
      last[sequence] = label
    }
    return diagnostics
  }

  /// Headings that count together: one parent, one form, one outer number.
  private struct Sequence: Hashable {
    var parent: SectionID?
    var scheme: NumberLabel.Scheme
    var outer: [Int]
  }
}
