import DocumentModel

/// Gives headings their levels: 1 for the document's title, 2 for a chapter or slide, 3 for a
/// block, 4 below.
struct Outline: Sendable {
  /// Sets the level of every heading among the drafts.
  func assignLevels(to drafts: inout [BlockDraft]) {
    let headings = drafts.indices.filter { drafts[$0].heading != nil }
    guard let first = headings.first else { return }
    let marks = headings.compactMap { index -> Int? in
      if case .markdown(let level)? = drafts[index].heading { level } else { nil }
    }
    let top = marks.min() ?? 1
    let topCount = marks.count { $0 == top }
    let titleIsFirst = drafts[first].heading == .markdown(top)
    // Several headings of the top rank are chapters; the first of them is the title.
    let shift = (topCount > 1 || top > 1 ? 2 : 1) - top
    var schemes: [NumberLabel.Scheme] = []
    for index in headings {
      switch drafts[index].heading {
      case .markdown(let level):
        let isTitle = index == first && titleIsFirst && (top == 1 || topCount == 1)
        drafts[index].level = isTitle ? 1 : min(4, level + shift)
        schemes = []
      case .number(let label):
        if let depth = schemes.firstIndex(of: label.scheme) {
          schemes.removeSubrange((depth + 1)...)
        } else {
          schemes.append(label.scheme)
        }
        drafts[index].level = min(4, schemes.count + 1)
      case .position(let level):
        drafts[index].level = level
      case nil: break
      }
    }
  }
}
