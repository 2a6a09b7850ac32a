import DocumentModel

/// The tree of headings over the blocks of a document, by position in the list of blocks.
struct SectionTree: Sendable {
  /// One section before it has its identifier.
  struct Node: Sendable {
    /// The block that titles it; nil for a root that the source doesn't have.
    var heading: Int?
    var parent: Int?
    var level: Int
    /// Its blocks, those of its sub-sections included.
    var blocks: Range<Int>
  }

  /// Parents before children; the first is the root and holds every block.
  private(set) var nodes: [Node] = []
  /// For each block the innermost section that holds it.
  private(set) var owners: [Int] = []

  /// Nests the blocks by the levels of their headings, nil for a block that is none.
  init(levels: [Int?]) {
    let title = levels.firstIndex { $0 == 1 }
    nodes.append(Node(heading: title, parent: nil, level: 1, blocks: 0..<levels.count))
    var path = [0]
    for (block, level) in levels.enumerated() {
      if let level, block != title {
        // A second title would end the document: it is taken as a chapter.
        let level = max(level, 2)
        while path.count > 1, let last = path.last, nodes[last].level >= level {
          nodes[last].blocks = nodes[last].blocks.lowerBound..<block
          path.removeLast()
        }
        nodes.append(
          Node(heading: block, parent: path.last, level: level, blocks: block..<levels.count))
        path.append(nodes.count - 1)
      }
      owners.append(path.last ?? 0)
    }
  }
}
