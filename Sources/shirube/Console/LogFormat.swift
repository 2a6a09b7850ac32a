import DocumentModel
import FoundationEssentials
import Logging
import Workbench

/// How notes and the log are written to standard error.
enum LogFormat: String, CaseIterable {
  case text, json
}

/// One line of standard error as JSON.
struct LogLine: Encodable {
  var time: String
  var level: String
  var label: String
  var message: String
  /// The identifier of a diagnostic, and its particulars; those of a log line without one.
  var id: String?
  var details: [String: String]?

  enum CodingKeys: String, CodingKey { case time, level, label, message, id, details }

  init(
    level: String, label: String, message: String, id: String? = nil,
    details: [String: String] = [:]
  ) {
    time = Date().ISO8601Format()
    self.level = level
    self.label = label
    self.message = message
    self.id = id
    self.details = details.isEmpty ? nil : details
  }

  /// The line for people: time, level and label before the message, particulars behind it.
  var text: String {
    let details = (details ?? [:]).sorted { $0.key < $1.key }.map { " \($0.key)=\($0.value)" }
    return Printable.line("\(time) \(level) \(label): \(message)\(details.joined())")
  }
}

/// Writes the log to standard error, a line of text or of JSON for each event.
struct ConsoleLogHandler: LogHandler {
  let label: String
  var logLevel: Logger.Level
  var metadata: Logger.Metadata = [:]

  subscript(metadataKey key: String) -> Logger.Metadata.Value? {
    get { metadata[key] }
    set { metadata[key] = newValue }
  }

  func log(event: LogEvent) {
    let all = metadata.merging(event.metadata ?? [:]) { $1 }
    let line = LogLine(
      level: event.level.rawValue, label: label, message: event.message.description,
      details: all.mapValues(\.description))
    if Console.logFormat == .json { Console.write(line) } else { Console.note(line.text) }
  }
}
