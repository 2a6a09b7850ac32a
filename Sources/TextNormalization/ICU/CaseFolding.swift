internal import CICU
internal import DocumentModel

/// The door to ICU's NFKC_Casefold: UTF-8 in, UTF-8 out, with the stretches that changed.
///
/// NFKC_Casefold makes width, case and compatibility forms equal and deletes what is not seen
/// (variation selectors, soft hyphens). Made for a key; never for text that is shown.
package enum CaseFolding {
  /// One changed stretch, in UTF-8 bytes of the text and of its folded form.
  package struct Edit: Sendable, Equatable {
    package var source: Range<Int>
    package var result: Range<Int>
  }

  /// The version of ICU in use, such as `72.1`; keys made by another version may differ.
  package static var icuVersion: String { versions.icu }

  /// The version of Unicode that this ICU knows, such as `15.0`.
  package static var unicodeVersion: String { versions.unicode }

  private static let versions: (icu: String, unicode: String) = {
    var (icu, unicode) = ([CChar](repeating: 0, count: 20), [CChar](repeating: 0, count: 20))
    cicu_versions(&icu, &unicode)
    let text = { (name: [CChar]) in
      String(decoding: name.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
    }
    return (text(icu), text(unicode))
  }()

  /// Returns the folded form of UTF-8 text with its edits, ascending.
  ///
  /// Ill-formed bytes become U+FFFD.
  ///
  /// - Throws: ``ICUError`` where ICU refuses, which its missing data files are the cause of.
  package static func fold(_ utf8: [UInt8]) throws(ICUError) -> (utf8: [UInt8], edits: [Edit]) {
    var result = [UInt8](repeating: 0, count: utf8.count + 64)
    var edits = [cicu_edit](repeating: cicu_edit(), count: 64)
    // A second round has the sizes that ICU asked for in the first.
    for _ in 0..<2 {
      var length: Int32 = 0
      var count: Int32 = 0
      let status = cicu_nfkc_casefold(
        utf8, Int32(utf8.count), &result, Int32(result.count), &length, &edits,
        Int32(edits.count), &count)
      if status == CICU_OVERFLOW {
        result = [UInt8](repeating: 0, count: Int(length) + 1)
        edits = [cicu_edit](repeating: cicu_edit(), count: Int(count) + 1)
        continue
      }
      guard status == CICU_OK else { break }
      let made = edits[..<Int(count)].map { edit in
        Edit(
          source: Int(edit.source_start)..<Int(edit.source_start + edit.source_length),
          result: Int(edit.result_start)..<Int(edit.result_start + edit.result_length))
      }
      return (Array(result[..<Int(length)]), made)
    }
    throw ICUError.refused(operation: "NFKC_Casefold")
  }

  /// Writes the folded form of a short stretch to `buffer` and returns its length, or nil.
  ///
  /// The result is nil where the form does not fit or ICU refuses.
  static func fold(
    _ stretch: UnsafeBufferPointer<UInt8>, into buffer: UnsafeMutableBufferPointer<UInt8>
  ) -> Int? {
    guard stretch.count <= Int(Int32.max) else { return nil }
    var length: Int32 = 0
    var count: Int32 = 0
    let status = cicu_nfkc_casefold(
      stretch.baseAddress, Int32(stretch.count), buffer.baseAddress, Int32(buffer.count), &length,
      nil, 0, &count)
    return status == CICU_OK ? Int(length) : nil
  }

  /// Returns whether text can be cut before a code point without changing what it folds to.
  package static func hasBoundary(before scalar: UInt32) -> Bool {
    cicu_nfkc_casefold_has_boundary_before(scalar) != 0
  }

  /// Returns for each code point of a range whether text can be cut before it.
  static func boundaries(of range: Range<UInt32>) -> [Bool] {
    var flags = [UInt8](repeating: 1, count: range.count)
    _ = cicu_nfkc_casefold_boundaries(range.lowerBound, &flags, Int32(range.count))
    return flags.map { $0 != 0 }
  }
}

/// ICU could not do what every installation of it can.
package enum ICUError: Error, Equatable, CustomStringConvertible {
  case refused(operation: String)

  package var description: String {
    switch self {
    case .refused(let operation):
      "ICU \(CaseFolding.icuVersion) refused \(operation); reinstall libicu and its data"
    }
  }
}
