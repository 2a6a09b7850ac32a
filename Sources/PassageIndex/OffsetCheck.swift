import DocumentModel

/// Proves that the stored offsets of a document lead to the bytes of its source.
struct OffsetCheck {
  private let document: StoredDocument

  /// Space, tab, line end and |.
  private static let added: Set<UInt8> = [0x20, 0x09, 0x0A, 0x7C]

  init(_ document: StoredDocument) { self.document = document }

  /// Returns each passage and link whose source bytes don't give its text.
  func findings() -> [IntegrityFinding] {
    var findings: [IntegrityFinding] = []
    for passage in document.passages
    where !isWritten(passage.text, at: passage.location) || !isCitable(passage) {
      findings.append(
        IntegrityFinding(
          "check.offset", subject: passage.id.rawValue, detail: "line \(passage.location.line)"))
    }
    for link in document.links where !isSurface(link) {
      findings.append(
        IntegrityFinding(
          "check.surface", subject: document.record.id.rawValue,
          detail: "line \(link.location.line): \(link.surface)"))
    }
    return findings
  }

  /// Whether the citable text has a passage's words at its place.
  private func isCitable(_ passage: Passage) -> Bool {
    let place = passage.span.utf8Range()
    return place.upperBound <= document.citable.count
      && document.citable[place].elementsEqual(passage.text.utf8)
  }

  /// Whether a text is its source's bytes with the logged repairs put in.
  ///
  /// Between two pieces the citable text may have marks of its own: a table row's cells are set
  /// apart by ` | `.
  private func isWritten(_ text: String, at location: Location) -> Bool {
    let text = Array(text.utf8)
    var position = 0
    for span in location.spans {
      guard let piece = citable(span) else { return false }
      while !text[position...].starts(with: piece) {
        guard position < text.count, Self.added.contains(text[position]) else {
          return false
        }
        position += 1
      }
      position += piece.count
    }
    return position == text.count
  }

  /// Returns the citable bytes of a piece of the source, or nil where it lies outside.
  private func citable(_ span: TextSpan<Source>) -> [UInt8]? {
    guard let whole = text(span) else { return nil }
    let bytes = document.source.utf8
    var position = whole.lowerBound
    var text: [UInt8] = []
    for repair in document.repairs(within: span) {
      guard let mended = self.text(repair.source) else { return nil }
      guard mended.lowerBound >= position else { continue }
      text += bytes[position..<mended.lowerBound]
      text += Array(repair.after.utf8)
      position = mended.upperBound
    }
    return text + bytes[min(position, whole.upperBound)..<whole.upperBound]
  }

  /// Returns the bytes of the text for a span of the kept bytes, or nil where it lies outside or
  /// cuts a character.
  private func text(_ span: TextSpan<Source>) -> Range<Int>? {
    let source = document.source
    guard span.lowerBound.utf8 >= 0, span.upperBound.utf8 <= source.keptBytes.count else {
      return nil
    }
    let text = source.textSpan(span)
    return source.keptSpan(text) == span ? text.utf8Range() : nil
  }

  /// Whether the bytes at a link's pieces are its surface; a dropped line end may stand between.
  private func isSurface(_ link: Link) -> Bool {
    let bytes = document.source.utf8
    var found: [UInt8] = []
    for span in link.location.spans {
      guard let text = text(span) else { return false }
      found += bytes[text]
    }
    let isSpace = { (byte: UInt8) in byte == 0x0A || byte == 0x0D || byte == 0x20 }
    return found.filter { !isSpace($0) } == Array(link.surface.utf8).filter { !isSpace($0) }
  }
}
