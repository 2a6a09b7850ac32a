import DocumentModel
import Registry

/// The Japanese eras with their first and last days: turns an era year into a Gregorian one.
struct EraTable: Sendable {
  /// One era.
  struct Era: Sendable {
    var name: String
    /// The name's code points.
    var scalars: [UInt32]
    /// The Latin initial by which it is abbreviated (R).
    var initial: UInt32?
    var first: CalendarDay
    /// Nil for the present era.
    var last: CalendarDay?
  }

  let eras: [Era]
  /// The code points that names of eras start with.
  private let starts: ScalarSet

  /// Takes the registry's eras; rows whose days can't be read are left out.
  init(_ entries: [EraEntry]) {
    eras = entries.compactMap { entry in
      guard let first = EDTF(entry.firstDay).interval?.first else { return nil }
      return Era(
        name: entry.name, scalars: entry.name.unicodeScalars.map(\.value),
        initial: entry.initial.unicodeScalars.first?.value, first: first,
        last: entry.lastDay.flatMap { EDTF($0).interval?.last })
    }
    starts = ScalarSet(eras.compactMap(\.scalars.first))
  }

  /// Returns the Gregorian year of a year of an era, 1 being 元年.
  func gregorianYear(_ era: Int, _ year: Int) -> Int {
    eras[era].first.year + year - 1
  }

  /// Returns the era in force on a day.
  func era(on day: CalendarDay) -> Int? {
    eras.firstIndex { $0.first <= day && ($0.last.map { day <= $0 } ?? true) }
  }

  /// Returns whether some of the given days lie in the era.
  ///
  /// A document written in the era may name years beyond its end (平成32年度 in a plan of 2015):
  /// `written` is the document's date, and what it could not know is let pass.
  func holds(_ era: Int, _ interval: CalendarInterval, written: CalendarDay?) -> Bool {
    let era = eras[era]
    if let last = interval.last, last < era.first { return false }
    guard let end = era.last, let first = interval.first, end < first else { return true }
    return written.map { $0 <= end } ?? false
  }

  /// Returns the era whose name stands at a code point.
  func era(in text: ScalarText, at index: Int) -> Int? {
    guard starts.contains(text.scalar(index)) else { return nil }
    return eras.firstIndex { text.hasPrefix($0.scalars, at: index) }
  }

  /// Returns the era that a Latin initial stands for.
  func era(initial: UInt32) -> Int? {
    eras.firstIndex { $0.initial == initial }
  }
}
