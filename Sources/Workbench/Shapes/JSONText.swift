import DocumentModel
import FoundationEssentials

/// Prints the machine interface's shapes: keys sorted, so that equal content prints equal bytes.
package enum JSONText {
  /// Returns one line of JSON without a line end.
  package static func line(_ value: some Encodable) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return Self.safe(try encoder.encode(value))
  }

  /// Returns JSON indented for a reader's eye, without a final line end.
  package static func pretty(_ value: some Encodable) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes, .prettyPrinted]
    return Self.safe(try encoder.encode(value))
  }

  /// Returns the text with the control characters escaped that JSON lets stand and text must not send.
  private static func safe(_ data: Data) -> String {
    let text = String(decoding: data, as: UTF8.self)
    guard text.unicodeScalars.contains(where: Printable.isUnsafe) else { return text }
    var safe = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if Printable.isUnsafe(scalar) {
        let digits = String(scalar.value, radix: 16)
        let escape = "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
        safe.append(contentsOf: escape.unicodeScalars)
      } else {
        safe.append(scalar)
      }
    }
    return String(safe)
  }
}
