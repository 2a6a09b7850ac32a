/// A rectangle on a page: points from the page's upper left corner.
package struct PageBox: Sendable, Equatable {
  package var left: Double
  package var top: Double
  package var right: Double
  package var bottom: Double

  package init(left: Double, top: Double, right: Double, bottom: Double) {
    self.left = left
    self.top = top
    self.right = right
    self.bottom = bottom
  }

  var width: Double { right - left }
  var height: Double { bottom - top }
  var middle: Double { (top + bottom) / 2 }

  /// The smallest rectangle that holds both.
  func union(_ other: PageBox) -> PageBox {
    PageBox(
      left: min(left, other.left), top: min(top, other.top),
      right: max(right, other.right), bottom: max(bottom, other.bottom))
  }

  /// How much of the vertical extent both share, in points; negative for the gap between them.
  func sharedHeight(_ other: PageBox) -> Double {
    min(bottom, other.bottom) - max(top, other.top)
  }
}

/// Characters that stand together on a page, with their box.
package struct TextBox: Sendable, Equatable {
  package var text: String
  package var box: PageBox

  package init(_ text: String, _ box: PageBox) {
    self.text = text
    self.box = box
  }
}

/// A page as a sheet with words on it, in no particular order.
package struct BoxedPage: Sendable, Equatable {
  /// 1-based, counted in the file.
  package var number: Int
  package var width: Double
  package var height: Double
  package var words: [TextBox]

  package init(number: Int, width: Double, height: Double, words: [TextBox]) {
    self.number = number
    self.width = width
    self.height = height
    self.words = words
  }
}
