import DocumentModel

/// Writes a query as it was understood, in the notation of the query language.
enum QueryNotation {
  static func reading(_ expression: QueryExpression?, fields: [String]) -> String {
    ([expression.map { write($0, isInner: false) }].compactMap { $0 } + fields)
      .joined(separator: " AND ")
  }

  private static func write(_ expression: QueryExpression, isInner: Bool) -> String {
    switch expression {
    case .term(let term): return write(term)
    case .title(let term): return "title:" + write(term)
    case .near(let terms, let distance):
      let text = terms.map(write).joined(separator: " NEAR/\(distance) ")
      return isInner ? "(\(text))" : text
    case .not(let part): return "NOT " + write(part, isInner: true)
    case .all(let parts): return join(parts, " AND ", isInner: isInner)
    case .any(let parts): return join(parts, " OR ", isInner: isInner)
    }
  }

  private static func join(
    _ parts: [QueryExpression], _ separator: String, isInner: Bool
  ) -> String {
    let text = parts.map { write($0, isInner: true) }.joined(separator: separator)
    return isInner && parts.count > 1 ? "(\(text))" : text
  }

  private static func write(_ term: QueryTerm) -> String {
    let needsQuotes = term.text.contains { $0 == " " || $0 == "\u{3000}" }
    return (needsQuotes ? "\"\(term.text)\"" : term.text) + (term.isPrefix ? "*" : "")
  }
}
