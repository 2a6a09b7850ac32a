import DocumentModel

/// A stretch of a query that is written in other ways too (外為法, 取り組み, 第25条, 令和6年, サーバー).
///
/// Whichever of its forms is typed, the site has the same forms in the same order: so all spellings
/// of a query ask for the same words.
struct SpellingSite {
  enum Kind {
    /// One of several names of one thing.
    case name
    /// A spelling that the registry has.
    case spelling
    case date
    /// A number; all numbers of a query are written in one script at a time.
    case number
    case katakana
  }

  var kind: Kind
  /// UTF-8 bytes of the typed text.
  var range: Range<Int>
  /// All forms, each with what it is to the others; ones that are only tried come last.
  var forms: [QueryAlternative]
  /// The form by which a question's words are ranked.
  var canonical: String
}
