/// A language in which the tool speaks to a person.
package enum Language: String, Sendable, CaseIterable {
  case ja, en

  /// Returns the language asked for, else that of the locale variables, else Japanese.
  ///
  /// `LC_ALL`, `LC_MESSAGES` and `LANG` count in that order, as POSIX has it; the locales `C` and
  /// `POSIX` name no language.
  package static func choose(asked: String?, environment: [String: String]) -> Self {
    if let asked, let language = Self(rawValue: asked) { return language }
    for name in ["LC_ALL", "LC_MESSAGES", "LANG"] {
      guard let locale = environment[name], !locale.isEmpty else { continue }
      if locale.hasPrefix("ja") { return .ja }
      if locale == "C" || locale == "POSIX" || locale.hasPrefix("C.") { return .ja }
      return .en
    }
    return .ja
  }
}
