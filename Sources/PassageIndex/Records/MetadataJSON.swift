import DocumentModel
import Foundation

/// Writes and reads document metadata as JSON with sorted keys: `{"title":["…","given"]}`.
enum MetadataJSON {
  private static var fields: [(String, WritableKeyPath<DocumentMetadata, DocumentMetadata.Field?>)]
  {
    [
      ("title", \.title), ("issuer", \.issuer), ("date", \.date), ("kind", \.kind),
      ("licence", \.licence), ("url", \.url), ("retrievedAt", \.retrievedAt),
    ]
  }

  static func encode(_ metadata: DocumentMetadata) throws -> String {
    var object: [String: [String]] = [:]
    for (name, path) in fields {
      if let field = metadata[keyPath: path] {
        object[name] = [field.value, field.origin.rawValue]
      }
    }
    return try encode(object)
  }

  static func decode(_ text: String) throws -> DocumentMetadata {
    let object = try JSONDecoder().decode([String: [String]].self, from: Data(text.utf8))
    var metadata = DocumentMetadata()
    for (name, path) in fields {
      guard let pair = object[name], pair.count == 2,
        let origin = DocumentMetadata.Origin(rawValue: pair[1])
      else { continue }
      metadata[keyPath: path] = .init(pair[0], origin)
    }
    return metadata
  }

  /// Writes any value as JSON with sorted keys.
  static func encode(_ value: some Encodable) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(value), as: UTF8.self)
  }

  /// Reads a list of strings or a dictionary of them.
  static func decode<Value: Decodable>(_ type: Value.Type, from text: String) throws -> Value {
    try JSONDecoder().decode(type, from: Data(text.utf8))
  }
}
