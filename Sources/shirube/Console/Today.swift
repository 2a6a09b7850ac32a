import DocumentModel
import FoundationEssentials
import Workbench

/// The day on which the command runs.
enum Today {
  /// Returns the local calendar day.
  ///
  /// - Throws: `WorkbenchError` where the clock stands outside the years 1 to 9999.
  static func day() throws -> CalendarDay {
    let parts = Calendar(identifier: .gregorian).dateComponents(
      [.year, .month, .day], from: Date())
    let day = CalendarDay(
      year: parts.year ?? 0, month: parts.month ?? 0, day: parts.day ?? 0)
    guard let day else { throw WorkbenchError(.badUse, "clock.unusable") }
    return day
  }
}
