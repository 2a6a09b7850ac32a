/// An HTML text as a flat list of elements and words in document order.
struct HTMLTree: Sendable {
  /// An element or a run of words.
  struct Node: Sendable {
    var tag: HTMLTag
    /// The position behind its last descendant.
    var end: Int32
    /// For words, their place in `characters`.
    var words: Range<Int32> = 0..<0
    /// The position of its attributes, or -1.
    var attributes: Int32 = -1
  }

  /// What is kept of an element's attributes.
  struct Attributes: Sendable {
    var id = ""
    /// Names of class and of kind (`epub:type`), lower case.
    var classes: [String] = []
    var role = ""
    /// The target of a link within the page, without `#`; nil for any other element.
    var anchor: String?
    /// Whether it isn't shown, as far as the element itself tells.
    var isHidden = false
    var hasNoMarker = false
    var start: Int?
    var value: Int?
    var type = ""
    var rows = 1
    var columns = 1
    var rank: Int?
    /// The page of a paged original that begins here or that the words stand on.
    var page: Int?
    /// Name or property, and content, of a `meta`.
    var meta: (name: String, content: String)?
  }

  var nodes: [Node] = []
  var characters: [UInt8] = []
  var attributes: [Attributes] = []

  /// The attributes of a node; empty ones where it has none that matter.
  func attributes(of index: Int) -> Attributes {
    let position = Int(nodes[index].attributes)
    return position < 0 ? Attributes() : attributes[position]
  }

  /// The words of a node that holds words.
  func words(of index: Int) -> String {
    let range = nodes[index].words
    return String(
      decoding: characters[Int(range.lowerBound)..<Int(range.upperBound)], as: UTF8.self)
  }

  /// The positions of a node and all below it.
  func range(of index: Int) -> Range<Int> { index..<Int(nodes[index].end) }

  /// The words below a node, white space collapsed.
  func text(of index: Int) -> String {
    var text = ""
    for inner in range(of: index) where nodes[inner].tag == .words { text += words(of: inner) }
    return text.split { $0.isWhitespace }.joined(separator: " ")
  }
}

/// The elements that reading tells apart.
enum HTMLTag: UInt8, Sendable {
  /// Not an element: characters.
  case words
  case html, head, title, meta, body, main, article, section, nav, header, footer, aside
  case h1, h2, h3, h4, h5, h6
  case p, div, blockquote, pre, hr, br, figure, figcaption, address, details, summary, form
  case ul, ol, li, dl, dt, dd
  case table, caption, thead, tbody, tfoot, tr, th, td
  case a, sup, sub, ruby, rt, rp
  /// An element whose content has nothing to read: scripts, pictures, fields of a form.
  case silent
  /// Any other block.
  case block
  /// Any other element within a line.
  case inline

  /// Reads an element's name in lower case.
  init(name: String) { self = Self.names[name] ?? .inline }

  private static let names: [String: HTMLTag] = {
    var names: [String: HTMLTag] = [
      "html": .html, "head": .head, "title": .title, "meta": .meta, "body": .body, "main": .main,
      "article": .article, "section": .section, "nav": .nav, "header": .header,
      "footer": .footer, "aside": .aside, "h1": .h1, "h2": .h2, "h3": .h3, "h4": .h4, "h5": .h5,
      "h6": .h6, "p": .p, "div": .div, "blockquote": .blockquote, "pre": .pre, "hr": .hr,
      "br": .br, "figure": .figure, "figcaption": .figcaption, "address": .address,
      "details": .details, "summary": .summary, "form": .form, "ul": .ul, "ol": .ol, "li": .li,
      "menu": .ul, "dir": .ul, "dl": .dl, "dt": .dt, "dd": .dd, "table": .table,
      "caption": .caption, "thead": .thead, "tbody": .tbody, "tfoot": .tfoot, "tr": .tr,
      "th": .th, "td": .td, "a": .a, "sup": .sup, "sub": .sub, "ruby": .ruby, "rt": .rt,
      "rp": .rp, "listing": .pre, "xmp": .pre, "plaintext": .pre,
    ]
    for name in ["center", "fieldset", "legend", "hgroup", "search", "dialog", "frameset"] {
      names[name] = .block
    }
    for name in [
      "script", "style", "noscript", "template", "svg", "math", "iframe", "object", "embed",
      "canvas", "video", "audio", "map", "select", "option", "button", "input", "textarea",
      "datalist", "img", "link", "base", "noframes", "applet", "rtc", "progress", "meter",
    ] { names[name] = .silent }
    return names
  }()

  /// The rank of a heading element, from 1.
  var rank: Int? {
    rawValue >= Self.h1.rawValue && rawValue <= Self.h6.rawValue
      ? Int(rawValue - Self.h1.rawValue) + 1 : nil
  }

  /// Whether it stands on lines of its own.
  var isBlock: Bool {
    switch self {
    case .words, .br, .a, .sup, .sub, .ruby, .rt, .rp, .silent, .inline, .title, .meta: false
    default: true
    }
  }
}
