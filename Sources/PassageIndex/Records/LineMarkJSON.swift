import DocumentModel

/// Writes and reads a reader's marks on lines as JSON: `[{"l":3,"r":"heading","n":2}]`.
enum LineMarkJSON {
  private struct Mark: Codable {
    /// The line.
    var l: Int
    /// The role.
    var r: String
    /// A heading's level, an item's indent or a row's table.
    var n: Int?
    /// Whether a row is a header.
    var h: Bool?
    /// A row's cells, start and end of each.
    var c: [Int]?
  }

  /// Returns nil where there are no marks.
  static func encode(_ marks: [LineMark]) throws -> String? {
    marks.isEmpty ? nil : try MetadataJSON.encode(marks.map(mark))
  }

  static func decode(_ text: String?) throws -> [LineMark] {
    guard let text else { return [] }
    return try MetadataJSON.decode([Mark].self, from: text).compactMap { mark in
      role(mark).map { LineMark(line: mark.l, role: $0) }
    }
  }

  private static func mark(_ mark: LineMark) -> Mark {
    let line = mark.line
    switch mark.role {
    case .title: return Mark(l: line, r: "title")
    case .slideTitle: return Mark(l: line, r: "slideTitle")
    case .heading(let level): return Mark(l: line, r: "heading", n: level)
    case .item(let indent): return Mark(l: line, r: "item", n: indent)
    case .row(let table, let isHeader, let cells):
      return Mark(
        l: line, r: "row", n: table, h: isHeader,
        c: cells.flatMap { [$0.lowerBound.utf8, $0.upperBound.utf8] })
    case .caption: return Mark(l: line, r: "caption")
    case .note: return Mark(l: line, r: "note")
    case .furniture: return Mark(l: line, r: "furniture")
    case .paragraph: return Mark(l: line, r: "paragraph")
    case .quotation: return Mark(l: line, r: "quotation")
    case .continuation: return Mark(l: line, r: "continuation")
    case .line: return Mark(l: line, r: "line")
    }
  }

  private static func role(_ mark: Mark) -> LineMark.Role? {
    switch mark.r {
    case "title": return .title
    case "slideTitle": return .slideTitle
    case "heading": return .heading(level: mark.n)
    case "item": return .item(indent: mark.n ?? 0)
    case "row":
      let ends = mark.c ?? []
      let cells = stride(from: 0, to: ends.count - 1, by: 2).map {
        TextSpan<Source>(ends[$0], ends[$0 + 1])
      }
      return .row(table: mark.n ?? 0, isHeader: mark.h ?? false, cells: cells)
    case "caption": return .caption
    case "note": return .note
    case "furniture": return .furniture
    case "paragraph": return .paragraph
    case "quotation": return .quotation
    case "continuation": return .continuation
    case "line": return .line
    default: return nil
    }
  }
}
