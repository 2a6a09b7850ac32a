import DocumentModel

/// Makes identifiers from content, so that they stay when the file is read again.
///
/// Equal contents are numbered in reading order from the second on: `a.p0f3c…`, `a.p0f3c….2`.
struct IdentifierMint: Sendable {
  private let document: DocumentID
  /// How often a content was met, by its kind and hash.
  private var counts: [UInt64: Int] = [:]

  init(document: DocumentID) { self.document = document }

  /// Returns the next identifier of a record with a one-letter kind and the content that names it.
  mutating func identifier<Record>(
    _ kind: Character, for content: some Sequence<UInt8>
  ) -> Identifier<Record> {
    var hash = TextHash()
    hash.combine(content)
    let count = counts[UInt64(kind.asciiValue ?? 0) << 32 | UInt64(hash.value), default: 0] + 1
    counts[UInt64(kind.asciiValue ?? 0) << 32 | UInt64(hash.value)] = count
    let base = "\(document.rawValue).\(kind)\(hash.hexadecimal)"
    return Identifier(count == 1 ? base : "\(base).\(count)")
  }
}
