import DocumentModel

/// Makes identifiers from content, so that they stay when the file is read again.
///
/// Equal contents are numbered in reading order from the second on: `a.p0f3c…`, `a.p0f3c….2`.
struct IdentifierMint: Sendable {
  private let document: DocumentID
  private var counts: [String: Int] = [:]

  init(document: DocumentID) { self.document = document }

  /// Returns the next identifier of a record with a one-letter kind and the content that names it.
  mutating func identifier<Record>(
    _ kind: Character, for content: some Sequence<UInt8>
  ) -> Identifier<Record> {
    let base = "\(document.rawValue).\(kind)\(TextHash.hexadecimal(content))"
    let count = counts[base, default: 0] + 1
    counts[base] = count
    return Identifier(count == 1 ? base : "\(base).\(count)")
  }
}
