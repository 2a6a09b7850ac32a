internal import CICU

/// A strict converter of ICU for an encoding without shift states, closed when it goes.
final class CharsetConverter {
  private let handle: OpaquePointer

  /// Opens a converter by ICU's name of the encoding, or returns nil where ICU has none.
  init?(_ name: String) {
    guard let handle = cicu_converter_open(name) else { return nil }
    self.handle = handle
  }

  deinit { cicu_converter_close(handle) }

  /// Gives every character of the bytes with the bytes it came from, ascending and without holes.
  ///
  /// Bytes that the encoding doesn't have are given with a nil character.
  func decode(_ bytes: [UInt8], each: (Unicode.Scalar?, Range<Int>) -> Void) {
    var start = 0
    while start < bytes.count {
      // A line feed is never a part of another character, so a piece may end there.
      let wanted = min(start + (1 << 16), bytes.count)
      let end = bytes[wanted...].firstIndex(of: 0x0A) ?? bytes.count
      decode(bytes, start..<min(end + 1, bytes.count), each)
      start = min(end + 1, bytes.count)
    }
  }

  private func decode(
    _ bytes: [UInt8], _ piece: Range<Int>, _ each: (Unicode.Scalar?, Range<Int>) -> Void
  ) {
    // No byte gives more than one unit.
    var units = [UInt16](repeating: 0, count: piece.count + 16)
    var offsets = [Int32](repeating: 0, count: units.count)
    var position = piece.lowerBound
    while position < piece.upperBound {
      var consumed: Int32 = 0
      var written: Int32 = 0
      var illegal: Int32 = 0
      let status = bytes.withUnsafeBufferPointer { bytes in
        cicu_converter_decode(
          handle, bytes.baseAddress.map { $0 + position }, Int32(piece.upperBound - position),
          &units, &offsets, Int32(units.count), &consumed, &written, &illegal)
      }
      let next = position + max(Int(consumed), 1)
      let good = max(next - Int(illegal), position)
      var i = 0
      while i < Int(written) {
        let start = position + Int(offsets[i])
        let isPair = units[i] & 0xFC00 == 0xD800 && i + 1 < Int(written)
        let value =
          isPair
          ? 0x10000 + (UInt32(units[i] & 0x3FF) << 10) + UInt32(units[i + 1] & 0x3FF)
          : UInt32(units[i])
        i += isPair ? 2 : 1
        each(Unicode.Scalar(value), start..<(i < Int(written) ? position + Int(offsets[i]) : good))
      }
      if good < next { each(nil, good..<next) }
      position = next
      if status == CICU_FAILED || status == CICU_OVERFLOW { return }
    }
  }
}
