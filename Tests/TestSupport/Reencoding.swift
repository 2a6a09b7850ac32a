package import DocumentModel
import Foundation

/// Carries text into the encodings that Japanese files come in.
package enum Reencoding {
  /// Returns the text's bytes in an encoding, and the text without the characters that it lacks.
  package static func bytes(
    of text: String, in encoding: TextEncoding
  ) -> (bytes: [UInt8], text: String) {
    switch encoding {
    case .utf8: return (Array(text.utf8), text)
    case .utf16LittleEndian:
      return ([0xFF, 0xFE] + text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }, text)
    case .utf16BigEndian:
      return ([0xFE, 0xFF] + text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }, text)
    case .shiftJIS, .eucJP, .iso2022JP: break
    }
    var bytes: [UInt8] = []
    var kept = String.UnicodeScalarView()
    var isKanji = false
    func shift(to kanji: Bool) {
      guard encoding == .iso2022JP, kanji != isKanji else { return }
      bytes += [0x1B] + Array((kanji ? "$B" : "(B").utf8)
      isKanji = kanji
    }
    for scalar in text.unicodeScalars {
      if scalar.isASCII {
        shift(to: false)
        bytes.append(UInt8(scalar.value))
      } else if let (row, cell) = place(of: scalar) {
        shift(to: true)
        switch encoding {
        case .iso2022JP: bytes += [row + 0x20, cell + 0x20]
        case .eucJP: bytes += [row + 0xA0, cell + 0xA0]
        default: bytes += shiftJIS(scalar)
        }
      } else {
        continue
      }
      kept.append(scalar)
    }
    shift(to: false)
    return (bytes, String(kept))
  }

  /// The 1-based row and cell of JIS X 0208, rows 1 to 84, or nil.
  private static func place(of scalar: Unicode.Scalar) -> (row: UInt8, cell: UInt8)? {
    let pair = shiftJIS(scalar)
    guard pair.count == 2, (0x81...0x9F).contains(pair[0]) || (0xE0...0xEA).contains(pair[0]) else {
      return nil
    }
    let lead = (pair[0] - (pair[0] < 0xA0 ? 0x81 : 0xC1)) * 2 + 1
    if pair[1] >= 0x9F { return (lead + 1, pair[1] - 0x9E) }
    return (lead, pair[1] - (pair[1] > 0x7F ? 0x40 : 0x3F))
  }

  private static func shiftJIS(_ scalar: Unicode.Scalar) -> [UInt8] {
    String(Character(scalar)).data(using: .shiftJIS).map { [UInt8]($0) } ?? []
  }
}
