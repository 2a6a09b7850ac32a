/// The named styles of a Word file, as far as they tell what a paragraph is (ECMA-376 17.7).
struct DOCXStyles: Sendable {
  /// What one style says itself; what it leaves out comes from the style it is based on.
  struct Style: Sendable {
    /// Lower case, without spaces, ASCII digits: `heading1`, `見出し1`.
    var name = ""
    var base: String?
    var properties = DOCXProperties()
  }

  private var styles: [String: Style] = [:]
  private var defaultParagraph: String?
  private var defaults = DOCXProperties()

  /// Steps after which a chain of bases is taken to be a circle.
  private static let longestChain = 32

  /// Without any style, as a file without its styles part.
  init() {}

  /// Reads the styles part.
  init(_ reader: XMLPullReader) throws(XMLReadingError) {
    while true {
      switch try reader.next() {
      case .start:
        switch reader.name {
        case "style": try readStyle(reader)
        case "rPrDefault", "pPrDefault": try Self.readProperties(reader, into: &defaults)
        case "latentStyles": try reader.skip()
        default: break
        }
      case .end, .text: break
      case .finished: return
      }
    }
  }

  private mutating func readStyle(_ reader: XMLPullReader) throws(XMLReadingError) {
    let id = reader.attribute("styleId") ?? ""
    let isDefault = reader.attribute("default").map(DOCXProperties.isOn) ?? false
    if isDefault, reader.attribute("type") == "paragraph" { defaultParagraph = id }
    var style = Style()
    try reader.forEachChild { (name) throws(XMLReadingError) in
      switch name {
      case "name": style.name = Self.plain(reader.attribute("val") ?? "")
      case "basedOn": style.base = reader.attribute("val")
      case "pPr":
        try style.properties.readParagraph(reader)
        return
      case "rPr":
        try style.properties.readRun(reader)
        return
      default: break
      }
      try reader.skip()
    }
    styles[id] = style
  }

  private static func readProperties(
    _ reader: XMLPullReader, into properties: inout DOCXProperties
  ) throws(XMLReadingError) {
    try reader.forEachChild { (name) throws(XMLReadingError) in
      switch name {
      case "pPr": try properties.readParagraph(reader)
      case "rPr": try properties.readRun(reader)
      default: try reader.skip()
      }
    }
  }

  /// The style and those it is based on, nearest first; a circle ends it.
  private func chain(_ id: String?) -> [(id: String, style: Style)] {
    var chain: [(id: String, style: Style)] = []
    var next = id
    while let id = next, let style = styles[id], chain.count < Self.longestChain,
      !chain.contains(where: { $0.id == id })
    {
      chain.append((id, style))
      next = style.base
    }
    return chain
  }

  /// Returns what a paragraph with a style is set like, its own properties first.
  func resolved(_ own: DOCXProperties, isParagraph: Bool) -> DOCXProperties {
    var properties = own
    for link in chain(own.style ?? (isParagraph ? defaultParagraph : nil)) {
      properties.fill(from: link.style.properties, style: link.id)
    }
    if isParagraph { properties.fill(from: defaults, style: nil) }
    return properties
  }

  /// Returns the list that a numbering style names.
  func list(ofNumberingStyle id: String) -> Int? { styles[id]?.properties.list }

  /// Returns what a style makes of a paragraph by its name; localized names count.
  func kind(of id: String?) -> DOCXStyleKind? {
    // A built-in style that the file doesn't define goes by its identifier.
    if let id, styles[id] == nil { return DOCXStyleKind(name: Self.plain(id)) }
    for link in chain(id) {
      if let kind = DOCXStyleKind(name: link.style.name) { return kind }
    }
    return nil
  }

  /// A style's name without case, spaces and width.
  private static func plain(_ name: String) -> String {
    var plain = String.UnicodeScalarView()
    for scalar in name.lowercased().unicodeScalars where !scalar.properties.isWhitespace {
      let isWide = (0xFF01...0xFF5E).contains(scalar.value)
      plain.append(isWide ? Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar : scalar)
    }
    return String(plain).lowercased()
  }
}

/// What a style's name says of its paragraphs.
enum DOCXStyleKind: Sendable, Equatable {
  case title, caption, contents, quotation
  /// A heading of a rank from 1.
  case heading(Int)

  /// Reads a name in lower case without spaces: `heading1`, `見出し1`, `表題`.
  ///
  /// A name that says more (`見出し1本文`) is another style.
  init?(name: String) {
    switch name {
    case "title", "表題", "タイトル": self = .title
    case "caption", "図表番号": self = .caption
    case "quote", "intensequote", "quotations", "blockquote", "引用", "引用文", "引用文2": self = .quotation
    case "tocheading", "目次の見出し", "tableoffigures", "図表目次": self = .contents
    default:
      func rank(_ prefix: String) -> Int? {
        name.hasPrefix(prefix) ? Int(name.dropFirst(prefix.count)) : nil
      }
      if rank("toc") ?? rank("目次") ?? rank("contents") != nil {
        self = .contents
      } else if let rank = rank("heading") ?? rank("見出し"), (1...9).contains(rank) {
        self = .heading(rank)
      } else {
        return nil
      }
    }
  }
}
