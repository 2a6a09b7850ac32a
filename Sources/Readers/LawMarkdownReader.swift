package import DocumentModel

/// Reads the structured Markdown of laws: one file a law, front matter with identifier, law_num and
/// enforced_at, `**第一条（見出し）**　` an article, `**２**　` a paragraph, `- 一　` an item.
package struct LawMarkdownReader: Sendable {
  package init() {}

  /// Reads one revision of a law from UTF-8 Markdown.
  ///
  /// - Throws: `LawReadingError.missingField` where the front matter doesn't name the law.
  package func read(_ markdown: [UInt8]) throws(LawReadingError) -> LawText {
    let text = String(decoding: markdown, as: UTF8.self)
    var fields: [String: String] = [:]
    var parser = LawMarkdownParser()
    var isFrontMatter = false
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    {
      if line == "---", index == 0 || isFrontMatter {
        isFrontMatter.toggle()
      } else if isFrontMatter {
        guard let colon = line.firstIndex(of: ":") else { continue }
        let name = line[..<colon].drop { $0 == " " }
        let value = line[line.index(after: colon)...].drop { $0 == " " }
        fields[String(name)] = String(value.filter { $0 != "\"" })
      } else {
        parser.take(line)
      }
    }
    guard let id = fields["identifier"], id.utf8.count == 15 else {
      throw .missingField(name: "identifier")
    }
    guard let title = fields["title"] else { throw .missingField(name: "title") }
    return LawText(
      revision: LawRevisionID(
        lawID: LawID(id), inForceFrom: EDTF(fields["enforced_at"] ?? "").interval?.first,
        amendingLaw: nil),
      lawNumber: fields["law_num"] ?? "", title: title, abbreviations: [],
      lawType: fields["law_type"] ?? "", nodes: parser.nodes)
  }
}

/// Turns the lines of a law's Markdown body into nodes.
private struct LawMarkdownParser {
  private(set) var nodes: [LawNode] = []
  private var numbering = LawNumbering()
  /// The open node of each level of grouping: part, chapter, section, subsection, division.
  private var groups: [Int?] = [nil, nil, nil, nil, nil]
  /// Where an article hangs: the innermost group, or a set of supplementary provisions.
  private var group: Int?
  private var article: Int?
  private var paragraph: Int?
  /// The open item and the sub-items under it, by depth.
  private var items: [Int] = []
  private var appendix: Int?

  private static let groupKinds: [(ending: Character, kind: LawNodeKind)] = [
    ("編", .part), ("章", .chapter), ("節", .section), ("款", .subsection), ("目", .division),
  ]

  mutating func take(_ line: Substring) {
    let indentation = line.prefix { $0 == " " }.count
    let content = line.dropFirst(indentation)
    if content.isEmpty { return }
    if content.hasPrefix("#") {
      heading(content.drop { $0 == "#" }.drop { $0 == " " })
    } else if content.hasPrefix("**"), let end = content.dropFirst(2).range(of: "**") {
      bold(
        label: content.dropFirst(2)[..<end.lowerBound],
        text: content[end.upperBound...].drop { $0 == "\u{3000}" })
    } else if content.hasPrefix("- ") {
      item(content.dropFirst(2), depth: indentation / 2)
    } else if content.hasPrefix("|") {
      row(content)
    } else {
      plain(content)
    }
  }

  private mutating func open(
    _ kind: LawNodeKind, element: String = "", parent: Int?, number: String?, label: Substring = "",
    caption: String = "", text: Substring = ""
  ) -> Int {
    var node = LawNode(
      kind: kind, parent: parent, number: number ?? "", label: String(label), caption: caption,
      text: String(text))
    numbering.number(&node, element: element, among: nodes)
    nodes.append(node)
    return nodes.count - 1
  }

  private mutating func heading(_ title: Substring) {
    (article, paragraph, items, appendix) = (nil, nil, [], nil)
    let label = title.prefix { $0 != "\u{3000}" && $0 != " " }
    let ending = label.drop { $0 != "第" }.first { c in Self.groupKinds.contains { $0.ending == c } }
    guard let level = Self.groupKinds.firstIndex(where: { $0.ending == ending }) else {
      groups = [nil, nil, nil, nil, nil]
      group = open(.supplementary, parent: nil, number: nil, label: title)
      return
    }
    let parent = groups[..<level].compactMap { $0 }.last
    let opened = open(
      Self.groupKinds[level].kind, parent: parent, number: LawLabel.number(of: String(label)),
      label: title)
    for index in groups.indices where index >= level { groups[index] = nil }
    groups[level] = opened
    group = opened
  }

  private mutating func bold(label: Substring, text: Substring) {
    items = []
    if label.contains("別表") || label.contains("様式") {
      (article, paragraph) = (nil, nil)
      appendix = open(.appendix, parent: nil, number: nil, label: label, text: text)
      return
    }
    let name = label.prefix { $0 != "（" }
    let caption = String(label.dropFirst(name.count))
    appendix = nil
    let number = LawLabel.number(of: String(name))
    if name.hasPrefix("第"), name.contains("条") {
      article = open(.article, parent: group, number: number, label: name, caption: caption)
      paragraph = open(.paragraph, parent: article, number: "1", text: text)
    } else {
      paragraph = open(
        .paragraph, parent: article ?? group, number: number, label: name, caption: caption,
        text: text)
    }
  }

  private mutating func item(_ content: Substring, depth: Int) {
    let label = content.prefix { $0 != "\u{3000}" }
    let text = content.dropFirst(label.count).drop { $0 == "\u{3000}" }
    items = Array(items.prefix(depth))
    let parent = items.last ?? appendix ?? paragraph ?? article ?? group
    let isItem = items.isEmpty
    items.append(
      open(
        isItem ? .item : .subitem, element: "Subitem\(items.count)", parent: parent,
        number: isItem ? LawLabel.number(of: String(label)) : nil, label: label, text: text))
  }

  private mutating func row(_ content: Substring) {
    let cells = content.split(separator: "|").map { cell in
      String(cell.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    }
    if cells.allSatisfy({ $0.allSatisfy { $0 == "-" || $0 == ":" } }) { return }
    let parent = items.last ?? appendix ?? paragraph ?? article ?? group
    _ = open(
      .tableRow, parent: parent, number: nil, text: Substring(cells.joined(separator: " | ")))
  }

  private mutating func plain(_ content: Substring) {
    let parent = items.last ?? appendix ?? paragraph ?? article ?? group
    _ = open(
      parent == nil ? .preamble : .list, parent: parent, number: nil, text: content)
  }
}

extension Substring {
  fileprivate func range(of mark: String) -> Range<Index>? {
    var start = startIndex
    while start < endIndex {
      if self[start...].hasPrefix(mark) {
        return start..<index(start, offsetBy: mark.count)
      }
      start = index(after: start)
    }
    return nil
  }
}
