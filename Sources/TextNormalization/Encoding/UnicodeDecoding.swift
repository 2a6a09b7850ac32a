/// Reads UTF-8 strictly, telling every byte that breaks it.
enum UTF8Decoding {
  /// Gives every character with its bytes; ill-formed bytes come one by one with a nil character.
  static func decode(_ bytes: [UInt8], each: (Unicode.Scalar?, Range<Int>) -> Void) {
    var i = 0
    while i < bytes.count {
      let length = length(of: bytes, at: i)
      guard length > 0 else {
        each(nil, i..<(i + 1))
        i += 1
        continue
      }
      var value = UInt32(bytes[i])
      if length > 1 {
        value &= 0x7F >> UInt32(length)
        for k in 1..<length { value = value << 6 | UInt32(bytes[i + k] & 0x3F) }
      }
      each(Unicode.Scalar(value), i..<(i + length))
      i += length
    }
  }

  /// Returns the length of the well-formed character at an offset, or 0.
  ///
  /// Strict as Unicode, table 3-7: no over-long forms, no surrogates, nothing above U+10FFFF.
  static func length(of bytes: [UInt8], at i: Int) -> Int {
    let first = bytes[i]
    let length: Int
    var second: ClosedRange<UInt8> = 0x80...0xBF
    switch first {
    case 0...0x7F: return 1
    case 0xC2...0xDF: length = 2
    case 0xE0...0xEF:
      length = 3
      if first == 0xE0 { second = 0xA0...0xBF }
      if first == 0xED { second = 0x80...0x9F }
    case 0xF0...0xF4:
      length = 4
      if first == 0xF0 { second = 0x90...0xBF }
      if first == 0xF4 { second = 0x80...0x8F }
    default: return 0
    }
    guard i + length <= bytes.count, second.contains(bytes[i + 1]) else { return 0 }
    for k in 2..<max(length, 2) where bytes[i + k] & 0xC0 != 0x80 { return 0 }
    return length
  }

  /// Returns the offset of the first byte that breaks UTF-8, or nil.
  static func firstIllFormedByte(_ bytes: [UInt8]) -> Int? {
    bytes.withUnsafeBufferPointer { buffer in
      var i = 0
      while i < buffer.count {
        if buffer[i] < 0x80 {
          i += 1
          continue
        }
        let length = length(of: bytes, at: i)
        if length == 0 { return i }
        i += length
      }
      return nil
    }
  }
}

/// Reads UTF-16 strictly, telling every unit that breaks it.
enum UTF16Decoding {
  /// Gives every character from an offset on; a lone surrogate or byte comes with a nil character.
  static func decode(
    _ bytes: [UInt8], from start: Int, isBigEndian: Bool,
    each: (Unicode.Scalar?, Range<Int>) -> Void
  ) {
    func unit(_ i: Int) -> UInt32 {
      let (high, low) = isBigEndian ? (bytes[i], bytes[i + 1]) : (bytes[i + 1], bytes[i])
      return UInt32(high) << 8 | UInt32(low)
    }
    var i = start
    while i + 1 < bytes.count {
      let first = unit(i)
      if first & 0xFC00 == 0xD800, i + 3 < bytes.count, unit(i + 2) & 0xFC00 == 0xDC00 {
        let value = 0x10000 + ((first & 0x3FF) << 10) + (unit(i + 2) & 0x3FF)
        each(Unicode.Scalar(value), i..<(i + 4))
        i += 4
      } else {
        each(Unicode.Scalar(first), i..<(i + 2))
        i += 2
      }
    }
    if i < bytes.count { each(nil, i..<bytes.count) }
  }
}

/// Reads ISO-2022-JP by carrying each character set to its place in EUC-JP.
enum ISO2022JPDecoding {
  /// What stands between two escapes.
  private enum Mode { case ascii, kanji, supplement, kana }

  /// The escape sequences, without their ESC.
  private static let escapes: [(bytes: [UInt8], mode: Mode)] = [
    (Array("(B".utf8), .ascii), (Array("(J".utf8), .ascii), (Array("$@".utf8), .kanji),
    (Array("$B".utf8), .kanji), (Array("$(D".utf8), .supplement), (Array("(I".utf8), .kana),
  ]

  /// Returns whether bytes have such an escape and nothing beyond 7 bits.
  static func isMarked(_ bytes: [UInt8]) -> Bool {
    guard let first = bytes.firstIndex(of: 0x1B), bytes.allSatisfy({ $0 < 0x80 }) else {
      return false
    }
    return escapes.contains { bytes[(first + 1)...].starts(with: $0.bytes) }
  }

  /// Gives every character with its bytes; escapes are no characters.
  static func decode(
    _ bytes: [UInt8], by converter: CharsetConverter,
    each: (Unicode.Scalar?, Range<Int>) -> Void
  ) {
    var euc: [UInt8] = []
    // For each byte of `euc` the byte it was made from, and the end at last.
    var places: [Int] = []
    var mode = Mode.ascii
    var i = 0
    while i < bytes.count {
      if bytes[i] == 0x1B,
        let escape = escapes.first(where: { bytes[(i + 1)...].starts(with: $0.bytes) })
      {
        mode = escape.mode
        i += 1 + escape.bytes.count
        continue
      }
      // Control characters and line ends stand by themselves, and a line ends every mode.
      let isPlain = mode == .ascii || !(0x21...0x7E).contains(bytes[i])
      if isPlain, bytes[i] == 0x0A { mode = .ascii }
      let prefix: UInt8? = mode == .supplement ? 0x8F : mode == .kana ? 0x8E : nil
      if !isPlain, let prefix {
        euc.append(prefix)
        places.append(i)
      }
      let length = isPlain || mode == .kana ? 1 : min(2, bytes.count - i)
      for k in i..<(i + length) {
        let isKept = isPlain || !(0x21...0x7E).contains(bytes[k])
        euc.append(isKept ? bytes[k] : bytes[k] | 0x80)
        places.append(k)
      }
      i += length
    }
    places.append(bytes.count)
    converter.decode(euc) { scalar, range in
      each(
        scalar, places[range.lowerBound]..<max(places[range.upperBound], places[range.lowerBound]))
    }
  }
}
