/// How much a diagnostic matters to the reader of the result.
package enum Severity: String, Sendable, Codable, CaseIterable {
  case note, warning, error
}

/// Something a stage noticed in the content, named by a stable identifier.
///
/// The words that a person reads, Japanese and English, are made from the identifier and its
/// arguments by the message catalogue.
package struct Diagnostic: Sendable, Equatable {
  /// A stable name such as `law.ambiguous-name`.
  package var identifier: String
  package var severity: Severity
  /// The particulars that the message names, such as file, line, name or candidates.
  package var arguments: [String: String]
  /// Where in the source, if at one place.
  package var location: Location?

  package init(
    _ identifier: String, _ severity: Severity, arguments: [String: String] = [:],
    location: Location? = nil
  ) {
    self.identifier = identifier
    self.severity = severity
    self.arguments = arguments
    self.location = location
  }
}
