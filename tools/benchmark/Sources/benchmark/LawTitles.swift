import DocumentModel
import FoundationEssentials
import Registry

/// Reads laws from a CSV table with the columns `law_id`, `law_num` and `title`.
enum LawTitles {
  /// Returns an entry for each law; `model` is any entry, whose other fields are emptied.
  static func read(_ path: String, like model: LawEntry) throws -> [LawEntry] {
    let text = String(decoding: try Data(contentsOf: URL(filePath: path)), as: UTF8.self)
    let rows = records(text)
    guard let header = rows.first, let id = header.firstIndex(of: "law_id"),
      let number = header.firstIndex(of: "law_num"), let title = header.firstIndex(of: "title")
    else { throw Failure("\(path): law_id, law_num or title is missing") }
    var entry = model
    (entry.aliases, entry.parent, entry.ministries, entry.source) = ([], nil, [], "")
    return rows.dropFirst().filter { $0.count == header.count && !$0[title].isEmpty }.map { row in
      (entry.lawID, entry.lawNumber, entry.title) = (LawID(row[id]), row[number], row[title])
      return entry
    }
  }

  /// Divides CSV text into records; quoted fields may hold commas, line ends and doubled quotes.
  private static func records(_ text: String) -> [[String]] {
    var rows: [[String]] = []
    var row: [String] = []
    var field: [UInt8] = []
    var isQuoted = false
    var wasQuote = false
    func take() {
      row.append(String(decoding: field, as: UTF8.self))
      field = []
    }
    for byte in text.utf8 {
      if byte == 0x22 {
        if isQuoted { wasQuote.toggle() } else { isQuoted = true }
        if isQuoted, !wasQuote, !field.isEmpty { field.append(byte) }
        continue
      }
      if wasQuote { (isQuoted, wasQuote) = (false, false) }
      switch byte {
      case 0x2C where !isQuoted: take()
      case 0x0A where !isQuoted:
        take()
        rows.append(row)
        row = []
      case 0x0D where !isQuoted: break
      default: field.append(byte)
      }
    }
    return rows
  }
}
