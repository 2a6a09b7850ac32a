/// Reads the list of pages and word boxes that `pdftotext -bbox-layout` prints.
///
/// The list looks like XHTML but isn't always: a PDF's broken text may put control characters and
/// bytes that aren't UTF-8 into it, at which an XML parser gives up. Only the tags `page` and `word`
/// count, everything else is passed over. A control character is kept as U+FFFD, so that a garbled
/// word can be told.
struct BoxListParser: Sendable {
  /// Returns the pages in the order of the list.
  ///
  /// - Complexity: O(*n*) in the number of bytes.
  func parse(_ bytes: [UInt8]) -> [BoxedPage] {
    var pages: [BoxedPage] = []
    bytes.withUnsafeBufferPointer { bytes in
      var i = 0
      while let open = Self.index(of: 0x3C, in: bytes, from: i) {
        guard let close = Self.index(of: 0x3E, in: bytes, from: open) else { break }
        i = close + 1
        let tag = UnsafeBufferPointer(rebasing: bytes[(open + 1)..<close])
        if Self.hasName("word", tag) {
          let end = Self.index(of: 0x3C, in: bytes, from: i) ?? bytes.count
          if let box = Self.box(tag), !pages.isEmpty {
            let text = Self.characters(UnsafeBufferPointer(rebasing: bytes[i..<end]))
            if !text.isEmpty { pages[pages.count - 1].words.append(TextBox(text, box)) }
          }
          i = end
        } else if Self.hasName("page", tag) {
          pages.append(
            BoxedPage(
              number: pages.count + 1, width: Self.number("width", tag) ?? 0,
              height: Self.number("height", tag) ?? 0, words: []))
        }
      }
    }
    return pages
  }

  private typealias Bytes = UnsafeBufferPointer<UInt8>

  private static func index(of byte: UInt8, in bytes: Bytes, from start: Int) -> Int? {
    var i = start
    while i < bytes.count {
      if bytes[i] == byte { return i }
      i += 1
    }
    return nil
  }

  private static func hasName(_ name: StaticString, _ tag: Bytes) -> Bool {
    let count = name.utf8CodeUnitCount
    guard tag.count > count, tag[count] == 0x20 else { return false }
    return (0..<count).allSatisfy { tag[$0] == name.utf8Start[$0] }
  }

  private static func box(_ tag: Bytes) -> PageBox? {
    guard let left = number("xMin", tag), let top = number("yMin", tag),
      let right = number("xMax", tag), let bottom = number("yMax", tag),
      left <= right, top <= bottom
    else { return nil }
    return PageBox(left: left, top: top, right: right, bottom: bottom)
  }

  /// The number of the attribute `name="12.5"`; nil where it is absent or no plain number.
  private static func number(_ name: StaticString, _ tag: Bytes) -> Double? {
    let count = name.utf8CodeUnitCount
    var i = 0
    while i + count + 2 < tag.count {
      if tag[i] == 0x20, (0..<count).allSatisfy({ tag[i + 1 + $0] == name.utf8Start[$0] }),
        tag[i + count + 1] == 0x3D, tag[i + count + 2] == 0x22
      {
        let start = i + count + 3
        guard let end = index(of: 0x22, in: tag, from: start) else { return nil }
        let value = Double(String(decoding: tag[start..<end], as: UTF8.self))
        return value.flatMap { $0.isFinite && abs($0) < 1e7 ? $0 : nil }
      }
      i += 1
    }
    return nil
  }

  /// The characters of a word with the five entities resolved; white space is left out.
  private static func characters(_ bytes: Bytes) -> String {
    var text = String.UnicodeScalarView()
    var scalars = String(decoding: bytes, as: UTF8.self).unicodeScalars[...]
    while let scalar = scalars.popFirst() {
      if scalar == "&", let entity = entity(scalars) {
        text.append(entity.scalar)
        scalars.removeFirst(entity.count)
      } else if scalar.properties.isWhitespace {
        continue
      } else {
        text.append(isControl(scalar) ? "\u{FFFD}" : scalar)
      }
    }
    return String(text)
  }

  private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value)
  }

  private static let entities: [(name: String, scalar: Unicode.Scalar)] = [
    ("amp;", "&"), ("lt;", "<"), ("gt;", ">"), ("quot;", "\""), ("apos;", "'"), ("#39;", "'"),
  ]

  private static func entity(
    _ rest: Substring.UnicodeScalarView
  ) -> (scalar: Unicode.Scalar, count: Int)? {
    entities.first { rest.starts(with: $0.name.unicodeScalars) }
      .map { ($0.scalar, $0.name.unicodeScalars.count) }
  }
}
