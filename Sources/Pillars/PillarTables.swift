import DocumentModel
import FoundationEssentials
package import Registry

/// Reads the pillar tables from bytes, given by their names below `corpus/registry`.
package enum PillarTables {
  package static let frameFile = "frameworks/know-nurture-protect.json"
  package static let termsFile = "pillars/terms.jsonl"
  package static let provisionsFile = "pillars/provisions.jsonl"
  package static let headingsFile = "pillars/headings.jsonl"

  /// The files that `load` asks for.
  package static let files = [frameFile, termsFile, provisionsFile, headingsFile]

  /// Reads and validates the frame and the model.
  ///
  /// - Throws: `RegistryError` for the first row that can't be used, with file and line.
  package static func load(
    tables: [String: [UInt8]]
  ) throws(RegistryError) -> (frame: PillarFrame, model: PillarModel) {
    func bytes(_ file: String) throws(RegistryError) -> [UInt8] {
      guard let bytes = tables[file] else { throw RegistryError(.missingTable, file: file) }
      return bytes
    }
    let frame = try frame(bytes(frameFile), file: frameFile)
    let model = PillarModel(
      terms: try terms(bytes(termsFile), file: termsFile),
      provisions: try rows(
        PillarProvision.self, bytes(provisionsFile), file: provisionsFile, key: \.key
      ).map(\.row),
      headings: try rows(
        PillarHeading.self, bytes(headingsFile), file: headingsFile, key: \.key
      ).map(\.row))
    return (frame, model)
  }

  /// Reads a frame: each pillar once, with markers.
  static func frame(_ utf8: [UInt8], file: String) throws(RegistryError) -> PillarFrame {
    let frame = try decode(PillarFrame.self, utf8[...], file: file, line: nil)
    var seen: Set<Pillar> = []
    for description in frame.pillars {
      guard seen.insert(description.pillar).inserted else {
        throw RegistryError(
          .duplicateKey, file: file, field: "pillar", value: description.pillar.rawValue)
      }
      if description.markers.contains(where: { $0.words.isEmpty || $0.places.isEmpty }) {
        throw RegistryError(.emptyValue, file: file, field: "markers")
      }
    }
    guard !frame.pillars.isEmpty else {
      throw RegistryError(.emptyValue, file: file, field: "pillars")
    }
    return frame
  }

  /// Reads the table of terms: a word of one character says too little, and one word has one row.
  static func terms(_ utf8: [UInt8], file: String) throws(RegistryError) -> [PillarTerm] {
    let numbered = try rows(PillarTerm.self, utf8, file: file, key: \.key)
    var seen: Set<String> = []
    for (line, term) in numbered {
      if term.words.isEmpty {
        throw RegistryError(.emptyValue, file: file, line: line, field: "words")
      }
      for word in term.words {
        if word.unicodeScalars.count < 2 {
          throw RegistryError(.wrongValue, file: file, line: line, field: "words", value: word)
        }
        if !seen.insert(word).inserted {
          throw RegistryError(.duplicateName, file: file, line: line, field: "words", value: word)
        }
      }
    }
    return numbered.map(\.row)
  }

  /// Reads JSON Lines, sorted by key, with the 1-based line of each row.
  private static func rows<Row: Decodable>(
    _ type: Row.Type, _ utf8: [UInt8], file: String, key: KeyPath<Row, String>
  ) throws(RegistryError) -> [(line: Int, row: Row)] {
    var rows: [(line: Int, row: Row)] = []
    var last = ""
    var line = 0
    for bytes in utf8.split(separator: 0x0A, omittingEmptySubsequences: false) {
      line += 1
      if bytes.allSatisfy({ $0 == 0x20 || $0 == 0x0D }) { continue }
      let row = try decode(type, bytes, file: file, line: line)
      let name = row[keyPath: key]
      guard last.unicodeScalars.lexicographicallyPrecedes(name.unicodeScalars) else {
        throw RegistryError(
          last == name ? .duplicateKey : .unsorted, file: file, line: line, field: "key",
          value: name)
      }
      last = name
      rows.append((line, row))
    }
    return rows
  }

  private static func decode<Value: Decodable>(
    _ type: Value.Type, _ utf8: ArraySlice<UInt8>, file: String, line: Int?
  ) throws(RegistryError) -> Value {
    do {
      return try JSONDecoder().decode(type, from: Data(utf8))
    } catch let error as DecodingError {
      throw failure(error, file: file, line: line)
    } catch {
      throw RegistryError(.notJSON, file: file, line: line)
    }
  }

  private static func failure(
    _ error: DecodingError, file: String, line: Int?
  ) -> RegistryError {
    func path(_ keys: [any CodingKey]) -> String? {
      keys.isEmpty ? nil : keys.map(\.stringValue).joined(separator: ".")
    }
    return switch error {
    case .keyNotFound(let key, let context):
      RegistryError(.missingField, file: file, line: line, field: path(context.codingPath + [key]))
    case .typeMismatch(_, let context), .valueNotFound(_, let context):
      RegistryError(.wrongValue, file: file, line: line, field: path(context.codingPath))
    case .dataCorrupted(let context) where !context.codingPath.isEmpty:
      RegistryError(.wrongValue, file: file, line: line, field: path(context.codingPath))
    default: RegistryError(.notJSON, file: file, line: line)
    }
  }
}
