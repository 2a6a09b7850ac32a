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
    let known = Set(Keys.allCases.map(\.stringValue))
    var rows: [Numbered<Row>] = []
    var last: String?
    var number = 0
    for line in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
      number += 1
      guard line.contains(where: { $0 != 0x20 && $0 != 0x0D && $0 != 0x09 }) else { continue }
      let data = Data(line)
      let names = try decode(data, as: FieldNames.self, line: number).names
      if let stray = names.filter({ !known.contains($0) }).min() {
        throw RegistryError(.unknownField, file: file, line: number, field: stray)
      }
      let value = try decode(data, as: Row.self, line: number)
      let name = key(value)
      if let last, !(last.unicodeScalars.lexicographicallyPrecedes(name.unicodeScalars)) {
        throw RegistryError(
          last == name ? .duplicateKey : .unsorted, file: file, line: number, field: keyField,
          value: name)
      }
      last = name
      rows.append(Numbered(line: number, row: value))
    }
    return rows
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

/// The keys of a JSON object, whatever they are.
private struct FieldNames: Decodable {
  struct Key: CodingKey {
    var stringValue: String
    var intValue: Int? { nil }
    init(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
  }
  var names: [String]

  init(from decoder: any Decoder) throws {
    names = try decoder.container(keyedBy: Key.self).allKeys.map(\.stringValue)
  }
}
