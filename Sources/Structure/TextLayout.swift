/// How a plain text was set, which decides what its blank lines and marks mean.
enum TextLayout: Sendable, Equatable {
  /// Markdown with `#` headings, or a document with heading styles: they are the outline.
  case outlined
  /// Markdown lists and tables or whole paragraphs, but headings only by their form and place.
  case itemized
  /// Text taken out of pages: hard line ends, blank lines anywhere, titles after their content.
  case extracted

  /// Reads the layout from the roles of the lines.
  init(_ roles: [LineRole]) {
    var items = 0
    var isOutlined = false
    var paragraphs = 0
    var lines = 0
    for role in roles {
      switch role {
      case .heading: isOutlined = true
      case .item: items += 1
      case .row(.pipe, _): items += 3
      case .marked(.heading(rank: .some)): isOutlined = true
      case .marked(.paragraph): paragraphs += 1
      case .text: lines += 1
      default: break
      }
    }
    let isItemized = items >= 3 || paragraphs > lines
    self = isOutlined ? .outlined : isItemized ? .itemized : .extracted
  }
}
