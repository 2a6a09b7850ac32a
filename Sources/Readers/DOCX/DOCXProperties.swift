/// What is set of a paragraph, a run or a style, as far as it tells what a line is; nil where it
/// isn't set here (ECMA-376 17.3.1, 17.3.2).
struct DOCXProperties: Sendable, Equatable {
  enum Script: Sendable { case superscript, `subscript`, baseline }

  var style: String?
  /// The list it belongs to; 0 takes it out of any list.
  var list: Int?
  /// The 0-based level in its list.
  var listLevel: Int?
  /// The style from which the list was taken, for lists whose levels name their styles.
  var listStyle: String?
  /// The 0-based rank in the outline; 9 is body text.
  var outline: Int?
  var isCentered: Bool?
  var isBold: Bool?
  var isHidden: Bool?
  /// The size of type in half points.
  var size: Int?
  var script: Script?
  /// Whether the paragraph's end was deleted, so that it runs on into the next.
  var isEndDeleted = false

  /// Reads `w:pPr`, whose start was the last event.
  mutating func readParagraph(_ reader: XMLPullReader) throws(XMLReadingError) {
    var properties = self
    defer { self = properties }
    try reader.forEachChild { (name) throws(XMLReadingError) in
      switch name {
      case "pStyle": properties.style = reader.attribute("val")
      case "outlineLvl": properties.outline = reader.attribute("val").flatMap { Int($0) }
      case "jc": properties.isCentered = reader.attribute("val") == "center"
      case "numPr":
        try reader.forEachChild { (name) throws(XMLReadingError) in
          let value = reader.attribute("val").flatMap { Int($0) }
          if name == "numId" { properties.list = value }
          if name == "ilvl" { properties.listLevel = value }
          try reader.skip()
        }
        return
      case "rPr":
        // The type of the paragraph's end, not of its words: only its deletion matters.
        try reader.forEachChild { (name) throws(XMLReadingError) in
          if name == "del" || name == "moveFrom" { properties.isEndDeleted = true }
          try reader.skip()
        }
        return
      default: break
      }
      // Skips pPrChange too, which holds what was set before a tracked change.
      try reader.skip()
    }
  }

  /// Reads `w:rPr`, whose start was the last event.
  mutating func readRun(_ reader: XMLPullReader) throws(XMLReadingError) {
    var properties = self
    defer { self = properties }
    try reader.forEachChild { (name) throws(XMLReadingError) in
      let value = reader.attribute("val")
      switch name {
      case "rStyle": properties.style = value
      case "b": properties.isBold = value.map(Self.isOn) ?? true
      case "vanish": properties.isHidden = value.map(Self.isOn) ?? true
      case "sz": properties.size = value.flatMap { Int($0) }
      case "vertAlign":
        properties.script =
          value == "superscript" ? .superscript : value == "subscript" ? .subscript : .baseline
      default: break
      }
      try reader.skip()
    }
  }

  /// Takes over from a style what isn't set yet.
  mutating func fill(from other: DOCXProperties, style: String?) {
    if list == nil, let inherited = other.list {
      list = inherited
      listStyle = style
    }
    if listLevel == nil { listLevel = other.listLevel }
    if outline == nil { outline = other.outline }
    if isCentered == nil { isCentered = other.isCentered }
    if isBold == nil { isBold = other.isBold }
    if isHidden == nil { isHidden = other.isHidden }
    if size == nil { size = other.size }
    if script == nil { script = other.script }
  }

  /// Whether a value of a switch is on; the schema allows several words.
  static func isOn(_ value: String) -> Bool { !["0", "false", "off", "none"].contains(value) }
}
