import DocumentModel
import Tracing
import Verification

/// Tells what became of a figure or a date.
struct StatementMessage {
  let documents: [DocumentRecord]

  /// Returns the check of a statement at a place of the draft.
  func check(
    _ statement: Statement, _ finding: StatementFinding, at location: Location
  ) -> DraftCheck {
    let kind: DraftCheck.Kind = statement.isDate ? .date : .figure
    func made(
      _ status: DraftCheck.Status, _ identifier: String, _ source: Statement? = nil,
      later: Statement? = nil
    ) -> DraftCheck {
      DraftCheck(
        kind, status, location: location, text: statement.words,
        detail: Diagnostic(identifier, .note, arguments: arguments(source, later: later)),
        place: (status == .superseded ? later ?? source : source).flatMap(place))
    }
    let isDate = statement.isDate
    switch finding {
    case .untied:
      return made(.unknown, isDate ? "verify.date-not-checked" : "verify.figure-not-checked")
    case .agrees(let source, later: nil):
      return made(.agrees, isDate ? "verify.date-agrees" : "verify.figure-agrees", source)
    case .agrees(let source, let later?):
      return made(.agrees, "verify.figure-agrees-then", source, later: later)
    case .differs(let source):
      return made(.differs, isDate ? "verify.date-differs" : "verify.figure-differs", source)
    case .superseded(let source, let later):
      return made(.superseded, "verify.figure-superseded", source, later: later)
    }
  }

  private func arguments(_ source: Statement?, later: Statement?) -> [String: String] {
    var arguments: [String: String] = [:]
    if let source {
      arguments["value"] = source.words
      arguments["document"] = title(source)
      arguments["place"] = locator(source)
      arguments["quote"] = Self.inOneLine(source.evidence.quote)
    }
    if let later {
      arguments["later"] = later.words
      arguments["laterDocument"] = title(later)
      arguments["laterPlace"] = locator(later)
      arguments["laterQuote"] = Self.inOneLine(later.evidence.quote)
    }
    return arguments
  }

  private func record(_ statement: Statement) -> DocumentRecord? {
    documents.first { $0.id == statement.evidence.document }
  }

  private func title(_ statement: Statement) -> String {
    let document = record(statement)
    return document?.metadata.title?.value ?? document?.source ?? ""
  }

  /// The page, else the lines.
  private func locator(_ statement: Statement) -> String {
    let location = statement.evidence.location
    if let page = location.page { return "\(page)頁" }
    return location.line == location.lineEnd
      ? "\(location.line)行目" : "\(location.line)–\(location.lineEnd)行目"
  }

  private func place(_ statement: Statement) -> QuotationFinding.Place? {
    record(statement).map { document in
      .init(
        document: document,
        passages: [
          .init(
            id: statement.evidence.passage, span: statement.span,
            location: statement.evidence.location)
        ])
    }
  }

  private static func inOneLine(_ text: String) -> String { text.filter { !$0.isNewline } }
}
