import DocumentModel

/// One end of a date with its numbers known.
struct ResolvedDate: Sendable, Hashable {
  var year: Int
  var isFiscal = false
  var month: Int?
  var day: Int?
  var part: DatePoint.Part?
  /// The fiscal year that a month alone was read in (令和5年度 … 3月).
  var withinFiscalYear: Int?

  /// The EDTF value of the first and of the last part of what the words cover.
  ///
  /// Both are equal but for parts of a year that EDTF can't name in one value (上半期, 年代).
  var ends: (first: String, last: String) {
    let pad = { (number: Int) in number < 10 ? "0\(number)" : "\(number)" }
    if let month {
      let text = "\(year)-\(pad(month))" + (day.map { "-\(pad($0))" } ?? "")
      return (text, text)
    }
    switch part {
    case .decade:
      return ("\(year)", "\(year + 9)")
    case .decadeHalf(let half):
      return half == 1 ? ("\(year)", "\(year + 4)") : ("\(year + 5)", "\(year + 9)")
    case .season(let number):
      return ("\(year)-\(number)", "\(year)-\(number)")
    case .half(let half):
      return months(from: half == 1 ? 1 : 7, count: 6)
    case .quarter(let quarter):
      return months(from: quarter * 3 - 2, count: 3)
    case .blurred, nil:
      let text = isFiscal ? "FY\(year)" : "\(year)"
      return (text, text)
    }
  }

  /// Returns months counted from the first of the year, a fiscal one beginning in April.
  private func months(from first: Int, count: Int) -> (first: String, last: String) {
    let name = { (place: Int) in
      let month = place + (isFiscal ? 3 : 0)
      let number = (month - 1) % 12 + 1
      return "\(year + (month - 1) / 12)-\(number < 10 ? "0" : "")\(number)"
    }
    return (name(first), name(first + count - 1))
  }

  /// The EDTF value by itself.
  var value: EDTF {
    let ends = ends
    return EDTF(ends.first == ends.last ? ends.first : "\(ends.first)/\(ends.last)")
  }
}
