package import DocumentModel
package import TextNormalization

/// Holds a quotation against texts that may contain it.
///
/// Words are compared as `ComparisonText`. A quotation stands in a text where its parts stand there
/// in order; where they don't, the stretch that is nearest by edit distance is shown, as long as no
/// more than `tolerance` of its characters differ.
package struct QuotationChecker: Sendable {
  private let folding: SearchFolding
  /// The greatest share of characters that may differ in a near quotation.
  package var tolerance: Double

  package init(folding: SearchFolding, tolerance: Double = 0.25) {
    self.folding = folding
    self.tolerance = tolerance
  }

  /// A candidate's text in the form it is compared in; make it once for each text.
  package struct Candidate: Sendable {
    package let text: QuotableText
    let key: ComparisonText
    let title: ComparisonText

    package init(_ text: QuotableText, folding: SearchFolding) {
      self.text = text
      key = ComparisonText(text.utf8, folding: folding)
      let name = text.document.metadata.title?.value ?? text.document.source
      title = ComparisonText(Array(name.utf8), folding: folding)
    }
  }

  /// Returns where a quotation's words stand, or nil where they stand in none of the texts.
  ///
  /// Of several places the one is told that agrees best with where the draft says they are. Marks of
  /// omission are first taken for the source's own, then for the drafter's.
  package func exact(
    _ quotation: DraftQuotation, in candidates: [Candidate]
  ) -> QuotationFinding? {
    let titles = titles(of: quotation)
    for parts in [[quotation.text], quotation.parts] {
      let keys = keys(of: parts)
      guard !keys.isEmpty else { return nil }
      var found: [QuotationFinding] = []
      for candidate in candidates {
        for match in matches(of: keys, in: candidate) {
          found.append(finding(match, parts, quotation.claim, in: candidate, titles: titles))
        }
      }
      if let best = found.min(by: { Self.rank($0) < Self.rank($1) }) { return best }
    }
    return nil
  }

  /// Returns the stretch of the texts most like a quotation, or nil where none is like it.
  ///
  /// Only the given passages with their surroundings are looked at.
  package func nearest(
    _ quotation: DraftQuotation, in candidates: [Candidate], around passages: Set<PassageID>
  ) -> QuotationFinding? {
    let wanted = keys(of: quotation.parts).flatMap(\.units)
    let limit = Int(Double(wanted.count) * tolerance)
    guard limit > 0 else { return nil }
    let titles = titles(of: quotation)
    var best: (distance: Int, isClaimed: Bool, range: Range<Int>, candidate: Candidate)?
    for candidate in candidates {
      let isClaimed = titles.contains { Self.names($0, candidate.title) }
      for window in windows(candidate, around: passages, length: wanted.count) {
        guard
          let match = EditDistance.nearest(wanted, in: candidate.key.units[window], limit: limit)
        else { continue }
        let isBetter =
          best.map {
            match.distance < $0.distance
              || match.distance == $0.distance && isClaimed && !$0.isClaimed
          } ?? true
        if isBetter { best = (match.distance, isClaimed, match.range, candidate) }
      }
    }
    guard let best else { return nil }
    let bytes = best.candidate.key.bytes(best.range)
    let place = QuotationFinding.Place(
      document: best.candidate.text.document, passages: best.candidate.text.passages(in: bytes))
    var finding = QuotationFinding(.near, place: place)
    finding.displacement = displacement(of: place, best.candidate, quotation.claim, titles)
    finding.differences = TextDifference.between(
      draft: Self.inOneLine(quotation.parts.joined()),
      source: Self.inOneLine(best.candidate.text.words(bytes)))
    return finding
  }

  private func keys(of parts: [String]) -> [ComparisonText] {
    parts.map { ComparisonText(Array($0.utf8), folding: folding) }
      .filter { !$0.units.isEmpty }
  }

  private func titles(of quotation: DraftQuotation) -> [ComparisonText] {
    quotation.claim.documents.map { ComparisonText(Array($0.utf8), folding: folding) }
  }

  /// Whether a claimed title names a document: the same words, or one within the other.
  package func names(_ title: String, _ document: DocumentRecord) -> Bool {
    let claimed = ComparisonText(Array(title.utf8), folding: folding)
    let name = document.metadata.title?.value ?? document.source
    return Self.names(claimed, ComparisonText(Array(name.utf8), folding: folding))
  }

  /// Whether words are the title of a document, and not a part of it.
  package func isTitle(_ words: String, of document: DocumentRecord) -> Bool {
    let name = document.metadata.title?.value ?? document.source
    return ComparisonText(Array(words.utf8), folding: folding).units
      == ComparisonText(Array(name.utf8), folding: folding).units
  }

  private static func names(_ a: ComparisonText, _ b: ComparisonText) -> Bool {
    if a.units == b.units { return true }
    let (short, long) = a.units.count < b.units.count ? (a, b) : (b, a)
    return short.units.count >= 6 && !long.occurrences(of: short).isEmpty
  }

  private static func rank(_ finding: QuotationFinding) -> Int {
    switch (finding.status, finding.displacement) {
    case (.verbatim, _): 0
    case (.converted, _): 1
    case (.moved, _), (.elsewhere, .line): 2
    case (.elsewhere, .page): 3
    default: 4
    }
  }

  // MARK: The same words

  /// Returns for each place where the parts stand in order the units of every part.
  private func matches(
    of parts: [ComparisonText], in candidate: Candidate
  ) -> [[Range<Int>]] {
    candidate.key.occurrences(of: parts[0]).compactMap { first in
      var match = [first]
      for part in parts.dropFirst() {
        let end = match.last?.upperBound ?? 0
        guard let next = candidate.key.occurrences(of: part, from: end).first else { return nil }
        match.append(next)
      }
      return match
    }
  }

  private func finding(
    _ match: [Range<Int>], _ parts: [String], _ claim: ClaimedSource, in candidate: Candidate,
    titles: [ComparisonText]
  ) -> QuotationFinding {
    var conversions: Set<TextConversion> = []
    var pieces: [QuotableText.Piece] = []
    for (part, units) in zip(parts, match) {
      let bytes = candidate.key.bytes(units)
      let source = Array(candidate.text.utf8[bytes])
      conversions.formUnion(
        TextConversion.between(Array(part.utf8), source, folding: folding))
      pieces += candidate.text.passages(in: bytes)
    }
    let place = QuotationFinding.Place(document: candidate.text.document, passages: pieces)
    var finding = QuotationFinding(conversions.isEmpty ? .verbatim : .converted, place: place)
    finding.conversions = conversions
    finding.displacement = displacement(of: place, candidate, claim, titles)
    if let displacement = finding.displacement {
      // An export that gives the passage's id had its place right when it was made.
      let isExported = claim.passages.contains {
        $0.hasPrefix(candidate.text.document.id.rawValue + ".")
      }
      finding.status = isExported && displacement != .document ? .moved : .elsewhere
    }
    return finding
  }

  /// Returns how a place differs from the one claimed, or nil where nothing contradicts the claim.
  private func displacement(
    of place: QuotationFinding.Place, _ candidate: Candidate, _ claim: ClaimedSource,
    _ titles: [ComparisonText]
  ) -> QuotationFinding.Displacement? {
    let isLaw = claim.laws.contains { $0.lawID?.rawValue == candidate.text.document.id.rawValue }
    let isNamed = isLaw || titles.contains { Self.names($0, candidate.title) }
    if !isNamed, !claim.isEmpty, !(titles.isEmpty && !claim.laws.isEmpty) { return .document }
    if let claimed = claim.pages, let pages = place.pages, !claimed.overlaps(pages) {
      return .page
    }
    if let claimed = claim.lines, let lines = place.lines, !claimed.overlaps(lines) {
      return .line
    }
    return nil
  }

  // MARK: Similar words

  /// The text without line ends, which a quotation may set otherwise.
  private static func inOneLine(_ text: String) -> String {
    String(text.filter { !$0.isNewline })
  }

  /// The stretches of units around the given passages.
  private func windows(
    _ candidate: Candidate, around passages: Set<PassageID>, length: Int
  ) -> [Range<Int>] {
    let units = candidate.key.units.count
    return candidate.text.passages.filter { passages.contains($0.id) }.compactMap { piece in
      let bytes = piece.span.utf8Range()
      let low = candidate.key.unit(at: bytes.lowerBound) - length
      let high = candidate.key.unit(at: bytes.upperBound) + length
      let window = max(0, low)..<max(0, min(units, high))
      return window.isEmpty ? nil : window
    }
  }
}
