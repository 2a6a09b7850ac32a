import DocumentModel
import GRDB

/// Writes and reads places in the source: hull, pieces, lines and page.
enum LocationColumns {
  /// The values of `byteStart, byteEnd, spans, line, lineEnd, page`.
  static func values(_ location: Location) -> [(any DatabaseValueConvertible)?] {
    let hull = location.hull
    return [
      hull.lowerBound.utf8, hull.upperBound.utf8,
      // A single piece is its own hull, so only broken places are written out.
      location.spans.count == 1 ? nil : encode(location.spans), location.line, location.lineEnd,
      location.page,
    ]
  }

  /// Reads a place from a row that has the six columns.
  static func location(_ row: Row) -> Location {
    let hull: TextSpan<Source> = TextSpan(row["byteStart"] as Int, row["byteEnd"] as Int)
    let spans = (row["spans"] as String?).map { decode($0) as [TextSpan<Source>] } ?? [hull]
    return Location(spans: spans, line: row["line"], lineEnd: row["lineEnd"], page: row["page"])
  }

  /// Writes spans as `[[0,3],[5,9]]`.
  static func encode<Layer>(_ spans: [TextSpan<Layer>]) -> String {
    "[" + spans.map { "[\($0.lowerBound.utf8),\($0.upperBound.utf8)]" }.joined(separator: ",")
      + "]"
  }

  /// Reads what `encode` wrote.
  static func decode<Layer>(_ text: String) -> [TextSpan<Layer>] {
    var numbers: [Int] = []
    var current: Int?
    for byte in text.utf8 {
      if (0x30...0x39).contains(byte) {
        current = (current ?? 0) * 10 + Int(byte - 0x30)
      } else if let number = current {
        numbers.append(number)
        current = nil
      }
    }
    return stride(from: 0, to: numbers.count - 1, by: 2).map {
      TextSpan(numbers[$0], numbers[$0 + 1])
    }
  }
}
