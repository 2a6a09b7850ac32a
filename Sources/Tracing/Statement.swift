package import DocumentModel

/// What a sentence states of one thing: a figure with its unit, or the date of an event.
package struct Statement: Sendable {
  /// A number with its unit.
  package struct Quantity: Sendable, Hashable {
    /// In units of one: 1兆358億円 is 1,035,800,000,000.
    package var number: Double
    /// One spelling for all of a kind: か月 for ヶ月, % for 割.
    package var unit: String
    /// How far another number may lie from it and still be the same one written more exactly.
    package var tolerance: Double
    /// The least and the greatest number it allows: 80 and more for 80件以上.
    package var bounds: ClosedRange<Double>
    /// Whether 約, 程度 or 規模 blurs it.
    package var isApproximate: Bool
  }

  package enum Value: Sendable, Hashable {
    case quantity(Quantity)
    /// What happened (公布, 閣議決定) on a day, or in a month or year.
    case events(Set<String>, EDTF)
  }

  package var value: Value
  /// The figure or date as the text writes it.
  package var words: String
  /// Where those words stand in the document's citable text.
  package var span: TextSpan<Citable>
  /// The sentence.
  package var evidence: TraceEvidence
  /// The day for which a figure holds, or the fiscal year of money; nil where the sentence gives none.
  package var date: EDTF?
  /// Whether the date's year comes from far away, as that of a bare 3月 does.
  var isGuessed = false
  /// What is counted, or the kind of money; nil where the words don't tell.
  var counted: String?
  /// What sets it apart from others of its kind: うち, 新たに, 累計.
  var scope: String?
  var subject: StatementSubject

  /// Whether it is a sum of money.
  package var isMoney: Bool {
    if case .quantity(let quantity) = value {
      quantity.unit == "円" || quantity.unit == "ドル"
    } else {
      false
    }
  }

  /// Whether it states the date of an event.
  package var isDate: Bool {
    if case .events = value { true } else { false }
  }
}

/// The words that tell what a statement is about, by how near they stand to it.
struct StatementSubject: Sendable {
  /// Two neighbouring letters, a letter that stands alone (港), or the canonical name of what a link
  /// leads to.
  enum Token: Hashable, Sendable {
    case pair(UInt32, UInt32)
    case letter(UInt32)
    case name(String)
  }

  /// What is spoken of: the nouns before a figure, or those of a date's sentence, and laws named.
  ///
  /// Another text that lacks one of them speaks of something else.
  var topics: [Set<Token>] = []
  /// Those that belong to this figure or date alone.
  var own: Set<Token> = []
  /// The beginning of the sentence, which all its figures share.
  var shared: Set<Token> = []
  /// Those before the sentence's first figure or date, which name what the others are of as well.
  var lead: Set<Token> = []
  /// Those that belong to the sentence's other figures or dates.
  var others: Set<Token> = []
  /// Headings, header cells, the sentence that a list completes, and the sentences before.
  var around: Set<Token> = []
}
