/// The styles of cells, as far as they tell what is printed and what is set off (ECMA-376 18.8).
struct XLSXStyles: Sendable {
  /// What one style of cells says.
  struct Style: Sendable {
    /// The position of its number format; nil for the general one.
    var format: Int?
    /// Whether its words are bold or its ground is filled.
    var isSetOff = false
  }

  private var styles: [Style] = []
  private var formats: [XLSXNumberFormat] = []

  /// Without any style, as a file without its styles part.
  init() {}

  /// Reads the styles part.
  init(_ reader: XMLPullReader) throws(XMLReadingError) {
    var codes: [Int: String] = [:]
    var bold: [Bool] = []
    var filled: [Bool] = []
    var places: [Int: Int] = [:]
    var depth: [String] = []
    while true {
      switch try reader.next() {
      case .start:
        let name = reader.name
        let parent = depth.last
        depth.append(name)
        switch (parent, name) {
        case ("numFmts"?, "numFmt"):
          if let id = Self.number(reader, "numFmtId") {
            codes[id] = reader.attribute("formatCode") ?? ""
          }
        case ("fonts"?, "font"): bold.append(false)
        case ("font"?, "b"):
          if !bold.isEmpty, reader.attribute("val").map({ !["0", "false"].contains($0) }) ?? true {
            bold[bold.count - 1] = true
          }
        case ("fills"?, "fill"): filled.append(false)
        case ("fill"?, "patternFill"):
          if !filled.isEmpty, !["none", "gray125", nil].contains(reader.attribute("patternType")) {
            filled[filled.count - 1] = true
          }
        case ("cellXfs"?, "xf"):
          var style = Style()
          let id = Self.number(reader, "numFmtId") ?? 0
          if let code = codes[id] ?? XLSXNumberFormat.builtIn(id), code.lowercased() != "general" {
            if places[id] == nil {
              places[id] = formats.count
              formats.append(XLSXNumberFormat(code))
            }
            style.format = places[id]
          }
          let font = Self.number(reader, "fontId") ?? 0
          let fill = Self.number(reader, "fillId") ?? 0
          style.isSetOff =
            (bold.indices.contains(font) && bold[font])
            || (filled.indices.contains(fill) && filled[fill])
          styles.append(style)
        default: break
        }
      case .end: _ = depth.popLast()
      case .text: break
      case .finished: return
      }
    }
  }

  private static func number(_ reader: XMLPullReader, _ name: String) -> Int? {
    reader.attribute(name).flatMap { Int($0) }
  }

  /// Returns a number as a style prints it.
  func text(of value: Double, style: Int, is1904: Bool) -> String {
    guard styles.indices.contains(style), let format = styles[style].format else {
      return XLSXDecimal(value).description
    }
    return formats[format].text(of: value, is1904: is1904)
  }

  /// Returns a serial number as a style prints days and times; nil for a style of other numbers.
  func dateText(of serial: Double, style: Int, is1904: Bool) -> String? {
    guard styles.indices.contains(style), let format = styles[style].format,
      formats[format].isDate
    else { return nil }
    return formats[format].text(of: serial, is1904: is1904)
  }

  /// Whether a style sets its cells off from others.
  func isSetOff(_ style: Int) -> Bool { styles.indices.contains(style) && styles[style].isSetOff }
}
