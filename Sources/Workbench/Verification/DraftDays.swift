import DocumentModel

/// The day that counts for what a draft says of a law.
///
/// It is the as-of date of the sentence (令和5年12月時点, 2024年4月1日現在), else one day for the whole
/// draft.
struct DraftDays {
  /// The day where a sentence names none.
  let standard: CalendarDay
  private let utf8: [UInt8]
  /// The as-of dates, ascending: first byte and last day.
  private let dates: [(start: Int, day: CalendarDay)]

  private static let marks = ["時点", "現在", "当時", "の時点", "末時点", "末現在"].map { Array($0.utf8) }

  init(_ draft: AnalyzedDocument, standard: CalendarDay) {
    self.standard = standard
    let utf8 = draft.structure.citable.utf8
    self.utf8 = utf8
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
    return dates.last { sentence.contains($0.start) }?.day ?? standard
  }

  /// The bytes from the end of the sentence before to the end of this one.
  private func sentence(around byte: Int) -> Range<Int> {
    let stop = Array("。".utf8)
    var low = min(byte, utf8.count)
    while low > 0, utf8[low - 1] != 0x0A,
      low < 3 || !utf8[(low - 3)..<low].elementsEqual(stop)
    {
      low -= 1
    }
    var high = min(byte, utf8.count)
    while high < utf8.count, utf8[high] != 0x0A, !utf8[high...].starts(with: stop) { high += 1 }
    return low..<max(low, high)
  }
}
