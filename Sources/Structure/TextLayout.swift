/// How a plain text was set, which decides what its blank lines and marks mean.
enum TextLayout: Sendable, Equatable {
  /// Markdown with `#` headings: they are the outline.
  case outlined
  /// Markdown lists and tables, but headings only by their form and place.
  case itemized
  /// Text taken out of pages: hard line ends, blank lines anywhere, titles after their content.
  case extracted

  /// Reads the layout from the roles of the lines.
  init(_ roles: [LineRole]) {
    var items = 0
    var isOutlined = false
    for role in roles {
      switch role {
      case .heading: isOutlined = true
      case .item: items += 1
      case .row(.pipe, _): items += 3
      default: break
      }
    }
    self = isOutlined ? .outlined : items >= 3 ? .itemized : .extracted
  }
}
