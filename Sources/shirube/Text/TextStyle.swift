/// How a piece of text looks on a terminal.
enum TextStyle: String {
  case plain = ""
  case title = "1"
  case match = "1;33"
  case label = "36"
  case faint = "2"
  case know = "34"
  case nurture = "32"
  case protect = "35"
  case warning = "31"
}

/// Puts styles on text where the terminal takes them.
struct Painter {
  var isColoured: Bool

  /// Returns the text in a style.
  func paint(_ text: String, _ style: TextStyle) -> String {
    guard isColoured, style != .plain, !text.isEmpty else { return text }
    return "\u{1B}[\(style.rawValue)m\(text)\u{1B}[0m"
  }
}
