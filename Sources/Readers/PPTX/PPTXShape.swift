/// A place on a slide in English Metric Units (914,400 an inch), from its upper left corner.
struct PPTXBox: Sendable, Equatable {
  var left: Double
  var top: Double
  var width: Double
  var height: Double
  /// Whether what it holds is written from top to bottom, its lines from right to left.
  var isVertical = false

  var right: Double { left + width }
  var bottom: Double { top + height }

  /// The smallest box around both.
  func union(_ other: PPTXBox) -> PPTXBox {
    let (left, top) = (min(left, other.left), min(top, other.top))
    return PPTXBox(
      left: left, top: top, width: max(right, other.right) - left,
      height: max(bottom, other.bottom) - top, isVertical: isVertical && other.isVertical)
  }
}

/// What on a slide may hold words.
struct PPTXShape: Sendable {
  enum Content: Sendable {
    case text(PPTXTextBody)
    case table(PPTXTable)
    case group([PPTXShape])
    /// A picture, diagram or chart, whose words aren't the slide's text.
    case graphic(PPTXGraphic)
  }

  var content: Content
  /// Its place; nil where the layout gives it, or nothing.
  var box: PPTXBox?
  /// What it stands for in the layout, if anything.
  var placeholder: PPTXPlaceholder?
  /// Whether it is not shown.
  var isHidden = false
  /// The relationship that leads to a diagram's data.
  var diagram: String?
}

/// What has no text of its own on a slide.
enum PPTXGraphic: Sendable { case picture, diagram, chart, other }

/// Which place of its layout a shape fills (ECMA-376 19.3.1.36).
struct PPTXPlaceholder: Sendable, Hashable {
  /// The type by its name in the schema, such as `ctrTitle` or `sldNum`.
  var type: String
  /// The number that ties it to the layout's.
  var index: Int

  var isTitle: Bool { type == "title" || type == "ctrTitle" }

  /// The type that a master has for it.
  var masterType: String {
    switch type {
    case "ctrTitle": "title"
    case "dt", "ftr", "sldNum", "hdr", "title": type
    default: "body"
    }
  }
}

/// Paragraphs of a shape, with the bullets that its own list style sets by level.
struct PPTXTextBody: Sendable {
  var paragraphs: [PPTXParagraph] = []
  var bullets: PPTXBullets = [:]
  /// Whether it is written from top to bottom, its lines from right to left.
  var isVertical = false

  /// The words of all paragraphs, parted by line ends.
  var text: String { paragraphs.map(\.text).joined(separator: "\n") }

  var isBlank: Bool { paragraphs.allSatisfy(\.isBlank) }
}

/// A paragraph of a slide.
struct PPTXParagraph: Sendable {
  /// Its words with `\n` for breaks.
  var text = ""
  /// 0 to 8.
  var level = 0
  /// The bullet set at the paragraph itself.
  var bullet: PPTXBullet?
  /// The largest type of its words in hundredths of a point, where a run sets it.
  var size: Int?

  var isBlank: Bool { text.unicodeScalars.allSatisfy { $0.properties.isWhitespace } }
}

/// Bullets by level from 0.
typealias PPTXBullets = [Int: PPTXBullet]

/// What stands before a paragraph (ECMA-376 21.1.2.4).
enum PPTXBullet: Sendable, Equatable {
  case none
  case character(String)
  /// A number in a format of the schema, counted from `start`.
  case number(format: String, start: Int)
  /// A picture, which has no character.
  case picture
}

/// A table of a slide.
struct PPTXTable: Sendable {
  struct Row: Sendable {
    /// The words of each column's cell; empty where a cell goes on with another.
    var cells: [String] = []
  }

  var rows: [Row] = []
  /// Whether its first row is set off as the head.
  var hasFirstRow = false
}
