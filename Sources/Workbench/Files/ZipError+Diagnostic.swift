import Archive
import DocumentModel

extension ZipError {
  /// The error as a diagnostic of the archive at a path.
  func diagnostic(in path: String) -> Diagnostic {
    var arguments = ["source": path]
    let identifier: String
    switch self {
    case .notAnArchive: identifier = "archive.not-an-archive"
    case .truncated(let entry):
      identifier = "archive.truncated"
      arguments["entry"] = entry ?? ""
    case .badChecksum(let entry):
      identifier = "archive.bad-checksum"
      arguments["entry"] = entry
    case .unsafeName(let entry):
      identifier = "archive.unsafe-name"
      arguments["entry"] = entry
    case .encrypted(let entry):
      identifier = "archive.encrypted"
      arguments["entry"] = entry
    case .unsupportedMethod(let entry, let method):
      identifier = "archive.unsupported-method"
      arguments["entry"] = entry
      arguments["method"] = String(method)
    case .tooManyEntries(let count, let limit):
      identifier = "archive.too-many-entries"
      arguments["count"] = String(count)
      arguments["limit"] = String(limit)
    case .suspiciousRatio(let entry, let limit):
      identifier = "archive.suspicious-ratio"
      arguments["entry"] = entry
      arguments["limit"] = String(limit)
    case .tooLarge(let entry, let limit):
      identifier = "archive.too-large"
      arguments["entry"] = entry
      arguments["limit"] = String(limit)
    }
    return Diagnostic(identifier, .error, arguments: arguments)
  }
}
