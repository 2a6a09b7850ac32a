import DocumentModel
import Foundation
import TextNormalization

/// What ranking must know of every passage at once, kept beside its document as packed bytes.
///
/// Reading one blob a document is far cheaper than a row a passage: ranking needs the lengths of
/// all matching passages, and a common word matches tens of thousands.
struct PassageTraits: Equatable {
  /// Code points of the search key, at most 65,535.
  var length: UInt16
  var isHeading: Bool
  /// Whether a date is linked in it.
  var isDated: Bool
  /// The row of the section.
  var section: UInt32
  /// A hash of the letters and digits: equal for passages with the same words.
  var fingerprint: UInt64

  static let size = 16

  init(length: Int, kind: BlockKind, isDated: Bool, section: Int64, fingerprint: UInt64) {
    self.length = UInt16(clamping: length)
    self.isHeading = kind == .heading
    self.isDated = isDated
    self.section = UInt32(truncatingIfNeeded: section)
    self.fingerprint = fingerprint
  }

  func write(to bytes: inout [UInt8]) {
    withUnsafeBytes(of: length.littleEndian) { bytes.append(contentsOf: $0) }
    bytes.append(isHeading ? 1 : 0)
    bytes.append(isDated ? 1 : 0)
    withUnsafeBytes(of: section.littleEndian) { bytes.append(contentsOf: $0) }
    withUnsafeBytes(of: fingerprint.littleEndian) { bytes.append(contentsOf: $0) }
  }

  init(_ bytes: UnsafeRawBufferPointer, at index: Int) {
    let start = index * Self.size
    length = UInt16(littleEndian: bytes.loadUnaligned(fromByteOffset: start, as: UInt16.self))
    isHeading = bytes[start + 2] == 1
    isDated = bytes[start + 3] == 1
    section = UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: start + 4, as: UInt32.self))
    fingerprint = UInt64(
      littleEndian: bytes.loadUnaligned(fromByteOffset: start + 8, as: UInt64.self))
  }
}

extension PassageTraits {
  /// Returns the traits of a document's passages, in their order, as packed bytes.
  static func packed(
    _ passages: [Passage], links: [Link], sections: [SectionID: Int64], folding: SearchFolding
  ) -> [UInt8] {
    let dated = Set(
      links.filter { $0.kind == .date }.compactMap { passages.firstIndex(holding: $0.span) })
    var bytes: [UInt8] = []
    for (i, passage) in passages.enumerated() {
      let key = SearchKey(passage.text, folding: folding)
      PassageTraits(
        length: key.count, kind: passage.kind, isDated: dated.contains(i),
        section: sections[passage.section] ?? 0, fingerprint: key.fingerprint
      ).write(to: &bytes)
    }
    return bytes
  }
}

extension SearchKey {
  /// A hash of the letters and digits alone, equal where only spaces and marks differ.
  var fingerprint: UInt64 {
    var digest = ContentDigest()
    for i in 0..<count where classes[i] == .cjk || classes[i] == .word {
      withUnsafeBytes(of: scalars[i].littleEndian) { digest.combine($0) }
    }
    return digest.fingerprint
  }
}
