package import DocumentModel

/// Why a file's bytes can't be read as text.
package enum DecodingError: Error, Equatable, CustomStringConvertible {
  /// There is nothing in it, or only white space.
  case empty
  /// It is no text; `format` names what it looks like, `byteOffset` is the byte that shows it.
  case notText(format: String?, byteOffset: Int)
  /// It is text in this encoding but for some places, the first of which is given.
  case undecodable(TextEncoding, first: DecodedText.Fault, count: Int)
  /// It is in none of the encodings; the first place that isn't UTF-8 is given.
  case unknownEncoding(DecodedText.Fault)
  /// It may be in either of these.
  case ambiguous([TextEncoding])
  /// ICU lacks what every installation of it has.
  case noConverter(name: String)

  /// The stable identifier under which the message catalogue has its words.
  package var identifier: String {
    switch self {
    case .empty: "input.empty"
    case .notText: "input.not-text"
    case .undecodable: "input.undecodable"
    case .unknownEncoding: "input.unknown-encoding"
    case .ambiguous: "input.ambiguous-encoding"
    case .noConverter: "input.no-converter"
    }
  }

  /// The particulars for the message: `format`, `offset`, `line`, `byte`, `encoding`, `count`.
  package var arguments: [String: String] {
    switch self {
    case .empty: [:]
    case .notText(let format, let offset):
      ["offset": String(offset), "format": format ?? "binary"]
    case .undecodable(let encoding, let fault, let count):
      fault.arguments.merging(["encoding": encoding.rawValue, "count": String(count)]) { $1 }
    case .unknownEncoding(let fault): fault.arguments
    case .ambiguous(let encodings):
      ["encoding": encodings.map(\.rawValue).joined(separator: ", ")]
    case .noConverter(let name): ["encoding": name]
    }
  }

  /// The error as a diagnostic of the file named `file`.
  package func diagnostic(file: String) -> Diagnostic {
    Diagnostic(identifier, .error, arguments: arguments.merging(["file": file]) { $1 })
  }

  package var description: String {
    ([identifier] + arguments.sorted { $0.key < $1.key }.map { "\($0)=\($1)" })
      .joined(separator: " ")
  }
}

extension DecodedText.Fault {
  /// The particulars for a message: `offset`, `line`, `byte`.
  package var arguments: [String: String] {
    ["offset": String(byteOffset), "line": String(line), "byte": written]
  }
}
