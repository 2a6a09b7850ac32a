import DocumentModel
import FoundationEssentials

/// Reads one table: each line a JSON object, its fields known and its key in order.
struct RowDecoder {
  let file: String
  private let decoder = JSONDecoder()

  init(_ table: RegistryTable) { file = table.fileName }

  /// Returns the rows with their 1-based lines; blank lines are passed over.
  func rows<Row: Decodable, Keys: CodingKey & CaseIterable>(
    _ bytes: [UInt8], as row: Row.Type, fields: Keys.Type, key: (Row) -> String,
    keyField: String
  ) throws(RegistryError) -> [Numbered<Row>] {
    var lines: [(number: Int, bytes: ArraySlice<UInt8>)] = []
    for (index, line) in bytes.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated()
    where line.contains(where: { $0 != 0x20 && $0 != 0x0D && $0 != 0x09 }) {
      lines.append((index + 1, line))
    }
    var values = whole(lines.map(\.bytes), as: Row.self)
    if values.isEmpty {
      for line in lines {
        values.append(try decode(Data(line.bytes), as: Row.self, line: line.number))
      }
    }
    let known = Keys.allCases.map { Array($0.stringValue.utf8) }
    var last: String?
    for (line, value) in zip(lines, values) {
      if let stray = FieldNames(line.bytes).first(where: { !known.contains(Array($0)) }) {
        throw RegistryError(
          .unknownField, file: file, line: line.number,
          field: String(decoding: stray, as: UTF8.self))
      }
      let name = key(value)
      if let last, !(last.unicodeScalars.lexicographicallyPrecedes(name.unicodeScalars)) {
        throw RegistryError(
          last == name ? .duplicateKey : .unsorted, file: file, line: line.number, field: keyField,
          value: name)
      }
      last = name
    }
    return zip(lines, values).map { Numbered(line: $0.number, row: $1) }
  }

  /// Decodes all lines as one array, several times faster than line by line; empty where a line is
  /// broken, which is then looked for by itself.
  private func whole<Row: Decodable>(_ lines: [ArraySlice<UInt8>], as row: Row.Type) -> [Row] {
    var array = Data("[".utf8)
    for (index, line) in lines.enumerated() {
      if index > 0 { array.append(0x2C) }
      array.append(contentsOf: line)
    }
    array.append(0x5D)
    let values = (try? decoder.decode([Row].self, from: array)) ?? []
    return values.count == lines.count ? values : []
  }

  private func decode<Value: Decodable>(
    _ data: Data, as type: Value.Type, line: Int
  ) throws(RegistryError) -> Value {
    do {
      return try decoder.decode(type, from: data)
    } catch let error as DecodingError {
      throw registryError(error, line: line)
    } catch {
      throw RegistryError(.notJSON, file: file, line: line)
    }
  }

  private func registryError(_ error: DecodingError, line: Int) -> RegistryError {
    switch error {
    case .keyNotFound(let key, let context):
      RegistryError(
        .missingField, file: file, line: line, field: Self.path(context.codingPath + [key]))
    case .valueNotFound(_, let context) where !context.codingPath.isEmpty,
      .typeMismatch(_, let context) where !context.codingPath.isEmpty:
      RegistryError(.wrongValue, file: file, line: line, field: Self.path(context.codingPath))
    case .dataCorrupted(let context) where !context.codingPath.isEmpty:
      RegistryError(.wrongValue, file: file, line: line, field: Self.path(context.codingPath))
    default:
      RegistryError(.notJSON, file: file, line: line)
    }
  }

  /// Writes a path into the row as `aliases[0].evidence`.
  private static func path(_ keys: [any CodingKey]) -> String? {
    var path = ""
    for key in keys {
      if let index = key.intValue {
        path += "[\(index)]"
      } else {
        path += (path.isEmpty ? "" : ".") + key.stringValue
      }
    }
    return path.isEmpty ? nil : path
  }
}

/// A row with its 1-based line.
struct Numbered<Row> {
  var line: Int
  var row: Row
}

/// The keys of a JSON object in their order, as they stand in its bytes.
private struct FieldNames: Sequence, IteratorProtocol {
  private let bytes: ArraySlice<UInt8>
  private var position: Int
  private var depth = 0

  init(_ object: ArraySlice<UInt8>) {
    bytes = object
    position = object.startIndex
  }

  mutating func next() -> ArraySlice<UInt8>? {
    while position < bytes.endIndex {
      switch bytes[position] {
      case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
      case UInt8(ascii: "}"), UInt8(ascii: "]"): depth -= 1
      case UInt8(ascii: "\""):
        let string = readString()
        if depth == 1, nextMark() == UInt8(ascii: ":") { return string }
        continue
      default: break
      }
      position += 1
    }
    return nil
  }

  /// Reads the string that opens at the position and steps behind it.
  private mutating func readString() -> ArraySlice<UInt8> {
    let start = position + 1
    position = start
    while position < bytes.endIndex, bytes[position] != UInt8(ascii: "\"") {
      position += bytes[position] == UInt8(ascii: "\\") ? 2 : 1
    }
    let end = Swift.min(position, bytes.endIndex)
    position = end + 1
    return bytes[start..<end]
  }

  /// The next byte that isn't white space.
  private func nextMark() -> UInt8? {
    bytes[Swift.min(position, bytes.endIndex)...].first { $0 > 0x20 }
  }
}
