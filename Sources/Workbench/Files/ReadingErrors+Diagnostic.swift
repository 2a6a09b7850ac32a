import DocumentModel
import Readers

extension OfficeReadingError {
  /// The error as a diagnostic of the file at a path; `format` is the program's name.
  func diagnostic(of format: String, in path: String) -> Diagnostic {
    var arguments = ["source": path, "format": format]
    let identifier: String
    switch self {
    case .archive(let error): return error.diagnostic(in: path)
    case .noDocument: identifier = "input.office-no-document"
    case .malformed(let part, let line):
      identifier = "input.office-malformed"
      arguments["part"] = part
      arguments["at"] = String(line)
    case .documentType(let part, let line):
      identifier = "input.office-document-type"
      arguments["part"] = part
      arguments["at"] = String(line)
    case .tooManyCells(let limit):
      identifier = "input.office-too-many-cells"
      arguments["limit"] = String(limit)
    case .tooMuchText(let bytes):
      identifier = "input.office-too-much-text"
      arguments["limit"] = String(bytes >> 20)
    }
    return Diagnostic(identifier, .error, arguments: arguments)
  }
}

extension HTMLReadingError {
  /// The error as a diagnostic of the file at a path.
  func diagnostic(in path: String) -> Diagnostic {
    switch self {
    case .tooDeep: Diagnostic("input.html-too-deep", .error, arguments: ["source": path])
    case .noText(let title):
      Diagnostic("input.html-no-text", .error, arguments: ["source": path, "title": title])
    }
  }
}
