package import DocumentModel

/// A decision about a document's description as a line of the decisions file holds it.
package struct DocumentDecisionShape: Codable, Sendable, Equatable {
  package var document: String
  package var source: String
  /// The values decided, by name.
  package var set: [String: String]
  /// The names whose decision is withdrawn.
  package var unset: [String]?
  package var by: String?
  package var why: String?
  /// The day of the decision, `2026-11-21`.
  package var on: String

  enum CodingKeys: String, CodingKey { case document, source, set, unset, by, why, on }

  package init(_ decision: DocumentDecision) {
    document = decision.document.rawValue
    source = decision.source
    set = [:]
    var withdrawn: [String] = []
    for (name, value) in decision.values {
      if let value { set[name.rawValue] = value } else { withdrawn.append(name.rawValue) }
    }
    unset = withdrawn.isEmpty ? nil : withdrawn.sorted()
    by = decision.by
    why = decision.why
    on = decision.day.iso8601
  }

  /// The decision, or nil with the name of the field that can't be used.
  func decision() -> (decision: DocumentDecision?, field: String) {
    for (field, value) in [("document", document), ("source", source)]
    where value.allSatisfy(\.isWhitespace) { return (nil, field) }
    let interval = EDTF(on).interval
    guard let day = interval?.first, interval?.last == day else { return (nil, "on") }
    var values: [DocumentMetadata.Name: String?] = [:]
    for (key, text) in set {
      guard let name = DocumentMetadata.Name(rawValue: key),
        let value = DescriptionReader.value(text, of: name), !value.isEmpty
      else { return (nil, key) }
      values[name] = .some(value)
    }
    for key in unset ?? [] {
      guard let name = DocumentMetadata.Name(rawValue: key) else { return (nil, "unset") }
      values[name] = .some(nil)
    }
    return (
      DocumentDecision(
        document: DocumentID(document), source: source, values: values, by: by, why: why, day: day),
      ""
    )
  }
}
