import DocumentModel
import Readers

extension DOCXReadingError {
  /// The error as a diagnostic of the file at a path.
  func diagnostic(in path: String) -> Diagnostic {
    var arguments = ["source": path]
    let identifier: String
    switch self {
    case .archive(let error): return error.diagnostic(in: path)
    case .noDocument: identifier = "docx.no-document"
    case .malformed(let part, let line):
      identifier = "docx.malformed"
      arguments["part"] = part
      arguments["at"] = String(line)
    case .documentType(let part, let line):
      identifier = "docx.document-type"
      arguments["part"] = part
      arguments["at"] = String(line)
    }
    return Diagnostic(identifier, .error, arguments: arguments)
  }
}

extension HTMLReadingError {
  /// The error as a diagnostic of the file at a path.
  func diagnostic(in path: String) -> Diagnostic {
    switch self {
    case .tooDeep: Diagnostic("html.too-deep", .error, arguments: ["source": path])
    case .noText(let title):
      Diagnostic("html.no-text", .error, arguments: ["source": path, "title": title])
    }
  }
}
