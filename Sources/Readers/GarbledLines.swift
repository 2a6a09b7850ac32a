package import DocumentModel
internal import TextNormalization

/// Sets apart the lines of a text that can't be read, so that they are kept but neither indexed nor
/// quoted: text decoded as another encoding than its own, characters of a font without a map.
package struct GarbledLines: Sendable {
  private let judge = LegibilityJudge()

  package init() {}

  /// Marks the lines as furniture; where they are most of a page, all of its lines.
  ///
  /// Tells them as `input.garbled-lines` with their count, the first line and the pages. The value is
  /// nil, with `input.all-garbled`, where they are most of the text.
  package func setApart(in document: SourceDocument) -> Staged<SourceDocument?> {
    let lines = lines(of: document)
    guard lines.contains(where: \.isGarbled) else { return Staged(document) }
    let all = lines.reduce(0) { $0 + $1.bytes.count }
    let garbled = lines.reduce(0) { $0 + ($1.isGarbled ? $1.bytes.count : 0) }
    guard garbled * 2 < all else {
      return Staged(nil, diagnostics: [Diagnostic("input.all-garbled", .error, arguments: [:])])
    }
    var roles = Dictionary(document.marks.map { ($0.line, $0.role) }) { first, _ in first }
    var told: [Line] = []
    var pages: [Int] = []
    for group in grouped(lines, by: document.pages) where group.lines.contains(where: \.isGarbled) {
      let count = group.lines.reduce(0) { $0 + ($1.isGarbled ? $1.bytes.count : 0) }
      let isPage = group.page != nil && count * 2 >= group.lines.reduce(0) { $0 + $1.bytes.count }
      let apart = group.lines.filter { isPage || $0.isGarbled }
      for line in apart { roles[line.number] = .furniture }
      told += apart
      if let page = group.page { pages.append(page) }
    }
    var document = document
    document.marks = roles.map { LineMark(line: $0.key, role: $0.value) }
      .sorted { $0.line < $1.line }
    return Staged(
      document,
      diagnostics: [
        Diagnostic(
          "input.garbled-lines", .warning,
          arguments: [
            "count": String(told.count), "line": String(told.first?.number ?? 1),
            "pages": pages.isEmpty ? "–" : PageList.text(of: pages),
          ])
      ])
  }

  /// A line with words.
  private struct Line {
    /// 1-based.
    var number: Int
    var bytes: Range<Int>
    var isGarbled: Bool
  }

  private func lines(of document: SourceDocument) -> [Line] {
    var lines: [Line] = []
    var number = 1
    var start = 0
    document.utf8.withUnsafeBufferPointer { utf8 in
      while start < utf8.count {
        var end = start
        var isSuspect = false
        while end < utf8.count, utf8[end] != 0x0A {
          isSuspect = isSuspect || Self.suspects[Int(utf8[end])]
          end += 1
        }
        if end > start, start >= document.body.lowerBound.utf8 {
          let text = isSuspect ? String(decoding: utf8[start..<end], as: UTF8.self) : ""
          lines.append(
            Line(
              number: number, bytes: start..<end, isGarbled: isSuspect && judge.isGarbled(text)))
        }
        start = end + 1
        number += 1
      }
    }
    return lines
  }

  /// The bytes one of which every garbled line holds: control characters, `(` of glyph codes, and
  /// those that begin accented and other foreign letters, 縺, private use and half-width katakana.
  private static let suspects: [Bool] = (0..<256).map { byte in
    switch byte {
    case 0x09, 0x0A, 0x0C, 0x0D: false
    case 0..<0x20, 0x28, 0x7F, 0xC2...0xDF, 0xE0, 0xE1, 0xE7, 0xEA...0xF4: true
    default: false
    }
  }

  /// The lines of each page; all together where the document has none.
  private func grouped(_ lines: [Line], by pages: [Page]) -> [(page: Int?, lines: ArraySlice<Line>)]
  {
    guard !pages.isEmpty else { return [(nil, lines[...])] }
    var groups: [(page: Int?, lines: ArraySlice<Line>)] = []
    var rest = lines[...]
    for page in pages {
      let own = rest.prefix { $0.bytes.lowerBound < page.span.upperBound.utf8 }
      groups.append((page.number, own))
      rest = rest.dropFirst(own.count)
    }
    return rest.isEmpty ? groups : groups + [(nil, rest)]
  }
}
