import DocumentModel

/// Finds the words by which a text itself names the pillars of a frame.
struct MarkerFinder: Sendable {
  /// One naming, with the words as the frame writes them.
  struct Naming: Sendable, Hashable {
    var pillar: Pillar
    var words: String
    /// In code points of the text.
    var range: Range<Int>
  }

  private struct Marker: Sendable {
    var pillar: Pillar
    var words: String
    var scalars: [UInt32]
    var places: Set<PillarFrame.Place>
  }

  private var markers: [Marker]
  private var suffixes: [[UInt32]]

  init(_ frame: PillarFrame) {
    markers = frame.pillars.flatMap { description in
      description.markers.map { marker in
        Marker(
          pillar: description.pillar, words: marker.words,
          scalars: ScalarText(marker.words).scalars.map(TermScanner.fold),
          places: Set(marker.places))
      }
    }
    suffixes = frame.labelSuffixes.map { ScalarText($0).scalars }
  }

  /// Returns the pillars that a heading, a label or a cell is: 守る, ＜育てる（生かす）＞.
  ///
  /// A list of nothing but labels (知る・育てる・守る) names all of them.
  func label(_ text: ScalarText) -> [Naming] {
    let whole = 0..<text.count
    if let naming = label(of: bare(text.scalars[...]), range: whole) { return [naming] }
    let parts = text.scalars.split { $0 == 0x30FB || $0 == 0x3001 || $0 == 0x2F }
    let namings = parts.compactMap { label(of: bare($0), range: whole) }
    return namings.count == parts.count ? namings : []
  }

  private func label(of bare: [UInt32], range: Range<Int>) -> Naming? {
    guard !bare.isEmpty, bare.count <= 16 else { return nil }
    let marker = markers.first { marker in
      marker.places.contains(.label)
        && (bare == marker.scalars || suffixes.contains { bare == marker.scalars + $0 }
          || isVertical(bare, of: marker))
    }
    return marker.map { Naming(pillar: $0.pillar, words: $0.words, range: range) }
  }

  /// Returns the namings inside a text: quoted ones, and phrases that mean nothing else.
  func namings(in text: ScalarText) -> [Naming] {
    let scalars = text.scalars.map(TermScanner.fold)
    var found: [Naming] = []
    var index = 0
    scan: while index < scalars.count {
      for marker in markers {
        let end = index + marker.scalars.count
        guard end <= scalars.count, scalars[index] == marker.scalars[0],
          scalars[index..<end].elementsEqual(marker.scalars),
          stands(marker, at: index..<end, in: scalars)
        else { continue }
        found.append(Naming(pillar: marker.pillar, words: marker.words, range: index..<end))
        index = end
        continue scan
      }
      index += 1
    }
    return found
  }

  private func stands(_ marker: Marker, at range: Range<Int>, in scalars: [UInt32]) -> Bool {
    if marker.places.contains(.phrase) {
      let isLatin = { (scalar: UInt32) in scalar >= 0x61 && scalar <= 0x7A }
      return
        !(isLatin(scalars[range.lowerBound])
        && (range.lowerBound > 0 && isLatin(scalars[range.lowerBound - 1])
          || range.upperBound < scalars.count && isLatin(scalars[range.upperBound])))
    }
    guard marker.places.contains(.quoted), range.upperBound < scalars.count else { return false }
    let next = scalars[range.upperBound]
    if range.lowerBound > 0, let closing = Self.brackets[scalars[range.lowerBound - 1]] {
      return next == closing
    }
    return Self.leads.contains(next) && bare(scalars[..<range.lowerBound]).isEmpty
  }

  /// Brackets that set the frame's words off from the text: 「守る」, （知る）.
  private static let brackets: [UInt32: UInt32] = [
    0x28: 0x29, 0x3C: 0x3E, 0x5B: 0x5D, 0x3008: 0x3009, 0x300A: 0x300B, 0x300C: 0x300D,
    0x300E: 0x300F, 0x3010: 0x3011, 0x3014: 0x3015,
  ]

  /// What may follow the frame's words at the start of a text: 守る：事前審査, 知る―分析.
  private static let leads: Set<UInt32> = [
    0x3A, 0x7C, 0x7E, 0x2013, 0x2014, 0x2015, 0x2500, 0x301C, 0xFE13,
  ]

  /// The text without numbers, brackets, bullets and spaces, but with what brackets hold.
  private func bare(_ scalars: ArraySlice<UInt32>) -> [UInt32] {
    scalars.map(TermScanner.fold).filter { scalar in
      scalar >= 0x61 && scalar <= 0x7A || scalar >= 0x3041 && scalar <= 0x30FF && scalar != 0x30FB
        || scalar >= 0x3400 && scalar <= 0x9FFF
    }
  }

  /// Whether the letters of a vertical label stand there in another order.
  ///
  /// A label set vertically comes out of a PDF letter by letter, two columns of it interleaved
  /// (育 生 て る か す for 育てる生かす).
  private func isVertical(_ bare: [UInt32], of marker: Marker) -> Bool {
    marker.scalars.count > 4 && bare.count == marker.scalars.count
      && bare.sorted() == marker.scalars.sorted()
  }
}
