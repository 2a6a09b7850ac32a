internal import DocumentModel

/// A dated event as a document tells it, before it is known what measure it belongs to.
struct TraceEvent: Sendable {
  /// The index of the passage in its document.
  var passage: Int
  var date: DateTarget
  /// The date's own place in the passage; nil where it stands in another passage.
  var datePlace: Range<Int>?
  /// The code points of the passage that tell the event.
  var clause: Range<Int>
  var stage: TraceStage
  var status = StepStatus.done
  var basis: String
  /// Where the words that decided the stage stand in the passage.
  var decided: Range<Int>?
  /// Whether it is told by the cells of a row, so that only they name what it is about.
  var isRow = false
  /// Whether it is aimed at, or is to be done by a day, and so has not happened on it.
  var isTarget = false
  /// Remarks below the passage that say more about it.
  var remarks: [Remark] = []
  /// The passage with the amounts, where they stand in a line of their own.
  var amounts: Int?
  /// Where its amount stands, in that passage or else in its own, where a column gives it.
  var amountPlace: Range<Int>?
  /// The line above that names the ministry in charge of a row.
  var ministry: Int?
  /// Why the date and the stage are what they are.
  var reasons: [TraceReason] = []

  /// A remark: a passage or, where it runs into the next line, a part of one.
  struct Remark: Sendable {
    var passage: Int
    var range: Range<Int>
    /// Whether it stands below a dated heading, and isn't a note on a line.
    var isBelowHeading = false
  }
}
