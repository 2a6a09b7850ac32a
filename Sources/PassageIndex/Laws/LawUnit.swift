import DocumentModel

/// The smallest part of a law that a search finds: an article, or a paragraph of a long one.
struct LawUnit: Equatable {
  /// An article of more UTF-8 bytes than this is cut at its paragraphs: about 1,500 characters.
  static let articleLimit = 4_500

  /// The nodes of the unit, as positions in the law.
  var nodes: ClosedRange<Int>
  /// What stands above it: law, chapters, article with its number in both scripts.
  var heading: String
  /// Its own text, a line a node.
  var text: String

  /// Cuts a law into units, in order; each node with text of its own lies in exactly one.
  static func units(of law: LawText) -> [LawUnit] {
    let end = subtreeEnds(of: law.nodes)
    var units: [LawUnit] = []
    var index = 0
    while index < law.nodes.count {
      let node = law.nodes[index]
      let isLeafUnit =
        node.kind == .article
        ? size(of: law.nodes[index...end[index]]) <= articleLimit || end[index] == index
        : [.paragraph, .preamble, .item, .subitem, .list, .tableRow].contains(node.kind)
      if isLeafUnit {
        units.append(unit(of: law, index...end[index]))
        index = end[index] + 1
      } else {
        // A grouping, or the head of a long article: its title stands in the headings below it.
        if !node.text.isEmpty { units.append(unit(of: law, index...index)) }
        index += 1
      }
    }
    return units
  }

  private static func unit(of law: LawText, _ nodes: ClosedRange<Int>) -> LawUnit {
    var headings: [String] = []
    var ancestor: Int? = nodes.lowerBound
    while let index = ancestor {
      let node = law.nodes[index]
      if [.paragraph, .item, .subitem].contains(node.kind) == false {
        let number = node.kind == .article ? "第\(arabic(node.number))" : ""
        headings.insert(node.label + node.caption + (number.isEmpty ? "" : " " + number), at: 0)
      }
      ancestor = node.parent
    }
    let lines = nodes.compactMap { index -> String? in
      let node = law.nodes[index]
      return node.text.isEmpty ? nil : node.label + "\u{3000}" + node.text
    }
    return LawUnit(
      nodes: nodes, heading: ([law.title] + headings).joined(separator: "\n"),
      text: lines.joined(separator: "\n"))
  }

  /// Writes e-Gov's number as it is cited in Arabic digits: `24_2` → 24条の2.
  private static func arabic(_ number: String) -> String {
    let parts = number.split(separator: "_")
    guard let first = parts.first else { return number }
    return "\(first)条" + parts.dropFirst().map { "の\($0)" }.joined()
  }

  private static func size(of nodes: ArraySlice<LawNode>) -> Int {
    nodes.reduce(0) { $0 + $1.text.utf8.count }
  }

  /// Returns for each node the position of the last node below it, or its own.
  private static func subtreeEnds(of nodes: [LawNode]) -> [Int] {
    var ends = Array(nodes.indices)
    for index in nodes.indices.reversed() {
      if let parent = nodes[index].parent { ends[parent] = max(ends[parent], ends[index]) }
    }
    return ends
  }
}
