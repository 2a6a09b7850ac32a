internal import DocumentModel

/// A line or a table row of a page in reading order, with what its place on the page tells.
struct PageItem: Sendable {
  /// What is printed.
  enum Content: Sendable {
    case line(PrintedLine)
    case row(PrintedRow, table: Int)
  }

  /// What is known of it.
  enum Role: Sendable, Equatable {
    case body, furniture, note, caption, title, heading, slideTitle
    /// An item of a list; `indent` counts levels from 0.
    case item(indent: Int)

    /// Whether it is running text.
    var isBody: Bool {
      switch self {
      case .body, .item: true
      default: false
      }
    }
  }

  /// How it goes on from the body line before it.
  enum Bond: Sendable, Equatable {
    /// The place of both shows one paragraph.
    case joined
    /// The place shows that a new one begins.
    case parted
    /// Nothing tells; the words must.
    case unsure
  }

  var content: Content
  /// Items of one column have one number, counted through the page.
  var part: Int
  var role = Role.body
  var bond = Bond.parted

  var box: PageBox {
    switch content {
    case .line(let line): line.box
    case .row(let row, _): row.box
    }
  }

  /// The side of a full square of its type, in points.
  var em: Double {
    switch content {
    case .line(let line): line.em
    case .row(let row, _): row.em
    }
  }

  /// Its words; those of a row's cells one after the other.
  var text: String {
    switch content {
    case .line(let line): line.text
    case .row(let row, _): row.cells.joined(separator: " ")
    }
  }

  var line: PrintedLine? {
    if case .line(let line) = content { line } else { nil }
  }
}

/// A page in reading order.
struct ReadPage: Sendable {
  /// 1-based, counted in the file.
  var number: Int
  /// In points, from the edge at which reading begins.
  var height: Double
  /// Whether it is set as a slide is: wider than high.
  var isSlide: Bool
  var items: [PageItem]
}
