/// The notes of a page and the marks that point to them.
struct HTMLNotes: Sendable {
  /// The number printed before each note, by the position of its element.
  private(set) var numbers: [Int: Int] = [:]
  private var byID: [String: Int] = [:]
  private var byNumber: [Int: Int] = [:]

  /// Finds elements that are notes by role or class, or items of a list of notes.
  init(_ tree: HTMLTree, in range: Range<Int>) {
    var listEnd = 0
    var count = 0
    for index in range {
      let node = tree.nodes[index]
      guard node.tag.isBlock else { continue }
      let attributes = tree.attributes(of: index)
      let names = attributes.classes + [attributes.id.lowercased()]
      if attributes.role == "doc-endnotes" || names.contains(where: Self.listNames.contains) {
        listEnd = max(listEnd, Int(node.end))
        count = 0
        continue
      }
      let isNamed =
        attributes.role == "doc-footnote" || attributes.role == "doc-endnote"
        || attributes.classes.contains(where: Self.noteNames.contains)
      guard isNamed || (index < listEnd && node.tag == .li) else { continue }
      count = attributes.value ?? count + 1
      numbers[index] = count
      if byNumber[count] == nil { byNumber[count] = index }
      if !attributes.id.isEmpty { byID[attributes.id] = index }
    }
  }

  /// Whether an element within a line is the mark of a note.
  func isMark(_ tree: HTMLTree, _ index: Int) -> Bool {
    let tag = tree.nodes[index].tag
    guard tag == .a || tag == .inline || tag == .sup else { return false }
    let attributes = tree.attributes(of: index)
    return attributes.role == "doc-noteref"
      || attributes.classes.contains(where: Self.markNames.contains)
      || attributes.anchor.map { byID[$0] != nil } == true
  }

  /// Returns the note that a mark points to, by its target or by the number it shows.
  func note(of mark: Int, _ tree: HTMLTree) -> Int? {
    for inner in tree.range(of: mark) {
      if let anchor = tree.attributes(of: inner).anchor, let note = byID[anchor] { return note }
    }
    let digits = tree.text(of: mark).filter { $0.isASCII && $0.isNumber }
    return Int(digits).flatMap { byNumber[$0] }
  }

  private static let listNames: Set<String> = ["footnotes", "endnotes", "doc-endnotes"]
  private static let noteNames: Set<String> = ["footnote", "endnote"]
  private static let markNames: Set<String> = [
    "footnote-mark", "footnote-ref", "footnote-reference", "footnoteref", "noteref", "fn-ref",
  ]
}
