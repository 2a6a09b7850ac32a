import DocumentModel

/// Says what a step is in a few words of its own quotation.
///
/// A label stands beside the step's date, so the date is left out of it, with the particles and brackets
/// that go with it, and so are list marks. All else are the words of the text.
enum StepLabel {
  /// Returns the words for a label, without line ends.
  ///
  /// They are those that tell the event; where these say too little, such as （第２次）, what the
  /// quotation begins with stands before them: 研究開発ビジョン（第２次）.
  static func words(_ step: TraceStep) -> String {
    let whole = words(step.evidence.quote)
    var clause = withoutEmptied(Array(step.clause.unicodeScalars).filter { $0 != "\n" })[...]
    trimEnds(&clause)
    // The particles that joined the date to the words: までの改定.
    for _ in 0..<2 {
      guard let particle = joints.first(where: { clause.starts(with: $0) }) else { break }
      let rest = clause.dropFirst(particle.count)
      // のちに begins with の and is a word.
      if particle.count == 1, let next = rest.first, (0x3041...0x3096).contains(next.value) {
        break
      }
      clause = rest
    }
    trimEnds(&clause)
    let told = words(string(clause))
    let count = told.unicodeScalars.count(where: isLetter)
    if count >= 6 { return (topic(of: step, before: string(clause)) ?? "") + told }
    guard count > 0, let head = head(of: whole), !head.contains(told) else { return whole }
    return head + (told.hasPrefix("（") ? "" : " ") + told
  }

  /// Returns what the sentence says it is about before the date, where the event's words begin after
  /// it: 認定は of 認定は令和５年４月14日から始まった; nil where that holds a date or an act of its own.
  private static func topic(of step: TraceStep, before clause: String) -> String? {
    let quote = step.evidence.quote.replacing("\n", with: "")
    guard let place = quote.firstRange(of: clause) else { return nil }
    let sentence = quote[..<place.lowerBound].split(separator: "。").last.map(String.init) ?? ""
    var before = Array(sentence.unicodeScalars)[...]
    trimEnds(&before)
    while let particle = joints.first(where: { before.suffix($0.count) == $0[...] }) {
      before = before.dropLast(particle.count)
    }
    while let last = before.last, dateCharacters.contains(last) { before.removeLast() }
    guard let marker = before.last, "はがも".unicodeScalars.contains(marker),
      before.count(where: isLetter) >= 4, !before.contains("、"), !isDate(before)
    else { return nil }
    return string(before)
  }

  /// Leaves out what a date took with it: brackets that held nothing else, and a particle that joined
  /// it to the words in brackets: （令和５年秋以降に順次公表）.
  private static func withoutEmptied(_ words: [Unicode.Scalar]) -> [Unicode.Scalar] {
    var kept: [Unicode.Scalar] = []
    var i = 0
    while i < words.count {
      guard words[i] == "（" || words[i] == "(" else {
        kept.append(words[i])
        i += 1
        continue
      }
      var next = i + 1
      while next < words.count, words[next] == " " { next += 1 }
      if next < words.count, words[next] == "）" || words[next] == ")" {
        i = next + 1
        continue
      }
      kept.append(words[i])
      let particle = particles.first { words[next...].starts(with: $0) }
      i = particle.map { next + $0.count } ?? i + 1
    }
    return kept
  }

  /// Returns what stands before the first date of the words, or nil where that is nothing to speak of.
  private static func head(of words: String) -> String? {
    let scalars = Array(words.unicodeScalars)
    for start in scalars.indices.dropFirst()
    where " 　（(".unicodeScalars.contains(scalars[start - 1]) {
      var end = start
      while end < scalars.count, dateCharacters.contains(scalars[end]) { end += 1 }
      guard isDate(scalars[start..<end]) else { continue }
      var head = scalars[..<(start - 1)]
      trimEnds(&head)
      return head.count(where: isLetter) >= 4 ? string(head) : nil
    }
    return nil
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
    return string(words)
  }

  private static let marks = Set("[]［］•●○◯◎■□◆◇▶➢⚫・※－–-—*＊✓✔→⇒、。，. 　\t|｜".unicodeScalars)
  private static let notes = ["（注）", "(注)", "（※）"].map { Array($0.unicodeScalars) }
  private static let dateCharacters = Set(
    "0123456789０１２３４５６７８９/／.．年月日元令和平成昭度末頃第四半期上中下旬春夏秋冬～〜~－-同R".unicodeScalars)
  private static let particles = [
    "において", "時点で", "時点", "以降", "から", "までに", "まで", "には", "中に", "に", "は", "、", "より",
  ]
  .map { Array($0.unicodeScalars) }

  private static let joints = particles + [["の"]]

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
    guard isDate(date) else { return nil }
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
    guard start > 1, isDate(date) else { return nil }
    if isBracketed { return ["（", "("].contains(words[start - 1]) ? start - 1 : nil }
    return [" ", "　"].contains(words[start - 1]) ? start - 1 : nil
  }

  /// Whether characters of dates make one: a number with a year, month or day.
  private static func isDate(_ characters: ArraySlice<Unicode.Scalar>) -> Bool {
    characters.contains(where: isDigit)
      && characters.contains { "年月日/／".unicodeScalars.contains($0) }
  }

  private static func string(_ scalars: some Sequence<Unicode.Scalar>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool {
    (0x30...0x39).contains(ScalarText.foldWidth(scalar.value))
  }

  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isAlphabetic || scalar.properties.isIdeographic
  }
}
