import DocumentModel
import Foundation
import TestSupport
import Testing
import TextNormalization

@Suite struct DecoderTests {
  /// What a file's bytes are taken for.
  private func encoding(_ bytes: [UInt8]) -> TextEncoding? {
    (try? Decoder().decode(bytes))?.encoding
  }

  private func text(_ decoded: DecodedText) -> String {
    String(decoding: decoded.utf8, as: UTF8.self)
  }

  @Test(
    arguments: [
      ([], "input.empty"), ([0xEF, 0xBB, 0xBF, 0x0A, 0x20], "input.empty"),
      ([0x7F, 0x45, 0x4C, 0x46, 0, 0, 1, 0], "input.not-text"),
      (Array("%PDF-1.7\n".utf8), "input.not-text"),
      // Latin text with an é of Windows.
      (Array("caf".utf8) + [0xE9, 0x0A], "input.unknown-encoding"),
      ([0xC0, 0x80], "input.unknown-encoding"),
      ([0x0A, 0xED, 0xA0, 0x80], "input.unknown-encoding"),
    ] as [([UInt8], String)])
  func refused(bytes: [UInt8], identifier: String) {
    do {
      _ = try Decoder().decode(bytes)
      Issue.record("\(bytes) was read")
    } catch {
      #expect(error.identifier == identifier)
      #expect(error.diagnostic(file: "a.txt").arguments["file"] == "a.txt")
    }
  }

  @Test(arguments: ["本文", "\u{FEFF}本文\n", "a", "𠮷\u{0C}é"])
  func utf8IsTakenAsItIs(text: String) throws {
    let decoded = try Decoder().decode(Array(text.utf8))
    #expect(decoded.utf8 == Array(text.utf8))
    #expect(decoded.encoding == .utf8)
    #expect(decoded.map == nil)
  }

  /// The same short words in each encoding, as bytes.
  private static let words: [(bytes: [UInt8], encoding: TextEncoding, text: String)] = [
    ([0x8C, 0x6F, 0x8D, 0xCF, 0x88, 0xC0, 0x91, 0x53], .shiftJIS, "経済安全"),
    ([0xB7, 0xD0, 0xBA, 0xD1, 0xB0, 0xC2, 0xC1, 0xB4], .eucJP, "経済安全"),
    ([0x1B, 0x24, 0x42, 0x37, 0x50, 0x3A, 0x51, 0x1B, 0x28, 0x42, 0x41], .iso2022JP, "経済A"),
    ([0xFF, 0xFE, 0x4C, 0x7D, 0x08, 0x6E], .utf16LittleEndian, "経済"),
    ([0xFE, 0xFF, 0x7D, 0x4C, 0x6E, 0x08], .utf16BigEndian, "経済"),
    ([0x4C, 0x7D, 0x08, 0x6E, 0x0A, 0x00], .utf16LittleEndian, "経済\n"),
    ([0x7D, 0x4C, 0x6E, 0x08, 0x00, 0x0A], .utf16BigEndian, "経済\n"),
    // 髙﨑㈱① of CP932, and 表 whose second byte is a backslash.
    (
      [
        0xFB, 0xFC, 0xED, 0x95, 0x87, 0x8A, 0x87, 0x40, 0x82, 0xCC, 0x95, 0x5C, 0x82, 0xC6, 0x82,
        0xB7, 0x82, 0xE9,
      ], .shiftJIS, "髙﨑㈱①の表とする"
    ),
  ]

  @Test(arguments: words.indices)
  func shortTextIsRecognised(index: Int) throws {
    let word = Self.words[index]
    let decoded = try Decoder().decode(word.bytes)
    #expect(decoded.encoding == word.encoding)
    #expect(text(decoded) == word.text)
  }

