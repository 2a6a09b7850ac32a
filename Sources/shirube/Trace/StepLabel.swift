import DocumentModel

/// Says what a step is in a few words of its own quotation.
///
/// A label stands beside the step's date, so the date that the words begin or end with is left out,
/// and so are list marks. Nothing else is altered: what is shown are the words of the text.
enum StepLabel {
  /// Returns the words for a label, without line ends.
  ///
  /// They are those that tell the event; where these say too little, such as （第２次）, the whole
  /// quotation.
  static func words(_ step: TraceStep) -> String {
    let clause = words(step.clause)
    return clause.unicodeScalars.count(where: isLetter) >= 6 ? clause : words(step.evidence.quote)
  }

  /// Returns a quotation without list marks and without the date at its head or end.
  static func words(_ quote: String) -> String {
    var words = Array(quote.unicodeScalars).filter { $0 != "\n" }[...]
    trimEnds(&words)
    if let end = dateEnd(Array(words)) {
      let rest = words.dropFirst(end)
      // A quotation that is nothing but a date keeps it.
      if rest.contains(where: isLetter) { words = rest }
    }
    trimEnds(&words)
    if let start = trailingDate(Array(words)) { words = words.prefix(start) }
    trimEnds(&words)
    var view = String.UnicodeScalarView()
    view.append(contentsOf: words)
    return String(view)
  }

  private static let marks = Set("[]［］•●○◯◎■□◆◇▶➢⚫・※－–-—*＊✓✔→⇒、。，. 　\t|｜".unicodeScalars)
  private static let notes = ["（注）", "(注)", "（※）"].map { Array($0.unicodeScalars) }
  private static let dateCharacters = Set(
    "0123456789０１２３４５６７８９/／.．年月日元令和平成昭度末頃第四半期上中下旬春夏秋冬～〜~－-同R".unicodeScalars)
  private static let particles = [
    "において", "時点で", "時点", "以降", "から", "までに", "まで", "には", "中に", "に", "は", "、", "より",
  ]
  .map { Array($0.unicodeScalars) }

  /// Leaves out marks and spaces at both ends, and a full stop.
  private static func trimEnds(_ words: inout ArraySlice<Unicode.Scalar>) {
    for note in notes where words.starts(with: note) { words = words.dropFirst(note.count) }
    while let first = words.first, marks.contains(first) { words.removeFirst() }
    while let last = words.last, marks.contains(last), last != "）" { words.removeLast() }
  }

  /// Returns the end of a date that the words begin with, with the particle after it, or nil.
  private static func dateEnd(_ words: [Unicode.Scalar]) -> Int? {
    var end = 0
    while end < words.count, dateCharacters.contains(words[end]) { end += 1 }
    let date = words[..<end]
    guard date.contains(where: isDigit),
      date.contains(where: { "年月日/／".unicodeScalars.contains($0) })
    else { return nil }
    // The weekday: （金）.
    if end + 2 < words.count, words[end] == "（", words[end + 2] == "）" { end += 3 }
    for particle in particles where words[end...].starts(with: particle) {
      return end + particle.count
    }
    // Without a particle only where the date ends as a date does, so that no name is cut.
    return date.last.map { "年月日度末頃旬～〜".unicodeScalars.contains($0) || isDigit($0) } == true
      ? end : nil
  }

  /// Returns where a date at the end of the words begins, in brackets or after a space, or nil.
  private static func trailingDate(_ words: [Unicode.Scalar]) -> Int? {
    var start = words.count
    let isBracketed = words.last == "）" || words.last == ")"
    if isBracketed { start -= 1 }
    while start > 0, dateCharacters.contains(words[start - 1]) { start -= 1 }
    let date = words[start...]
    guard start > 1, date.contains(where: isDigit),
      date.contains(where: { "年月日/／".unicodeScalars.contains($0) })
    else { return nil }
    if isBracketed { return ["（", "("].contains(words[start - 1]) ? start - 1 : nil }
    return [" ", "　"].contains(words[start - 1]) ? start - 1 : nil
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool {
    (0x30...0x39).contains(ScalarText.foldWidth(scalar.value))
  }

  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isAlphabetic || scalar.properties.isIdeographic
  }
}
