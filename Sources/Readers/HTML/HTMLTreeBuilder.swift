import CXML

/// Reads HTML into a flat tree; scripts, styles and fields of forms are left out at once.
final class HTMLTreeBuilder {
  private var tree = HTMLTree()
  /// Positions of the open elements.
  private var open: [Int] = []
  /// How many silent elements are open.
  private var silence = 0
  /// Whether the last node is a run of words that more may follow.
  private var isInWords = false
  private var tags: [UnsafePointer<CChar>: HTMLTag] = [:]

  private init() {}

  /// Returns the tree of a UTF-8 text, or nil where its elements nest too deep to be read.
  static func tree(of html: [UInt8]) -> HTMLTree? {
    let builder = HTMLTreeBuilder()
    // The parser calls back while this function runs and keeps nothing: the builder outlives it.
    var events = cxml_html_events(
      context: Unmanaged.passUnretained(builder).toOpaque(),
      start: { context, name, attributes in
        guard let builder = HTMLTreeBuilder.at(context), let name else { return }
        builder.start(name, attributes)
      },
      end: { context, _ in HTMLTreeBuilder.at(context)?.end() },
      text: { context, characters, count in
        guard let characters else { return }
        HTMLTreeBuilder.at(context)?.add(
          UnsafeRawBufferPointer(start: characters, count: count))
      })
    let isWhole = html.withUnsafeBufferPointer { buffer in
      buffer.baseAddress.map { cxml_read_html($0, buffer.count, &events) } ?? 1
    }
    return withExtendedLifetime(builder) { isWhole == 1 ? builder.finish() : nil }
  }

  private static func at(_ context: UnsafeMutableRawPointer?) -> HTMLTreeBuilder? {
    context.map { Unmanaged<HTMLTreeBuilder>.fromOpaque($0).takeUnretainedValue() }
  }

  private func start(
    _ name: UnsafePointer<CChar>, _ attributes: UnsafePointer<UnsafePointer<CChar>?>?
  ) {
    isInWords = false
    // libxml2 keeps each name once, so that its address tells it.
    let tag = tags[name] ?? HTMLTag(name: String(cString: name))
    tags[name] = tag
    if silence > 0 || tag == .silent {
      silence += 1
      return
    }
    var node = HTMLTree.Node(tag: tag, end: 0)
    if let attributes, let kept = HTMLTree.Attributes(attributes, of: tag) {
      node.attributes = Int32(tree.attributes.count)
      tree.attributes.append(kept)
    }
    open.append(tree.nodes.count)
    tree.nodes.append(node)
  }

  private func end() {
    isInWords = false
    if silence > 0 {
      silence -= 1
    } else if let last = open.popLast() {
      tree.nodes[last].end = Int32(tree.nodes.count)
    }
  }

  private func add(_ characters: UnsafeRawBufferPointer) {
    guard silence == 0 else { return }
    let start = Int32(tree.characters.count)
    tree.characters.append(contentsOf: characters)
    let end = Int32(tree.characters.count)
    if isInWords, let last = tree.nodes.indices.last {
      // One run of words may come in pieces.
      tree.nodes[last].words = tree.nodes[last].words.lowerBound..<end
      return
    }
    isInWords = true
    tree.nodes.append(
      HTMLTree.Node(tag: .words, end: Int32(tree.nodes.count + 1), words: start..<end))
  }

  private func finish() -> HTMLTree {
    while !open.isEmpty { end() }
    return tree
  }
}

extension HTMLTree.Attributes {
  /// Keeps what matters of an element's attributes; nil where nothing does.
  init?(_ list: UnsafePointer<UnsafePointer<CChar>?>, of tag: HTMLTag) {
    self.init()
    var name = ""
    var content = ""
    var label: Int?
    var index = 0
    while let key = list[index] {
      let value = list[index + 1].map { String(cString: $0) } ?? ""
      index += 2
      let attribute = String(cString: key)
      switch attribute {
      case "id": id = value
      case "class", "epub:type":
        classes += value.lowercased().split(whereSeparator: \.isWhitespace).map(String.init)
      case "role": role = value.lowercased()
      case "href": if tag == .a, value.hasPrefix("#") { anchor = String(value.dropFirst()) }
      case "hidden": isHidden = true
      case "aria-hidden": isHidden = isHidden || value.lowercased() == "true"
      case "style": readStyle(value.lowercased().filter { !$0.isWhitespace })
      case "start": start = Self.number(value)
      case "value": self.value = Self.number(value)
      case "type": type = value
      case "rowspan": rows = min(max(Self.number(value) ?? 1, 1), 1_000)
      case "colspan": columns = min(max(Self.number(value) ?? 1, 1), 100)
      case "aria-level": rank = Self.number(value).map { min(max($0, 1), 9) }
      case "name", "property", "itemprop": name = value.lowercased()
      case "content": content = value
      case "data-page", "data-pageno", "data-page-no", "data-page-number": page = Self.number(value)
      case "aria-label", "title":
        // <span role="doc-pagebreak" aria-label="12">
        label = Self.number(value)
      default: break
      }
    }
    if tag == .meta { meta = (name, content) }
    if role == "doc-pagebreak" || classes.contains("pagebreak") { page = page ?? label }
    if index == 0 { return nil }
  }

  private mutating func readStyle(_ style: String) {
    if style.contains("display:none") || style.contains("visibility:hidden") { isHidden = true }
    if style.contains("list-style:none") || style.contains("list-style-type:none") {
      hasNoMarker = true
    }
  }

  private static func number(_ value: String) -> Int? {
    let digits = value.filter { !$0.isWhitespace }
    guard let number = Int(digits), abs(number) < 1_000_000 else { return nil }
    return number
  }
}
