package import DocumentModel

/// Where a draft says that a quotation comes from.
package struct ClaimedSource: Sendable, Equatable {
  /// The titles it names, canonical where the register knows them.
  package var documents: [String] = []
  package var laws: [LawTarget] = []
  /// 1-based pages.
  package var pages: ClosedRange<Int>?
  /// 1-based lines of the source.
  package var lines: ClosedRange<Int>?
  /// The ids of passages that an export of this program set beside the quotation.
  package var passages: [String] = []

  package init() {}

  /// Whether it names neither a document nor a law.
  package var isEmpty: Bool { documents.isEmpty && laws.isEmpty }
}

/// Words that a draft gives as somebody's own.
package struct DraftQuotation: Sendable, Equatable {
  /// The words without the marks around them, as ranges of bytes of the draft's citable text: more
  /// than one where a block quote runs over several blocks.
  package var ranges: [Range<Int>]
  /// The words; parts left out by the drafter are marked （略） in them.
  package var text: String
  package var location: Location
  package var claim: ClaimedSource

  package init(ranges: [Range<Int>], text: String, location: Location, claim: ClaimedSource) {
    self.ranges = ranges
    self.text = text
    self.location = location
    self.claim = claim
  }

  /// The stretches between marks of omission, in order.
  package var parts: [String] { Omission.parts(of: text) }
}

/// The marks that say that words were left out.
enum Omission {
  private static let marks = [
    "（略）", "(略)", "（中略）", "(中略)", "（前略）", "(前略)", "（後略）", "(後略)", "〔略〕", "［略］",
    "……", "・・・", "…",
  ]

  /// Returns the stretches of a text between the marks, blank ones left out.
  static func parts(of text: String) -> [String] {
    var parts = [text]
    for mark in marks {
      parts = parts.flatMap { part in split(part, at: mark) }
    }
    return parts.filter { part in
      part.unicodeScalars.contains { !$0.properties.isWhitespace && $0 != "\u{2026}" }
    }
  }

  private static func split(_ text: String, at mark: String) -> [String] {
    var (parts, current) = ([String](), [Character]())
    let (characters, wanted) = (Array(text), Array(mark))
    var i = 0
    while i < characters.count {
      if characters[i...].starts(with: wanted) {
        parts.append(String(current))
        current = []
        i += wanted.count
      } else {
        current.append(characters[i])
        i += 1
      }
    }
    return parts + [String(current)]
  }
}
