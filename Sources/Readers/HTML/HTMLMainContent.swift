/// Finds the part of a page that is its text, without what frames every page of a site.
///
/// In this order: the one `main` (or `role="main"`) with words; the one `article`; else the innermost
/// element that holds at least four fifths of the words which stand outside links and outside the
/// parts that frame a page. Whatever the choice, navigation, side notes, the page's header and
/// footer, and what isn't shown, are left out of it.
struct HTMLMainContent: Sendable {
  private let tree: HTMLTree
  /// For each node, the bytes of words before it that count as text.
  private let weights: [Int]

  init(_ tree: HTMLTree) {
    self.tree = tree
    let weights = Self.weights(of: tree, countsLinks: false)
    // A page of nothing but links, as a list of papers, is weighed by them.
    self.weights =
      (weights.last ?? 0) > 0 ? weights : Self.weights(of: tree, countsLinks: true)
  }

  /// Returns the element that holds the page's text; nil where the page has no words outside
  /// its frames.
  func find() -> Int? {
    let all = weight(of: 0..<tree.nodes.count)
    guard all > 0 else { return nil }
    let mains = tree.nodes.indices.filter {
      tree.nodes[$0].tag == .main || tree.attributes(of: $0).role == "main"
    }
    if let main = outermost(mains), weight(of: tree.range(of: main)) > 0 { return main }
    let articles = tree.nodes.indices.filter { tree.nodes[$0].tag == .article }
    if articles.count == 1, weight(of: tree.range(of: articles[0])) * 2 > all {
      return articles[0]
    }
    return densest(all)
  }

  /// The one element of several that holds all the others; nil where they stand side by side.
  private func outermost(_ elements: [Int]) -> Int? {
    guard let first = elements.first,
      elements.allSatisfy({ tree.range(of: first).contains($0) })
    else { return nil }
    return first
  }

  /// The innermost element with at least four fifths of the weight, which must be a block.
  private func densest(_ all: Int) -> Int? {
    var best: Int?
    var index = 0
    while index < tree.nodes.count {
      let range = tree.range(of: index)
      if tree.nodes[index].tag == .words || weight(of: range) * 5 < all * 4 {
        index = range.upperBound
      } else {
        // A heading or paragraph alone is no container.
        switch tree.nodes[index].tag {
        case .html, .body, .div, .section, .article, .form, .td, .table, .tbody, .tr, .main, .block:
          best = index
        default: break
        }
        index += 1
      }
    }
    // Rows of a table are one thing: a page laid out in cells is taken by its cell, a table whole.
    guard var chosen = best else { return tree.nodes.isEmpty ? nil : 0 }
    while [.tr, .tbody].contains(tree.nodes[chosen].tag), chosen > 0 { chosen -= 1 }
    return chosen
  }

  private func weight(of range: Range<Int>) -> Int {
    weights[range.upperBound] - weights[range.lowerBound]
  }

  /// Running sums of the bytes of words outside links and framing parts.
  private static func weights(of tree: HTMLTree, countsLinks: Bool) -> [Int] {
    var weights = [0]
    weights.reserveCapacity(tree.nodes.count + 1)
    var excludedUntil = 0
    for (index, node) in tree.nodes.enumerated() {
      var weight = 0
      if index >= excludedUntil {
        if node.tag == .words {
          let words = tree.characters[Int(node.words.lowerBound)..<Int(node.words.upperBound)]
          weight = words.count { $0 > 0x20 }
        } else if (node.tag == .a && !countsLinks) || node.tag == .title
          || frames(tree, index, isPage: true)
        {
          excludedUntil = Int(node.end)
        }
      }
      weights.append((weights.last ?? 0) + weight)
    }
    return weights
  }

  /// Whether an element frames the page or isn't shown; `isPage` for one outside the main part,
  /// where headers and footers are the site's.
  static func frames(_ tree: HTMLTree, _ index: Int, isPage: Bool) -> Bool {
    switch tree.nodes[index].tag {
    case .nav, .aside: return true
    case .header, .footer: if isPage { return true }
    default: break
    }
    guard tree.nodes[index].attributes >= 0 else { return false }
    let attributes = tree.attributes(of: index)
    if attributes.isHidden || framingRoles.contains(attributes.role) { return true }
    let tag = tree.nodes[index].tag
    guard tag.isBlock, tag != .body, tag != .html, tag != .main else { return false }
    return (attributes.classes + [attributes.id.lowercased()]).contains(where: isFramingName)
  }

  /// Names that sites give to their frames: `header2011`, `breadcrumb`, `gnavi`, `footer_menu`.
  private static func isFramingName(_ name: String) -> Bool {
    let word = name.filter { $0.isLetter }
    return framingNames.contains(word)
  }

  private static let framingRoles: Set<String> = [
    "navigation", "banner", "contentinfo", "search", "complementary", "menu", "menubar", "dialog",
    "alert", "toolbar",
  ]
  private static let framingNames: Set<String> = [
    "header", "footer", "globalheader", "globalfooter", "siteheader", "sitefooter", "pageheader",
    "pagefooter", "lheader", "lfooter", "gheader", "gfooter", "nav", "navi", "navigation",
    "gnav", "gnavi", "globalnav", "globalnavi", "lnav", "lnavi", "localnav", "localnavi",
    "sidenav", "sidebar", "side", "breadcrumb", "breadcrumbs", "bread", "topicpath", "pankuzu",
    "breadcrumblist", "menu", "headermenu", "footermenu", "pagetop", "totop", "ptop",
    "backtotop", "copyright", "sns", "share", "social", "skiplink", "skip", "search",
    "cookie", "cookiebanner", "fsize", "fontsize", "hmenu", "utility", "contentsfoot",
  ]
}
