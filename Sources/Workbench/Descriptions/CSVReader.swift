/// Reads comma-separated values with a header row.
///
/// As RFC 4180 has it: fields in quotation marks may hold commas, line ends and doubled quotation
/// marks. Line ends are `\r\n`, `\n` or `\r`.
struct CSVReader: Sendable {
  /// One record with the 1-based line on which it begins.
  struct Record: Sendable, Equatable {
    var line: Int
    var fields: [String]
  }

  /// Returns the records, blank lines left out, and the line of a quotation mark that never closes.
  func read(_ text: String) -> (records: [Record], unclosed: Int?) {
    let scalars = Array(text.unicodeScalars)
    var records: [Record] = []
    var record = Record(line: 1, fields: [])
    var field = String.UnicodeScalarView()
    var line = 1
    var i = 0
    func endField() {
      record.fields.append(String(field))
      field = .init()
    }
    func endRecord() {
      endField()
      if record.fields != [""] { records.append(record) }
      record = Record(line: line, fields: [])
    }
    while i < scalars.count {
      let scalar = scalars[i]
      i += 1
      switch scalar {
      case "\"" where field.isEmpty:
        let opened = line
        while true {
          guard i < scalars.count else { return (records, opened) }
          if scalars[i] == "\"" {
            i += 1
            guard i < scalars.count, scalars[i] == "\"" else { break }
          } else if scalars[i] == "\n" {
            line += 1
          }
          field.append(scalars[i])
          i += 1
        }
      case ",": endField()
      case "\r" where i < scalars.count && scalars[i] == "\n": continue
      case "\n", "\r":
        line += 1
        endRecord()
      default: field.append(scalar)
      }
    }
    if !field.isEmpty || !record.fields.isEmpty { endRecord() }
    return (records, nil)
  }
}
