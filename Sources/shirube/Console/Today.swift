import DocumentModel
import Glibc
import Workbench

/// The day on which the command runs.
enum Today {
  /// Returns the local calendar day.
  ///
  /// Asked of the C library: Foundation's calendar would load its data for it.
  ///
  /// - Throws: `WorkbenchError` where the clock stands outside the years 1 to 9999.
  static func day() throws -> CalendarDay {
    var now = time(nil)
    var parts = tm()
    localtime_r(&now, &parts)
    let day = CalendarDay(
      year: Int(parts.tm_year) + 1900, month: Int(parts.tm_mon) + 1, day: Int(parts.tm_mday))
    guard let day else { throw WorkbenchError(.badUse, "clock.unusable") }
    return day
  }
}
