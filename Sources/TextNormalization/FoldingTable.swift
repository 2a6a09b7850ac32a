internal import DocumentModel

/// What each code point of the first plane folds to, where that is one code point by itself.
///
/// Nearly all text goes through one look-up a code point. The rest (㈱, か and U+3099, what lies
/// beyond the first plane) is folded by ICU, stretch by stretch.
final class FoldingTable: Sendable {
  /// The number of code points with an entry of their own.
  static let size = 0x10000
  /// Entries from here on are marks and not code points.
  static let firstMark: UInt32 = 0xFFFF_FFFE
  /// The code point folds to nothing or to several and is left to ICU.
  static let slow: UInt32 = 0xFFFF_FFFE
  /// The code point can combine with what stands before it.
  static let combines: UInt32 = 0xFFFF_FFFF

  let entries: [UInt32]
  private let replacements: [UInt32: UInt32]

  init(variants: CharacterVariants) {
    var replacements = PunctuationFolds.table
    replacements.merge(DigitFolds.table) { first, _ in first }
    replacements.merge(variants.radicals) { _, new in new }
    replacements.merge(variants.folds) { _, new in new }
    // A row may lead to another (⻱ to 龜, 龜 to 亀): one look-up must give the last form.
    for (from, to) in replacements {
      var last = to
      var steps = 0
      while let next = replacements[last], steps < 8 {
        last = next
        steps += 1
      }
      replacements[from] = last
    }
    self.replacements = replacements
    self.entries = Self.makeEntries(replacements)
  }

  /// Returns what a code point folds to by itself, or a mark.
  @inline(__always)
  func entry(_ scalar: UInt32) -> UInt32 {
    if scalar < UInt32(Self.size) { return entries[Int(scalar)] }
    return CaseFolding.hasBoundary(before: scalar) ? Self.slow : Self.combines
  }

  /// Gives the code points that a stretch between two boundaries folds to.
  func fold(_ stretch: UnsafeBufferPointer<UInt8>, _ body: (UInt32) -> Void) {
    // No code point folds to more than 18 (U+FDFA), so the buffer always suffices.
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: stretch.count * 18 + 64) { buffer in
      let folded: UnsafeBufferPointer<UInt8>
      // A carriage return goes with the line end it precedes, which ICU has no part in.
      if stretch.count == 2, stretch[0] == 0x0D, stretch[1] == 0x0A {
        body(0x0A)
        return
      }
      if let length = CaseFolding.fold(stretch, into: buffer) {
        folded = UnsafeBufferPointer(rebasing: buffer[..<length])
      } else {
        folded = stretch
      }
      var i = 0
      while i < folded.count {
        let (scalar, length) = decodeScalar(folded, at: i)
        body(replacements[scalar] ?? scalar)
        i += length
      }
    }
  }

  /// Blocks of the first plane whose code points fold to themselves and combine with nothing before
  /// them, so that ICU needn't be asked: unified ideographs, Yi, syllables of Hangul, private use.
  ///
  /// See Unicode's UnicodeData.txt: none of them has a decomposition or a case. Together they are five
  /// sixths of the plane, and a search is answered before ICU would have gone through them.
  static let plainBlocks: [ClosedRange<UInt32>] = [
    0x3400...0x4DB5, 0x4E00...0x9FD0, 0xA000...0xA48C, 0xAC00...0xD7A3, 0xE000...0xF8FF,
  ]

  /// Folds every code point of the first plane outside `plainBlocks` in one call of ICU.
  ///
  /// Each stands on a line of its own: no code point combines across a line end or folds to one.
  private static func makeEntries(_ replacements: [UInt32: UInt32]) -> [UInt32] {
    var entries = [UInt32](0..<UInt32(size))
    for (from, to) in replacements where from < UInt32(size) { entries[Int(from)] = to }
    var start: UInt32 = 0
    for block in plainBlocks {
      ask(start..<block.lowerBound, replacements, into: &entries)
      start = block.upperBound + 1
    }
    ask(start..<UInt32(size), replacements, into: &entries)
    entries[0x0A] = 0x0A
    // A carriage return waits for the line end it may stand before.
    entries[0x0D] = slow
    return entries
  }

  /// Sets the entries of a range as ICU folds it.
  private static func ask(
    _ range: Range<UInt32>, _ replacements: [UInt32: UInt32], into entries: inout [UInt32]
  ) {
    let boundaries = CaseFolding.boundaries(of: range)
    var list: [UInt8] = []
    list.reserveCapacity(range.count * 4)
    for scalar in range {
      if scalar != 0x0A, !(0xD800...0xDFFF).contains(scalar) { append(scalar, to: &list) }
      list.append(0x0A)
    }
    let folded = (try? CaseFolding.fold(list).utf8) ?? list
    folded.withUnsafeBufferPointer { folded in
      var i = 0
      for (scalar, isBoundary) in zip(range, boundaries) {
        var only = slow
        if i < folded.count, folded[i] != 0x0A {
          let (first, length) = decodeScalar(folded, at: i)
          i += length
          if i < folded.count, folded[i] == 0x0A { only = replacements[first] ?? first }
          while i < folded.count, folded[i] != 0x0A { i += 1 }
        }
        i += 1
        entries[Int(scalar)] = isBoundary ? only : combines
      }
    }
  }

  private static func append(_ scalar: UInt32, to utf8: inout [UInt8]) {
    switch scalar {
    case ..<0x80:
      utf8.append(UInt8(scalar))
    case ..<0x800:
      utf8.append(UInt8(0xC0 | scalar >> 6))
      utf8.append(UInt8(0x80 | scalar & 0x3F))
    default:
      utf8.append(UInt8(0xE0 | scalar >> 12))
      utf8.append(UInt8(0x80 | scalar >> 6 & 0x3F))
      utf8.append(UInt8(0x80 | scalar & 0x3F))
    }
  }
}
