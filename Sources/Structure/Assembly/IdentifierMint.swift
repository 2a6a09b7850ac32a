import DocumentModel

/// Makes identifiers from content, so that they stay when the file is read again.
///
/// The first of equal contents has the bare name, `a.p0f3c…`. Each further one has the hash of the
/// heading it stands under behind it, `a.p0f3c….5be1`, and only those under headings of one title are
/// counted, `a.p0f3c….5be1.2`: so one that goes or comes elsewhere leaves the others their names, but
/// that the next takes the bare name of a first one that goes.
struct IdentifierMint: Sendable {
  private let document: DocumentID
  /// The kinds and hashes met, whose bare names are given.
  private var given: Set<UInt64> = []
  /// How many further ones have a name, by that name.
  private var counts: [String: Int] = [:]

  init(document: DocumentID) { self.document = document }

  /// Returns the next identifier of a record with a one-letter kind and the content that names it,
  /// under the words of a heading, which are empty where there is none.
  mutating func identifier<Record>(
    _ kind: Character, for content: some Sequence<UInt8>, under heading: String = ""
  ) -> Identifier<Record> {
    var hash = TextHash()
    hash.combine(content)
    let base = "\(document.rawValue).\(kind)\(hash.hexadecimal)"
    if given.insert(UInt64(kind.asciiValue ?? 0) << 32 | UInt64(hash.value)).inserted {
      return Identifier(base)
    }
    var name = base
    if !heading.isEmpty {
      var hash = TextHash()
      hash.combine(heading.utf8)
      name += "." + hash.hexadecimal.prefix(4)
    }
    // Without a heading the first of them has the bare name.
    let count = counts[name, default: heading.isEmpty ? 1 : 0] + 1
    counts[name] = count
    return Identifier(count == 1 ? name : "\(name).\(count)")
  }
}
