/// What slides take from their layouts and masters: the places and bullets of placeholders.
struct PPTXLayouts {
  /// A layout or master as far as slides take anything from it.
  struct Sheet: Sendable {
    /// `title` for the layout of a title slide.
    var type = ""
    /// The first shape of each placeholder: by its number, its type, the type a master has for it.
    private(set) var byIndex: [Int: PPTXShape] = [:]
    private(set) var byType: [String: PPTXShape] = [:]
    private(set) var byMasterType: [String: PPTXShape] = [:]
    /// Bullets of text in placeholders by the master's own styles: `title`, `body`, `other`.
    var styles: [String: PPTXBullets] = [:]
    /// The path of the master of a layout.
    var master: String?

    /// Takes the placeholders among some shapes.
    mutating func take(_ shapes: [PPTXShape]) {
      for shape in shapes {
        guard let placeholder = shape.placeholder else { continue }
        if byIndex[placeholder.index] == nil { byIndex[placeholder.index] = shape }
        if byType[placeholder.type] == nil { byType[placeholder.type] = shape }
        if byMasterType[placeholder.masterType] == nil {
          byMasterType[placeholder.masterType] = shape
        }
      }
    }
  }

  private let package: OfficePackage
  private var sheets: [String: Sheet] = [:]

  init(_ package: OfficePackage) { self.package = package }

  /// The layout at a path and its master; each is read once.
  mutating func sheets(_ layout: String?) throws(OfficeReadingError) -> [Sheet] {
    guard let layout else { return [] }
    let own = try sheet(layout, above: "slideMaster")
    guard let master = own.master else { return [own] }
    return [own, try sheet(master, above: nil)]
  }

  private mutating func sheet(
    _ path: String, above relation: String?
  ) throws(OfficeReadingError) -> Sheet {
    if let known = sheets[path] { return known }
    var sheet = try package.read(path) { (reader) throws(XMLReadingError) in
      try Self.read(reader)
    }
    if let relation {
      sheet.master = try package.relations(of: path).first { $0.type == relation }?.path
    }
    sheets[path] = sheet
    return sheet
  }

  private static func read(_ reader: XMLPullReader) throws(XMLReadingError) -> Sheet {
    var sheet = Sheet()
    while true {
      switch try reader.next() {
      case .start:
        switch reader.name {
        case "sldLayout": sheet.type = reader.attribute("type") ?? ""
        case "spTree": sheet.take(try PPTXShapeParser(reader).shapes())
        case "titleStyle", "bodyStyle", "otherStyle":
          let name = String(reader.name.dropLast("Style".count))
          sheet.styles[name] = try PPTXTextParser(reader).bullets()
        default: break
        }
      case .end, .text: break
      case .finished: return sheet
      }
    }
  }
}

extension [PPTXLayouts.Sheet] {
  /// The shapes of layout and master that a slide's placeholder takes from, the nearest first.
  func shapes(for placeholder: PPTXPlaceholder) -> [PPTXShape] {
    enumerated().compactMap { depth, sheet in
      if depth > 0 { return sheet.byType[placeholder.masterType] }
      let own =
        (placeholder.index == 0 ? nil : sheet.byIndex[placeholder.index])
        ?? sheet.byType[placeholder.type]
      // A layout may have many bodies: another's place says nothing of this one's.
      return own
        ?? (placeholder.masterType == "body" ? nil : sheet.byMasterType[placeholder.masterType])
    }
  }

  /// The bullets that hold for text in a placeholder, or outside any, the nearest first.
  func bullets(for placeholder: PPTXPlaceholder?) -> [PPTXBullets] {
    let inherited = placeholder.map(shapes(for:)) ?? []
    let own = inherited.map { shape -> PPTXBullets in
      if case .text(let body) = shape.content { body.bullets } else { [:] }
    }
    let style = placeholder.map {
      $0.isTitle ? "title" : $0.masterType == "body" ? "body" : "other"
    }
    return own + compactMap { $0.styles[style ?? "other"] }
  }
}
