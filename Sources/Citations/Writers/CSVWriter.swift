import DocumentModel

/// Writes tables as CSV (RFC 4180) that opens in spreadsheet programs as it is.
///
/// A byte order mark tells them that it is UTF-8. Control characters are shown, not sent. A cell that
/// would be taken for a formula gets an apostrophe in front.
package struct CSVWriter: Sendable {
  package init() {}

  /// Returns the table with `\r\n` after every row but the last.
  package func write(header: [String], rows: [[String]]) -> String {
    "\u{FEFF}"
      + ([header] + rows).map { $0.map(Self.cell).joined(separator: ",") }
      .joined(separator: "\r\n")
  }

  private static func cell(_ text: String) -> String {
    var text = Printable.safe(text)
    // See OWASP, CSV Injection: =, +, - and @ begin formulas, also behind white space, which some
    // programs leave out; so do the full-width signs where a spreadsheet folds them.
    let first = text.unicodeScalars.first { !$0.properties.isWhitespace }
    if let first, "=+-@＝＋－＠".unicodeScalars.contains(first) { text = "'" + text }
    // A semicolon parts cells where the decimal mark is a comma.
    let needsQuotes = text.unicodeScalars.contains { "\",;\r\n".unicodeScalars.contains($0) }
    return needsQuotes ? "\"" + text.replacing("\"", with: "\"\"") + "\"" : text
  }
}
