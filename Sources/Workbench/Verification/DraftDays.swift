import DocumentModel

/// The day that counts for what a draft says of a law.
///
/// It is the as-of date of the sentence (令和5年12月時点, 2024年4月1日現在), else one day for the whole
/// draft.
struct DraftDays {
  /// The day where a sentence names none.
  let standard: CalendarDay
  /// The bytes of the marks that end a sentence, and of line ends, ascending.
  private let stops: [Range<Int>]
  /// The as-of dates, ascending: first byte and last day.
  private let dates: [(start: Int, day: CalendarDay)]

  private static let stop = Array("。".utf8)
  private static let marks = ["時点", "現在", "当時", "の時点", "末時点", "末現在"].map { Array($0.utf8) }

  init(_ draft: AnalyzedDocument, standard: CalendarDay) {
    self.standard = standard
    let utf8 = draft.structure.citable.utf8
    stops = utf8.indices.compactMap { i in
      if utf8[i] == 0x0A { return i..<(i + 1) }
      return utf8[i...].starts(with: Self.stop) ? i..<(i + Self.stop.count) : nil
    }
    dates = draft.links.compactMap { link in
      guard case .date(let date) = link.target, let day = date.value.interval?.last else {
        return nil
      }
      let rest = utf8[min(link.span.upperBound.utf8, utf8.count)...]
      let isMarked = Self.marks.contains { rest.starts(with: $0) }
      guard date.role == .asOf || isMarked else { return nil }
      return (link.span.lowerBound.utf8, day)
    }
  }

  /// Returns the day that counts at a byte of the draft's citable text.
  func day(at byte: Int) -> CalendarDay {
    let sentence = self.sentence(around: byte)
    let end = dates.partitioningIndex { $0.start >= sentence.upperBound }
    guard end > 0, dates[end - 1].start >= sentence.lowerBound else { return standard }
    return dates[end - 1].day
  }

  /// The bytes from the end of the sentence before to the end of this one.
  private func sentence(around byte: Int) -> Range<Int> {
    let next = stops.partitioningIndex { $0.lowerBound >= byte }
    let start = next > 0 ? stops[next - 1].upperBound : 0
    return start..<(next < stops.count ? stops[next].lowerBound : .max)
  }
}
