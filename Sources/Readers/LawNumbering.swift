import DocumentModel

/// Gives the nodes of a law their kinds, numbers and addresses by the element names of the schema.
struct LawNumbering {
  /// How many sets of supplementary provisions and how many appendices have been opened.
  private var supplementaryCount = 0
  private var appendixCount = 0
  /// How many children without a number each parent has; -1 stands for the top.
  private var unnumbered: [Int: Int] = [:]

  /// Returns the kind of node that an element opens, or nil.
  static func kind(of element: String) -> LawNodeKind? {
    switch element {
    case "Preamble", "EnactStatement": .preamble
    case "Part": .part
    case "Chapter": .chapter
    case "Section": .section
    case "Subsection": .subsection
    case "Division": .division
    case "Article": .article
    case "Paragraph": .paragraph
    case "Item": .item
    case "List": .list
    case "TableRow", "TableHeaderRow": .tableRow
    case "SupplProvision": .supplementary
    case "AppdxTable", "AppdxNote", "AppdxStyle", "Appdx", "AppdxFig", "AppdxFormat",
      "SupplProvisionAppdxTable", "SupplProvisionAppdxStyle", "SupplProvisionAppdx":
      .appendix
    default: element.hasPrefix("Subitem") && element.utf8.count <= 9 ? .subitem : nil
    }
  }

  /// Returns whether an element's characters label the node it stands in.
  static func isLabel(_ element: String) -> Bool {
    element.hasSuffix("Title") || element == "ParagraphNum" || element == "SupplProvisionLabel"
      || element == "RelatedArticleNum"
  }

  /// Completes a node's number and gives it its address.
  mutating func number(_ node: inout LawNode, element: String, among nodes: [LawNode]) {
    if node.kind == .supplementary {
      supplementaryCount += 1
      node.number = String(supplementaryCount)
      node.address = "Sp\(supplementaryCount)"
      return
    }
    if node.kind == .appendix {
      appendixCount += 1
      node.number = String(appendixCount)
      node.address = "Mpat_\(appendixCount)"
      return
    }
    if node.number.isEmpty {
      let parent = node.parent ?? -1
      unnumbered[parent, default: 0] += 1
      node.number = String(unnumbered[parent, default: 0])
    }
    node.address =
      base(of: node, among: nodes) + "-\(Self.code(of: node.kind, element))_\(node.number)"
  }

  /// Returns the address that a node's own part is added to.
  ///
  /// An article's address leaves the chapters out, as e-Gov's links do.
  private func base(of node: LawNode, among nodes: [LawNode]) -> String {
    var ancestor = node.parent
    while let index = ancestor {
      let kind = nodes[index].kind
      let isGrouping = [.part, .chapter, .section, .subsection, .division].contains(kind)
      if node.kind != .article || !isGrouping { return nodes[index].address }
      ancestor = nodes[index].parent
    }
    return "Mp"
  }

  /// Returns the letters of an address part, as in e-Gov's anchors (At, Pr, It).
  private static func code(of kind: LawNodeKind, _ element: String) -> String {
    switch kind {
    case .preamble: "Pm"
    case .part: "Pa"
    case .chapter: "Ch"
    case .section: "Se"
    case .subsection: "Ss"
    case .division: "Di"
    case .article: "At"
    case .paragraph: "Pr"
    case .item: "It"
    case .subitem: "Si" + element.dropFirst("Subitem".count)
    case .list: "Li"
    case .tableRow: "Tr"
    case .supplementary: "Sp"
    case .appendix: "Mpat"
    }
  }
}
