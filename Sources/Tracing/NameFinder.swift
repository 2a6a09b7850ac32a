internal import DocumentModel

/// Finds further names of a measure in the texts: 甲（以下「乙」という。）, and 甲（ABC） either way round.
struct NameFinder: Sendable {
  let matcher: MeasureMatcher

  /// Returns the names that a declaration or brackets set beside the measure's own, each once.
  func names(in context: TraceContext) -> [String] {
    var found: [String] = []
    var seen: Set<[UInt32]> = []
    for record in context.documents.joined() {
      let text = record.passage.text
      guard text.contains("（") || text.contains("(") else { continue }
      let prepared = matcher.prepare(text)
      for name in names(in: prepared.text, of: TracePassage(record, matcher: matcher)) {
        let key = MeasureMatcher.squeeze(matcher.prepare(name).text).scalars
        if key.count >= 2, !matcher.isName(key), seen.insert(key).inserted { found.append(name) }
      }
    }
    return found
  }

  private func names(in text: TraceText, of passage: TracePassage) -> [String] {
    var names: [String] = []
    for open in text.scalars.indices where text.scalars[open] == 0x28 {
      guard let close = text.scalars[open...].firstIndex(of: 0x29) else { continue }
      let inside = (open + 1)..<close
      let before = nounRun(endingAt: open, in: text)
      if endsInName(before: open, in: text) {
        if let declared = declared(in: inside, text) {
          names.append(passage.string(declared))
        } else if isAbbreviation(inside, in: text) {
          names.append(passage.string(inside))
        }
      } else if isName(inside, in: text), isAbbreviation(inside, in: text), before.count >= 4 {
        names.append(passage.string(before))
      }
    }
    return names
  }

  /// Whether a range is one of the measure's names and nothing else.
  private func isName(_ range: Range<Int>, in text: TraceText) -> Bool {
    guard !range.isEmpty else { return false }
    let piece = TraceText(
      scalars: Array(text.scalars[range]), ranges: Array(text.ranges[range]))
    return matcher.isName(MeasureMatcher.squeeze(piece).scalars)
  }

  /// Whether one of the measure's names, whole, stands right before a bracket.
  private func endsInName(before end: Int, in text: TraceText) -> Bool {
    let start = max(0, end - 60)
    let piece = TraceText(
      scalars: Array(text.scalars[start..<end]), ranges: Array(text.ranges[start..<end]))
    return matcher.isNameSuffix(of: MeasureMatcher.squeeze(piece).scalars)
  }

  /// The noun that ends right before a bracket.
  private func nounRun(endingAt end: Int, in text: TraceText) -> Range<Int> {
    var start = end
    while start > 0, text.scalars[start - 1] == 0x20 { start -= 1 }
    let last = start
    while start > 0, Self.isNameLetter(text.scalars[start - 1]) { start -= 1 }
    while start < last, text.scalars[start] == 0x20 || text.scalars[start] == 0x306E { start += 1 }
    return start..<last
  }

  /// 以下「乙」という: the words in the quotation brackets.
  private func declared(in range: Range<Int>, _ text: TraceText) -> Range<Int>? {
    guard text.contains([0x4EE5, 0x4E0B], in: range),
      let open = text.scalars[range].firstIndex(of: 0x300C),
      let close = text.scalars[open..<range.upperBound].firstIndex(of: 0x300D), close > open + 2
    else { return nil }
    return (open + 1)..<close
  }

  /// Two Latin letters or more, with digits, spaces and hyphens: EWS, K Program.
  private func isAbbreviation(_ range: Range<Int>, in text: TraceText) -> Bool {
    let scalars = text.scalars[range]
    guard scalars.count <= 30,
      scalars.count(where: { (0x61...0x7A).contains($0) || (0x41...0x5A).contains($0) }) >= 2
    else { return false }
    return scalars.allSatisfy {
      (0x30...0x39).contains($0) || (0x41...0x5A).contains($0) || (0x61...0x7A).contains($0)
        || [0x20, 0x2D, 0x26, 0x2E].contains($0)
    }
  }

  private static func isNameLetter(_ scalar: UInt32) -> Bool {
    FigureReader.isNounPart(scalar) || (0x30...0x39).contains(scalar)
      || (0x41...0x5A).contains(scalar) || (0x61...0x7A).contains(scalar)
      || scalar == 0x30FB || scalar == 0x306E
  }
}
