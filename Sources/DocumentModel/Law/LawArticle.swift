/// One article of a law's main provision, with its paragraphs and items as one readable text.
package struct LawArticle: Sendable, Equatable {
  /// e-Gov's number: `24_2`, for merged deletions `3:5`.
  package var number: String
  /// 第二十四条の二.
  package var label: String
  /// （特定重要物資の指定）.
  package var caption: String
  /// The titles of the chapters it stands in, outermost first.
  package var path: [String]
  /// The paragraphs, items and rows, one a line, indented by one ideographic space a level.
  package var text: String
  /// The index of the article among the nodes of its law.
  package var node: Int

  /// The article numbers it stands for: a merged deletion `3:5` stands for 3, 4 and 5.
  package var numbers: [String] {
    let ends = number.split(separator: ":").map(String.init)
    guard ends.count == 2, let first = Int(ends[0]), let last = Int(ends[1]), first <= last
    else { return ends }
    return (first...last).map(String.init)
  }
}

extension LawText {
  /// The articles of the main provision, in order.
  ///
  /// A law without articles (some short acts have paragraphs only) has none.
  package var articles: [LawArticle] {
    var children: [[Int]] = Array(repeating: [], count: nodes.count)
    var inSupplement = Array(repeating: false, count: nodes.count)
    for (index, node) in nodes.enumerated() {
      if let parent = node.parent {
        children[parent].append(index)
        inSupplement[index] = inSupplement[parent]
      }
      if node.kind == .supplementary || node.kind == .appendix { inSupplement[index] = true }
    }
    return nodes.indices.compactMap { index in
      guard nodes[index].kind == .article, !inSupplement[index] else { return nil }
      var lines: [String] = []
      for child in children[index] { write(child, depth: 0, children: children, into: &lines) }
      return LawArticle(
        number: nodes[index].number, label: nodes[index].label, caption: nodes[index].caption,
        path: path(of: index), text: lines.joined(separator: "\n"), node: index)
    }
  }

  /// Returns the text of the nodes at and below an address, or nil where the law has no such part.
  package func text(at address: String) -> String? {
    guard let start = nodes.firstIndex(where: { $0.address == address }) else { return nil }
    let children = self.children
    var lines: [String] = []
    write(start, depth: 0, children: children, into: &lines)
    return lines.joined(separator: "\n")
  }

  /// Returns a node's own text and that of the nodes below it, its label and caption left out.
  package func text(below start: Int) -> String {
    let children = self.children
    var lines = nodes[start].text.isEmpty ? [] : [nodes[start].text]
    for child in children[start] { write(child, depth: 0, children: children, into: &lines) }
    return lines.joined(separator: "\n")
  }

  private var children: [[Int]] {
    var children: [[Int]] = Array(repeating: [], count: nodes.count)
    for (index, node) in nodes.enumerated() {
      if let parent = node.parent { children[parent].append(index) }
    }
    return children
  }

  private func write(_ index: Int, depth: Int, children: [[Int]], into lines: inout [String]) {
    let node = nodes[index]
    let label = node.label + node.caption
    if !label.isEmpty || !node.text.isEmpty {
      let separator = label.isEmpty || node.text.isEmpty ? "" : "\u{3000}"
      lines.append(String(repeating: "\u{3000}", count: depth) + label + separator + node.text)
    }
    for child in children[index] {
      write(child, depth: depth + 1, children: children, into: &lines)
    }
  }

  /// Returns the labels of the nodes that a node stands in, outermost first.
  package func path(of index: Int) -> [String] {
    var path: [String] = []
    var ancestor = nodes[index].parent
    while let current = ancestor {
      path.insert(nodes[current].label, at: 0)
      ancestor = nodes[current].parent
    }
    return path
  }
}
