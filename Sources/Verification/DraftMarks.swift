package import DocumentModel

/// Marks the lines of a plain draft that a quotation and its source stand on.
///
/// A draft is set by its author, not extracted from pages: a line that begins with `>` is quoted as
/// it stands, and a line 出典：… is its own paragraph, however short it is or often it comes.
package struct DraftMarks: Sendable {
  package init() {}

  /// Returns a mark for each such line of UTF-8 text.
  package func marks(in utf8: [UInt8]) -> [LineMark] {
    let lines = utf8.split(separator: 0x0A, omittingEmptySubsequences: false)
    return lines.enumerated().compactMap { number, line in
      let body = line.drop { $0 == 0x20 }
      let isSet =
        body.first == 0x3E && body.count > 1 || Self.source.contains { body.starts(with: $0) }
      return isSet ? LineMark(line: number + 1, role: .paragraph) : nil
    }
  }

  private static let source = ["出典", "出所", "Source:"].map { Array($0.utf8) }
}
