import DocumentModel
import FoundationEssentials
import QueryGrammar

/// Turns keys and values of a manifest or side-car into what is known of a document.
struct DescriptionReader: Sendable {
  /// A value of JSON as far as descriptions have them.
  enum Value: Decodable, Equatable {
    case text(String)
    case absent
    /// A list, an object, a number or a truth value.
    case other

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      if container.decodeNil() {
        self = .absent
      } else if let text = try? container.decode(String.self) {
        self = .text(text)
      } else {
        self = .other
      }
    }
  }

  /// The keys that name the file itself, as `dump` has them too; they describe nothing.
  static let fileKeys: Set<String> = ["file", "path", "source", "id", "sha256", "media_type"]

  /// The file that is read, for messages.
  var file: String

  /// Returns the description, with a message for each key and value that can't be used.
  ///
  /// `line` tells the 1-based line of a key.
  func read(
    _ values: [(key: String, value: Value)], line: (String) -> Int
  ) -> Staged<DocumentMetadata> {
    var result = Staged(DocumentMetadata())
    for (key, value) in values where !Self.fileKeys.contains(key.lowercased()) {
      guard let name = DocumentMetadata.Name(key: key) else {
        result.diagnostics.append(tell("manifest.unknown-key", line(key), ["key": key]))
        continue
      }
      guard case .text(let text) = value else {
        if value == .other {
          result.diagnostics.append(tell("manifest.bad-value", line(key), ["key": key]))
        }
        continue
      }
      let trimmed = text.trimmed
      guard !trimmed.isEmpty else { continue }
      if let written = Self.value(trimmed, of: name) {
        result.value[name] = .init(written, .given)
      } else {
        result.diagnostics.append(
          tell("manifest.bad-date", line(key), ["key": key, "value": trimmed]))
      }
    }
    return result
  }

  /// Returns a value as it is kept: dates in EDTF, whether written `2024/6/4` or 令和6年6月4日.
  ///
  /// Nil where a date is none.
  static func value(_ text: String, of name: DocumentMetadata.Name) -> String? {
    switch name {
    case .date: return QueryDates.date(text)?.rawValue
    case .retrievedAt:
      // A time may stand behind the day: 2026-11-21T09:30:00Z.
      let day = text.split(whereSeparator: { $0 == "T" || $0 == " " }).first.map(String.init)
      return QueryDates.date(day ?? text)?.rawValue
    case .title, .issuer, .kind, .url, .licence: return text
    }
  }

  /// Reads a side-car: one JSON object.
  func read(sidecar bytes: [UInt8]) -> Staged<DocumentMetadata> {
    guard let object = try? JSONDecoder().decode([String: Value].self, from: Data(bytes)) else {
      var told = tell("manifest.no-object", 1)
      told.severity = .error
      return Staged(DocumentMetadata(), diagnostics: [told])
    }
    let lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
      .map { String(decoding: $0, as: UTF8.self) }
    return read(object.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }) { key in
      (lines.firstIndex { $0.contains("\"\(key)\"") } ?? 0) + 1
    }
  }

  func tell(_ identifier: String, _ line: Int, _ more: [String: String] = [:]) -> Diagnostic {
    Diagnostic(
      identifier, .warning,
      arguments: more.merging(["file": file, "line": "\(line)"]) { $1 })
  }
}

extension String {
  /// The text without white space at its ends.
  var trimmed: String {
    var text = Substring(self)
    while text.first?.isWhitespace == true { text.removeFirst() }
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }
}
