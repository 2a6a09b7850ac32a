package import DocumentModel

/// Folded text for matching, with the bytes of the layer it was folded from.
package struct SearchText: Sendable, Equatable {
  /// The folded code points.
  package var scalars: [UInt32]
  /// For each folded code point, the byte range of its source characters in the folded-from text.
  ///
  /// Ranges ascend. Code points that came from one stretch of the text (㍿ gives four) share its
  /// whole range, and one code point made of several characters (か and U+3099) has them all.
  package var ranges: [Range<Int>]

  package init(scalars: [UInt32] = [], ranges: [Range<Int>] = []) {
    self.scalars = scalars
    self.ranges = ranges
  }

  /// Empties the text and keeps its storage.
  package mutating func removeAll() {
    scalars.removeAll(keepingCapacity: true)
    ranges.removeAll(keepingCapacity: true)
  }

  /// The folded code points as a string, for messages and tests.
  package var string: String { String(codePoints: scalars) }
}

/// Folds text to its search key: NFKC_Casefold, radicals, variants, dashes, width.
///
/// Two texts that a reader takes for the same words get the same key: full and half width, upper and
/// lower case, 國 and 国, 靱 and 靭, ⻑ and 長, − and ‐ and -, 〜 and ～. What a reader tells apart
/// stays apart: the long vowel ー, the dash ― and the numeral 一 are three characters.
///
/// Text is folded stretch by stretch between boundaries of normalization, so the key of a part that
/// starts and ends at characters is the same part of the key. Folding a key changes nothing.
package struct SearchFolding: Sendable {
  /// The character tables the folding was made with.
  package let variants: CharacterVariants
  private let table: FoldingTable

  /// Compiles the tables; make one folding and pass it on.
  package init(variants: CharacterVariants) {
    self.variants = variants
    self.table = FoldingTable(variants: variants)
  }

  /// Folds UTF-8 text; ranges count from the start of `utf8`.
  package func fold(_ utf8: [UInt8]) -> SearchText {
    var text = SearchText()
    utf8.withUnsafeBufferPointer { fold($0, into: &text) }
    return text
  }

  /// Folds a string; ranges count its UTF-8 bytes.
  package func fold(_ string: String) -> SearchText {
    fold(Array(string.utf8))
  }

  /// Folds UTF-8 text into `text`, whose earlier content goes and whose storage is used again.
  ///
  /// The index calls this once for each row, so it allocates nothing once `text` has grown. A byte
  /// that is no UTF-8 counts as one U+FFFD.
  ///
  /// - Complexity: O(*n*) in the number of bytes.
  package func fold(_ utf8: UnsafeBufferPointer<UInt8>, into text: inout SearchText) {
    text.removeAll()
    // One code point in three bytes is the rule in Japanese, one in one byte the worst case.
    text.scalars.reserveCapacity(utf8.count / 2)
    text.ranges.reserveCapacity(utf8.count / 2)
    table.entries.withUnsafeBufferPointer { entries in
      var i = 0
      var segmentStart = 0
      var segmentCount = 0
      while i < utf8.count {
        let (scalar, length) = decodeScalar(utf8, at: i)
        let entry =
          scalar < UInt32(FoldingTable.size) ? entries[Int(scalar)] : table.entry(scalar)
        if entry < FoldingTable.firstMark {
          segmentStart = i
          segmentCount = text.scalars.count
          text.scalars.append(entry)
          text.ranges.append(i..<(i + length))
          i += length
          continue
        }
        // What combines with the character before it takes that character's stretch back.
        if entry != FoldingTable.combines {
          segmentStart = i
          segmentCount = text.scalars.count
        }
        i += length
        if scalar == 0x0D, i < utf8.count, utf8[i] == 0x0A { i += 1 }
        while i < utf8.count {
          let (next, nextLength) = decodeScalar(utf8, at: i)
          guard table.entry(next) == FoldingTable.combines else { break }
          i += nextLength
        }
        text.scalars.removeLast(text.scalars.count - segmentCount)
        text.ranges.removeLast(text.ranges.count - segmentCount)
        table.fold(UnsafeBufferPointer(rebasing: utf8[segmentStart..<i])) { folded in
          text.scalars.append(folded)
          text.ranges.append(segmentStart..<i)
        }
      }
    }
  }
}

/// Returns the code point at a byte and its length; U+FFFD and 1 where the bytes are no UTF-8.
@inline(__always)
func decodeScalar(
  _ utf8: UnsafeBufferPointer<UInt8>, at i: Int
) -> (scalar: UInt32, length: Int) {
  let first = utf8[i]
  if first < 0x80 { return (UInt32(first), 1) }
  let length = first < 0xC2 ? 0 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : first < 0xF5 ? 4 : 0
  guard length > 0, i + length <= utf8.count else { return (0xFFFD, 1) }
  var scalar = UInt32(first & (0x7F >> UInt8(length)))
  var k = 1
  while k < length {
    let byte = utf8[i + k]
    guard byte & 0xC0 == 0x80 else { return (0xFFFD, 1) }
    scalar = scalar << 6 | UInt32(byte & 0x3F)
    k += 1
  }
  return (scalar, length)
}
