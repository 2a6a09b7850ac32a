import Archive

/// Parts of Office files that tests make.
enum OfficeParts {
  static let relationSpace =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

  /// A part whose root has the namespaces of Office's own.
  static func part(_ name: String, _ content: String, _ attributes: String = "") -> [UInt8] {
    let spaces = [
      "p": "http://schemas.openxmlformats.org/presentationml/2006/main",
      "a": "http://schemas.openxmlformats.org/drawingml/2006/main", "r": relationSpace,
      "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
      "dc": "http://purl.org/dc/elements/1.1/",
    ]
    let declared = spaces.sorted { $0.key < $1.key }.map { " xmlns:\($0)=\"\($1)\"" }.joined()
    return Array(
      "<?xml version=\"1.0\"?><\(name)\(declared) \(attributes)>\(content)</\(name)>".utf8)
  }

  /// A relationships part; a target with a colon lies outside.
  static func relations(_ targets: [(id: String, type: String, path: String)]) -> [UInt8] {
    let entries = targets.map { id, type, path in
      "<Relationship Id=\"\(id)\" Type=\"\(relationSpace)/\(type)\" Target=\"\(path)\""
        + (path.contains(":") ? " TargetMode=\"External\"" : "") + "/>"
    }
    return Array("<Relationships>\(entries.joined())</Relationships>".utf8)
  }

  static func archive(_ parts: [(path: String, content: [UInt8])]) -> [UInt8] {
    var writer = ZipWriter()
    for part in parts { writer.add(part.path, part.content) }
    return writer.finish()
  }
}