  @Test func everyCharacterIsMappedThereAndBack() throws {
    // 甲, a line feed, A, ｱ (one byte), 乙.
    let bytes: [UInt8] = [0x8D, 0x62, 0x0A, 0x41, 0xB1, 0x89, 0xB3]
    let decoded = try Decoder().decode(bytes, as: .shiftJIS)
    #expect(text(decoded) == "甲\nAｱ乙")
    let map = try #require(decoded.map)
    let pairs = [(0, 0), (3, 2), (4, 3), (5, 4), (8, 5), (11, 7)]
    for (inText, inFile) in pairs {
      #expect(map.source(of: inText) == inFile)
      #expect(map.decoded(of: inFile) == inText)
    }
    // Inside a character: where it begins.
    #expect(map.source(of: 9) == 5)
    #expect(map.decoded(of: 6) == 8)
  }

  @Test func badBytesAreToldWithTheirPlace() throws {
    let good = Array("経済安全保障の取組を進める。\n".utf8)
    let bytes = good + good + [0xE7, 0x9F] + good
    do {
      _ = try Decoder().decode(bytes)
      Issue.record("it was read")
    } catch {
      #expect(
        error
          == .undecodable(
            .utf8, first: .init(byteOffset: 86, line: 3, bytes: [0xE7]), count: 2))
    }
    let decoded = try Decoder().decode(bytes, as: .utf8)
    #expect(decoded.faults.map(\.byteOffset) == [86, 87])
    #expect(decoded.faults.first?.written == "0xE7")
    #expect(text(decoded).contains("\n\u{FFFD}\u{FFFD}経済"))
  }

  @Test func badBytesInShiftJISAreToldTheSameWay() throws {
    // 経済の安全 with a byte between that Shift_JIS doesn't have, in the second line.
    let word: [UInt8] = [0x8C, 0x6F, 0x8D, 0xCF, 0x82, 0xCC, 0x88, 0xC0, 0x91, 0x53]
    let bytes = word + [0x0A] + word + [0xFF] + word
    #expect(
      throws: DecodingError.undecodable(
        .shiftJIS, first: .init(byteOffset: 21, line: 2, bytes: [0xFF]), count: 1)
    ) { try Decoder().decode(bytes) }
    let decoded = try Decoder().decode(bytes, as: .shiftJIS)
    #expect(text(decoded) == "経済の安全\n経済の安全\u{FFFD}経済の安全")
    #expect(decoded.map?.source(of: 31 + 3) == 22)
  }

  @Test(arguments: [
    ("cp932", TextEncoding.shiftJIS), ("Shift_JIS", .shiftJIS), ("sjis", .shiftJIS),
    ("Windows-31J", .shiftJIS), ("EUC-JP", .eucJP), ("eucjp", .eucJP), ("utf8", .utf8),
    ("ISO-2022-JP", .iso2022JP), ("UTF-16", .utf16LittleEndian), ("UTF-16BE", .utf16BigEndian),
  ])
  func namesOfEncodings(name: String, encoding: TextEncoding) {
    #expect(TextEncoding(name: name) == encoding)
  }

  @Test func anUnknownNameIsNone() { #expect(TextEncoding(name: "latin-9") == nil) }

  /// Real documents, carried into every encoding; characters that one lacks are left out before.
  @Test(arguments: Places.seeds)
  func realTextComesBackFromEveryEncoding(file: URL) throws {
    let original = String(decoding: try Data(contentsOf: file), as: UTF8.self)
    for encoding in TextEncoding.allCases {
      let (bytes, expected) = Reencoding.bytes(of: original, in: encoding)
      let decoded = try Decoder().decode(bytes)
      #expect(decoded.encoding == encoding, "\(file.lastPathComponent)")
      #expect(decoded.faults.isEmpty)
      #expect(text(decoded) == expected, "\(file.lastPathComponent) \(encoding)")
      guard let map = decoded.map else { continue }
      let starts = decoded.utf8.indices.filter { decoded.utf8[$0] & 0xC0 != 0x80 }
      #expect(starts.allSatisfy { map.decoded(of: map.source(of: $0)) == $0 })
    }
  }
}
