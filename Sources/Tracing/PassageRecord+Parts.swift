import DocumentModel

extension PassageRecord {
  /// Returns the parts of a long passage, each with the links in it and of at most so many bytes, that
  /// end with a sentence or a clause where they can; the record itself where its passage is no longer.
  func parts(ofAtMost most: Int) -> [PassageRecord] {
    let utf8 = Array(passage.text.utf8)
    guard utf8.count > most else { return [self] }
    let links = LinkIndex(links)
    var parts: [PassageRecord] = []
    var start = 0
    while start < utf8.count {
      let end =
        start + Self.lengthOfPart(utf8[start...].prefix(most), isLast: start + most >= utf8.count)
      var part = self
      let base = passage.span.lowerBound.utf8
      part.passage.text = String(decoding: utf8[start..<end], as: UTF8.self)
      part.passage.span = TextSpan(base + start, base + end)
      part.links = links.links(in: part.passage.span)
      parts.append(part)
      start = end
    }
    return parts
  }

  /// How much of the bytes is whole: up to the last 。, else 、, else code point.
  private static func lengthOfPart(_ bytes: ArraySlice<UInt8>, isLast: Bool) -> Int {
    if isLast { return bytes.count }
    for mark in [[0xE3, 0x80, 0x82], [0xE3, 0x80, 0x81]] as [[UInt8]] {
      for i in stride(from: bytes.endIndex - 3, through: bytes.startIndex, by: -1)
      where bytes[i..<(i + 3)].elementsEqual(mark) {
        return i + 3 - bytes.startIndex
      }
    }
    // The last code point may have been cut in two.
    let first = bytes.lastIndex { $0 & 0xC0 != 0x80 } ?? bytes.endIndex
    return first > bytes.startIndex ? first - bytes.startIndex : bytes.count
  }
}
