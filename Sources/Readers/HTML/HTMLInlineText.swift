/// The words of one block of a page, gathered as a browser shows them: white space collapsed, breaks
/// kept as `\n`.
struct HTMLInlineText: Sendable {
  private(set) var text = ""
  /// Where pages begin: byte offsets in `text`, and page numbers.
  private(set) var pages: [(offset: Int, page: Int)] = []
  private var hasSpace = false
  private var hasLineEnd = false

  /// Whether no words were added yet.
  var isEmpty: Bool { text.isEmpty }

  /// Adds characters of the source; white space with a line end in it parts no full-width characters.
  mutating func add(_ words: String, keepsSpaces: Bool = false) {
    for scalar in words.unicodeScalars {
      switch scalar.value {
      case 0x0A where keepsSpaces:
        text += "\n"
      case 0x09, 0x0A, 0x0C, 0x0D, 0x20:
        hasSpace = true
        if scalar.value == 0x0A || scalar.value == 0x0D { hasLineEnd = true }
      case 0xAD, 0x200B, 0xFEFF: break
      default:
        closeSpace(before: scalar)
        text.unicodeScalars.append(scalar)
      }
    }
  }

  /// Begins a new line.
  mutating func breakLine() {
    hasSpace = false
    hasLineEnd = false
    if !text.isEmpty { text += "\n" }
  }

  /// Notes that a page begins here.
  mutating func startPage(_ page: Int) { pages.append((text.utf8.count, page)) }

  /// Puts other characters in the place of those from a byte offset on.
  mutating func replace(from offset: Int, by change: (String) -> String) {
    guard offset < text.utf8.count else { return }
    let start = text.utf8.index(text.startIndex, offsetBy: offset)
    let changed = change(String(text[start...]))
    text.replaceSubrange(start..., with: changed)
  }

  private mutating func closeSpace(before scalar: Unicode.Scalar) {
    defer {
      hasSpace = false
      hasLineEnd = false
    }
    guard hasSpace, let last = text.unicodeScalars.last, last != "\n" else { return }
    if hasLineEnd, Self.isFullWidth(last), Self.isFullWidth(scalar) { return }
    text += " "
  }

  /// Kana, ideographs and full-width signs.
  private static func isFullWidth(_ scalar: Unicode.Scalar) -> Bool {
    (0x3000...0x9FFF).contains(scalar.value) || (0xF900...0xFAFF).contains(scalar.value)
      || (0xFF01...0xFF60).contains(scalar.value) || scalar.value >= 0x20000
  }
}
