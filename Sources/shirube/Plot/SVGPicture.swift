import DocumentModel

/// A picture in the making: marks in the order they are drawn.
///
/// All positions are whole pixels, so that equal content gives equal bytes. Text is set in a list of
/// Japanese typefaces that ends in a generic one, and named `xml:lang`, so that a viewer without any
/// of them still takes Japanese forms of the characters. See SVG 1.1.
struct SVGPicture {
  /// How a piece of text is set.
  struct TextStyle {
    enum Anchor: String { case start, middle, end }

    /// Pixels; nil for the picture's own size.
    var size: Int?
    var isBold = false
    var anchor = Anchor.start
    /// `#000` where nil.
    var fill: String?
  }

  /// Where text of another size isn't asked for.
  static let textSize = 12

  /// The typefaces by preference: those of Linux, the web, macOS and Windows.
  static let typefaces =
    "'Noto Sans CJK JP', 'Noto Sans JP', 'Hiragino Sans', 'Yu Gothic', Meiryo, sans-serif"

  /// Pixels.
  let width: Int
  private var marks: [String] = []

  init(width: Int) { self.width = width }

  /// Adds a line of text; `x` and the base line `y` in pixels.
  mutating func text(_ x: Int, _ y: Int, _ words: String, _ style: TextStyle = .init()) {
    var attributes = ""
    if style.anchor != .start { attributes += " text-anchor=\"\(style.anchor.rawValue)\"" }
    if let size = style.size { attributes += " font-size=\"\(size)\"" }
    if style.isBold { attributes += " font-weight=\"bold\"" }
    if let fill = style.fill { attributes += " fill=\"\(fill)\"" }
    marks.append("<text x=\"\(x)\" y=\"\(y)\"\(attributes)>\(Self.escaped(words))</text>")
  }

  /// Adds a rectangle; `more` is put among its attributes as it is.
  mutating func box(
    _ x: Int, _ y: Int, _ width: Int, _ height: Int, fill: String, stroke: String? = "#000",
    _ more: String = ""
  ) {
    let line = stroke.map { " stroke=\"\($0)\"" } ?? ""
    let more = more.isEmpty ? "" : " " + more
    marks.append(
      "<rect x=\"\(x)\" y=\"\(y)\" width=\"\(width)\" height=\"\(height)\" fill=\"\(fill)\"\(line)"
        + "\(more)/>")
  }

  /// Adds a circle round its centre.
  mutating func circle(
    _ x: Int, _ y: Int, radius: Int, fill: String, _ more: String = ""
  ) {
    let more = more.isEmpty ? "" : " " + more
    marks.append(
      "<circle cx=\"\(x)\" cy=\"\(y)\" r=\"\(radius)\" fill=\"\(fill)\" stroke=\"#000\"\(more)/>")
  }

  /// Adds a line along a path of SVG's own commands.
  mutating func path(_ path: String, fill: String = "none", stroke: String, _ more: String = "") {
    let more = more.isEmpty ? "" : " " + more
    marks.append("<path d=\"\(path)\" fill=\"\(fill)\" stroke=\"\(stroke)\"\(more)/>")
  }

  /// Adds marks as a group that a pointer, or a reader of the screen, is told about.
  mutating func group(_ title: String, _ draw: (inout SVGPicture) -> Void) {
    marks.append("<g><title>\(Self.escaped(title))</title>")
    draw(&self)
    marks.append("</g>")
  }

  /// Returns the picture as SVG in UTF-8, its last line without a line end.
  ///
  /// `patterns` are the definitions that fills refer to.
  func document(
    title: String, description: String, language: String, height: Int, patterns: [String]
  ) -> String {
    let head = [
      #"<?xml version="1.0" encoding="UTF-8"?>"#,
      """
      <svg xmlns="http://www.w3.org/2000/svg" width="\(width)" height="\(height)" \
      viewBox="0 0 \(width) \(height)" role="img" xml:lang="\(language)" \
      font-family="\(Self.typefaces)" font-size="\(Self.textSize)" fill="#000">
      """,
      "<title>\(Self.escaped(title))</title>", "<desc>\(Self.escaped(description))</desc>",
      "<defs>",
    ]
    let ground = ["</defs>", "<rect width=\"\(width)\" height=\"\(height)\" fill=\"#fff\"/>"]
    return (head + patterns + ground + marks + ["</svg>"]).joined(separator: "\n")
  }

  /// Returns the pixels that a line of text takes at most.
  ///
  /// A wide character takes its whole size. Narrow ones differ by typeface; six tenths of the size
  /// covers the widest of the list but for runs of capitals.
  static func width(of text: String, size: Int = textSize) -> Int {
    let tenths = oneLine(text).unicodeScalars.reduce(0) { sum, scalar in
      switch DisplayWidth.columns(scalar) {
      case 0: sum
      case 1: sum + (("A"..."Z").contains(scalar) ? 7 : scalar.value < 0x2000 ? 6 : 10)
      default: sum + 10
      }
    }
    return (tenths * size + 9) / 10
  }

  /// Returns a text broken into lines of at most so many pixels, the last cut where there are more
  /// than `limit`.
  ///
  /// Balanced lines are made as short as they can be without becoming more, so that no letter stands
  /// alone.
  static func lines(
    of text: String, width: Int, size: Int = textSize, limit: Int = .max, isBalanced: Bool = false
  ) -> [String] {
    var lines = wrapped(text, width: width, size: size, limit: limit)
    guard isBalanced, lines.count > 1, lines.last?.hasSuffix("…") == false else { return lines }
    var narrower = width - size / 2
    while narrower > 4 * size {
      let shorter = wrapped(text, width: narrower, size: size, limit: .max)
      guard shorter.count == lines.count else { break }
      lines = shorter
      narrower -= size / 2
    }
    return lines
  }

  private static func wrapped(
    _ text: String, width: Int, size: Int, limit: Int
  ) -> [String] {
    // Columns are half a wide character; narrow letters may be wider, so lines are made shorter
    // until they fit.
    var columns = width * 2 / size
    let scalars = Array(oneLine(text).unicodeScalars)
    while columns > 4 {
      let lines = TextWrapper(width: columns).lines(of: scalars).map { string(scalars[$0]) }
      if lines.prefix(limit).allSatisfy({ self.width(of: $0, size: size) <= width }) {
        guard lines.count > limit, limit > 0 else { return lines }
        var cut = Array(lines[limit - 1].unicodeScalars)
        while !cut.isEmpty, self.width(of: string(cut) + "…", size: size) > width {
          cut.removeLast()
        }
        return Array(lines.prefix(limit - 1)) + [string(cut) + "…"]
      }
      columns -= 1
    }
    return [oneLine(text)]
  }

  private static func string(_ scalars: some Sequence<Unicode.Scalar>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
  }

  private static func oneLine(_ text: String) -> String {
    Printable.safe(text).replacing("\n", with: " ")
  }

  /// Returns text that can stand in XML: marks escaped, control characters shown.
  private static func escaped(_ text: String) -> String {
    var escaped = ""
    for scalar in oneLine(text).unicodeScalars {
      switch scalar {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\"": escaped += "&quot;"
      // The two code points of the basic plane that XML doesn't take.
      case "\u{FFFE}", "\u{FFFF}": escaped += "\u{FFFD}"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }
}
