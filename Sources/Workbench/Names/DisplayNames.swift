package import Citations
package import Registry

/// What a page needs to name things to a reader: laws by their short names, dates by eras.
package struct DisplayNames: Sendable {
  package var laws: LawNames
  package var calendar: JapaneseCalendar

  package init(laws: LawNames, calendar: JapaneseCalendar) {
    self.laws = laws
    self.calendar = calendar
  }

  /// Takes the names from loaded tables.
  package init(_ registry: Registry, form: CitationStyle.Form = .official) {
    self.init(laws: LawNames(registry, form: form), calendar: registry.calendar)
  }
}
