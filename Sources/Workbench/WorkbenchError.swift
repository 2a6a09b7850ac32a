package import DocumentModel

/// What ends a command, with the exit status the machine interface fixes for it.
package enum ExitStatus: Int32, Sendable {
  case done = 0
  /// Nothing found, nothing readable, or a check or verification failed.
  case nothing = 1
  /// Wrong option, blank query, broken registry row.
  case badUse = 2
  /// Some inputs could not be read; the rest were.
  case someUnread = 3
  /// The index is missing, busy, damaged or of another version.
  case indexUnusable = 4
}

/// A problem with the world or the request that ends a command.
///
/// The words are in the message catalogue under the diagnostic's identifier.
package struct WorkbenchError: Error, Sendable, Equatable {
  package var status: ExitStatus
  package var diagnostic: Diagnostic

  package init(
    _ status: ExitStatus, _ identifier: String, _ arguments: [String: String] = [:],
    location: Location? = nil
  ) {
    self.status = status
    self.diagnostic = Diagnostic(identifier, .error, arguments: arguments, location: location)
  }
}
