import DocumentModel

/// Finds the pages of a plain text where the text itself gives them; it never guesses.
///
/// Three signs count, the first that is found: form feeds; lines that name a page
/// (`<!-- page 3 -->`, `--- Page 3 ---`, `[p. 3]`); and page numbers printed alone on their lines
/// at the foot of each page, if they ascend by one from 1 without a gap and reach the end.
struct PageFinder: Sendable {
  /// Returns the pages of the text from a byte on, ascending; none where the text has no signs.
  ///
  /// - Complexity: O(*n*) in the length of the text.
  func pages(in utf8: [UInt8], from start: Int) -> [Page] {
    if utf8[start...].contains(0x0C) { return formFeedPages(in: utf8, from: start) }
    var markers: [(line: Range<Int>, number: Int)] = []
    var numbers: [(line: Range<Int>, number: Int)] = []
    var position = start
    while position < utf8.count {
      let end = utf8[position...].firstIndex(of: 0x0A) ?? utf8.count
      let line = position..<end
      if end - position < 60 {
        if let number = markedPage(utf8[line]) { markers.append((line, number)) }
        if let number = printedNumber(utf8[line]) { numbers.append((line, number)) }
      }
      position = end + 1
    }
    if markers.count >= 2, ascend(markers.map(\.number)) {
      return pages(startingAt: markers.map { ($0.line.lowerBound, $0.number) }, utf8, start)
    }
    return footPages(numbers, in: utf8, from: start)
  }

  private func formFeedPages(in utf8: [UInt8], from start: Int) -> [Page] {
    var pages: [Page] = []
    var first = start
    for i in start..<utf8.count where utf8[i] == 0x0C {
      pages.append(Page(number: pages.count + 1, span: TextSpan(first, i)))
      first = i + 1
    }
    // pdftotext ends the last page with a form feed too: nothing follows it.
    if utf8[first...].contains(where: { $0 > 0x20 }) || pages.isEmpty {
      pages.append(Page(number: pages.count + 1, span: TextSpan(first, utf8.count)))
    }
    return pages
  }

  private func pages(
    startingAt starts: [(byte: Int, number: Int)], _ utf8: [UInt8], _ start: Int
  ) -> [Page] {
    starts.enumerated().map { index, page in
      let end = index + 1 < starts.count ? starts[index + 1].byte : utf8.count
      return Page(number: page.number, span: TextSpan(page.byte, end))
    }
  }

  private func footPages(
    _ numbers: [(line: Range<Int>, number: Int)], in utf8: [UInt8], from start: Int
  ) -> [Page] {
    guard numbers.count >= 3, let last = numbers.last,
      numbers.enumerated().allSatisfy({ $0.element.number == $0.offset + 1 }),
      !utf8[last.line.upperBound...].contains(where: { $0 > 0x20 })
    else { return [] }
    var first = start
    return numbers.map { number in
      defer { first = number.line.upperBound + 1 }
      return Page(number: number.number, span: TextSpan(first, number.line.upperBound))
    }
  }

  private func ascend(_ numbers: [Int]) -> Bool {
    zip(numbers, numbers.dropFirst()).allSatisfy { $0 < $1 }
  }

  /// `<!-- page 3 -->`, `--- Page 3 ---`, `[p. 3]`, `=== 3ページ ===`: marks on both sides.
  private func markedPage(_ line: ArraySlice<UInt8>) -> Int? {
    let text = String(decoding: line, as: UTF8.self).lowercased()
    let scalars = Array(text.unicodeScalars)
    let marks = Set("<!->=[]{}#* \r\t".unicodeScalars)
    guard let first = scalars.first(where: { $0 != " " }), marks.contains(first) else { return nil }
    let inner = scalars.drop { marks.contains($0) }
    var end = inner.endIndex
    while end > inner.startIndex, marks.contains(inner[end - 1]) { end -= 1 }
    guard end < scalars.count else { return nil }
    let words = String(scalars: inner[inner.startIndex..<end])
    for prefix in ["page ", "p. ", "p.", "ページ "] where words.hasPrefix(prefix) {
      return Int(words.dropFirst(prefix.count))
    }
    for suffix in ["ページ", "頁"] where words.hasSuffix(suffix) {
      return Int(words.dropLast(suffix.count))
    }
    return nil
  }

  /// `12` or `- 12 -` alone on a line.
  private func printedNumber(_ line: ArraySlice<UInt8>) -> Int? {
    let digits = line.drop { $0 == 0x20 || $0 == 0x2D }
    var number = 0
    var count = 0
    for byte in digits {
      if (0x30...0x39).contains(byte), count < 4, count == 0 || number > 0 {
        number = number * 10 + Int(byte - 0x30)
        count += 1
      } else if byte != 0x20, byte != 0x2D, byte != 0x0D {
        return nil
      }
    }
    return (1...4).contains(count) ? number : nil
  }
}
