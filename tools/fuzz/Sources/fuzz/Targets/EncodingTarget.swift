import DocumentModel
import TextNormalization

/// Bytes read in every encoding, and the maps back.
struct EncodingTarget: FuzzTarget {
  static let name = "encoding"
  static let summary = "detection and decoding in each encoding, with its map"
  static let seeds = ["txt"]

  init() {}

  func run(_ bytes: [UInt8]) {
    _ = try? Decoder().decode(bytes)
    for encoding in TextEncoding.allCases {
      guard let text = try? Decoder().decode(bytes, as: encoding) else { continue }
      precondition(String(validating: text.utf8, as: UTF8.self) != nil, "the text is UTF-8")
      precondition(text.faults.allSatisfy { $0.byteOffset < bytes.count && $0.line > 0 })
      guard let map = text.map else { continue }
      var last = 0
      for (offset, byte) in text.utf8.enumerated() where byte & 0xC0 != 0x80 {
        let place = map.source(of: offset)
        precondition(place >= last && place < bytes.count, "the map ascends")
        precondition(map.decoded(of: place) == offset, "there and back")
        last = place
      }
      precondition(map.source(of: text.utf8.count) == bytes.count, "the map covers the file")
    }
  }
}
