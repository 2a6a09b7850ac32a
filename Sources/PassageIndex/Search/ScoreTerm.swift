/// One part of a hit's score; the parts of a hit add up to its score.
package struct ScoreTerm: Sendable, Equatable {
  package enum Kind: String, Sendable, CaseIterable {
    /// BM25 of a searched word.
    case word
    /// What the headings above say of a question's words.
    case context
    /// The passage's own heading holds all the words.
    case title
    /// The passage is a heading.
    case heading
    /// The passage says hardly more than the words.
    case brevity
    /// The words stand close together.
    case near
    /// The words stand together as they were typed.
    case phrase
    /// How binding the document is.
    case authority
    /// The passage relates to a law, ministry or date of the question.
    case topic
    /// The passage gives what is asked for: a time, a figure, an office, what a thing is.
    case answer
    /// The passage relates to the provision searched for without writing it out.
    case citation
    /// The passage is a part of the chapter that the name searched for heads.
    case part
  }

  package var kind: Kind
  package var value: Double
  /// What the part is about: the word as typed, the rank of the document.
  package var subject: String?
  /// How many passages of the index hold the word.
  package var passages: Int?
  /// How often the word stands in the passage.
  package var count: Int?
  /// Code points of the passage's search key.
  package var length: Int?

  package init(
    _ kind: Kind, _ value: Double, subject: String? = nil, passages: Int? = nil,
    count: Int? = nil, length: Int? = nil
  ) {
    self.kind = kind
    self.value = value
    self.subject = subject
    self.passages = passages
    self.count = count
    self.length = length
  }
}
