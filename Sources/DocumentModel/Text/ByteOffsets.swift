/// The byte offsets of a text's code points, ascending, in half the room of an array of them.
///
/// A document of tens of megabytes is decoded several times over; its offsets are most of that. Texts
/// are shorter than 4 GiB.
@frozen public struct ByteOffsets: RandomAccessCollection, Sendable {
  /// From `base` on.
  @usableFromInline let relative: [UInt32]
  @usableFromInline let base: Int

  /// Keeps offsets that count from `base`.
  @inlinable public init(_ relative: [UInt32], from base: Int) {
    self.relative = relative
    self.base = base
  }

  @inlinable public var startIndex: Int { 0 }
  @inlinable public var endIndex: Int { relative.count }

  /// The offset of a code point in bytes of the layer.
  @inlinable public subscript(index: Int) -> Int { base + Int(relative[index]) }
}
