/// The layer of a source file's own bytes, or of the text a reader extracted from it.
@frozen public enum Source {}

/// The layer of citable text: as quoted, defects repaired and logged, nothing folded.
@frozen public enum Citable {}

/// The layer of the folded search key, used for matching only.
@frozen public enum Search {}

/// A 0-based UTF-8 byte position in one named layer of a text.
///
/// The layer is part of the type, so that a position in the citable text can't be taken for one in
/// the source file. At run time it is one `Int`.
@frozen public struct TextOffset<Layer>: Comparable, Hashable, Sendable {
  /// The 0-based offset in UTF-8 bytes of the layer.
  public var utf8: Int

  /// Makes an offset from a 0-based count of UTF-8 bytes.
  @inlinable public init(_ utf8: Int) { self.utf8 = utf8 }

  @inlinable public static func < (a: Self, b: Self) -> Bool { a.utf8 < b.utf8 }
}

/// A half-open range of byte positions in one named layer.
public typealias TextSpan<Layer> = Range<TextOffset<Layer>>

extension Range {
  /// Makes a span from 0-based, half-open UTF-8 byte positions.
  @inlinable public init<Layer>(_ lower: Int, _ upper: Int) where Bound == TextOffset<Layer> {
    self = TextOffset(lower)..<TextOffset(upper)
  }

  /// Returns the number of UTF-8 bytes in the span.
  @inlinable public func utf8Count<Layer>() -> Int where Bound == TextOffset<Layer> {
    upperBound.utf8 - lowerBound.utf8
  }

  /// Returns the span as a plain half-open range of byte positions.
  @inlinable public func utf8Range<Layer>() -> Range<Int> where Bound == TextOffset<Layer> {
    lowerBound.utf8..<upperBound.utf8
  }
}
