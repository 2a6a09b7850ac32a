import DocumentModel

/// How far bytes look like Japanese text in an encoding, told from their structure alone.
///
/// Kana, the common kanji (JIS X 0208, rows 1 to 47) and ASCII punctuation make up nearly all of any
/// Japanese text. The same bytes read in another encoding give half-width kana and rare kanji, or
/// nothing at all.
struct EncodingScore {
  /// Characters beyond ASCII that are common.
  private(set) var likely = 0
  /// Characters beyond ASCII that are not.
  private(set) var unlikely = 0
  /// Kana and Japanese punctuation, counted in UTF-16 only.
  private(set) var kana = 0
  /// Bytes that are none.
  private(set) var faults = 0

  /// The share of common characters among those beyond ASCII.
  var share: Double { likely == 0 ? 0 : Double(likely) / Double(likely + unlikely) }

  /// Scores bytes as Shift_JIS.
  static func shiftJIS(_ bytes: [UInt8]) -> Self {
    var score = Self()
    var i = 0
    while i < bytes.count {
      let lead = bytes[i]
      i += 1
      switch lead {
      case 0...0x7F: continue
      case 0xA1...0xDF: score.unlikely += 1
      case 0x81...0x9F, 0xE0...0xFC:
        guard i < bytes.count, (0x40...0xFC).contains(bytes[i]), bytes[i] != 0x7F else {
          score.faults += 1
          continue
        }
        let pair = (Int(lead) - (lead < 0xA0 ? 0x81 : 0xC1)) * 2
        score.count(row: pair + (bytes[i] < 0x9F ? 1 : 2))
        i += 1
      default: score.faults += 1
      }
    }
    return score
  }

  /// Scores bytes as EUC-JP.
  static func eucJP(_ bytes: [UInt8]) -> Self {
    var score = Self()
    var i = 0
    while i < bytes.count {
      let lead = bytes[i]
      i += 1
      if lead < 0x80 { continue }
      let length = lead == 0x8F ? 2 : lead == 0x8E || (0xA1...0xFE).contains(lead) ? 1 : 0
      let end = i + length
      guard length > 0, end <= bytes.count,
        bytes[i..<end].allSatisfy({ (0xA1...0xFE).contains($0) })
      else {
        score.faults += 1
        continue
      }
      i = end
      if lead < 0xA0 { score.unlikely += 1 } else { score.count(row: Int(lead) - 0xA0) }
    }
    return score
  }

  /// Scores bytes as UTF-8; every well-formed character is likely, since chance doesn't make them.
  static func utf8(_ bytes: [UInt8]) -> Self {
    var score = Self()
    UTF8Decoding.decode(bytes) { scalar, _ in
      if scalar == nil { score.faults += 1 } else if scalar?.isASCII == false { score.likely += 1 }
    }
    return score
  }

  /// Scores bytes as UTF-16; here ASCII counts as well.
  static func utf16(_ bytes: [UInt8], isBigEndian: Bool) -> Self {
    var score = Self()
    UTF16Decoding.decode(bytes, from: 0, isBigEndian: isBigEndian) { scalar, _ in
      guard let scalar else {
        score.faults += 1
        return
      }
      switch scalar.value {
      case 0x09, 0x0A, 0x0C, 0x0D, 0x20...0x7E, 0x2010...0x27BF, 0x3000...0x30FF, 0x3200...0x33FF,
        0x4E00...0x9FFF, 0xFF01...0xFF9F:
        score.likely += 1
        if scalar.value >> 8 == 0x30 { score.kana += 1 }
      default: score.unlikely += 1
      }
    }
    return score
  }

  /// Counts a character by its 1-based row of JIS X 0208.
  ///
  /// Rows 1 to 8 are signs, letters and kana, 13 the circled numbers, 16 to 47 the common kanji.
  private mutating func count(row: Int) {
    switch row {
    case 1...8, 13, 16...47: likely += 1
    default: unlikely += 1
    }
  }
}
