import DocumentModel
import Verification

/// What `verify` prints as JSON.
package struct VerifyShape: Encodable, Sendable, Equatable {
  /// One stretch of the draft's words beside the source's.
  package struct Difference: Encodable, Sendable, Equatable {
    /// `same`, `draft` (only there) or `source` (only there).
    package var kind: String
    package var text: String

    enum CodingKeys: String, CodingKey { case kind, text }
  }

  package struct Check: Encodable, Sendable, Equatable {
    package var kind: String
    package var status: String
    package var isFault: Bool
    package var line: Int
    package var lineEnd: Int
    package var page: Int?
    package var text: String
    /// The first passage that decides it, with the others after it.
    package var passage: String?
    package var passages: [String]?
    package var document: DocumentShape?
    package var detail: String
    package var conversions: [String]?
    package var differences: [Difference]?

    enum CodingKeys: String, CodingKey {
      case kind, status, line, page, text, passage, passages, document, detail, conversions
      case differences
      case isFault = "fault"
      case lineEnd = "line_end"
    }
  }

  package var draft: String
  package var checks: [Check]
  /// How many checks came to each status.
  package var counts: [String: Int]

  enum CodingKeys: String, CodingKey { case draft, checks, counts }

  /// Makes the shape with details in a language.
  package init(_ verified: VerifiedDraft, draft: String, language: Language) {
    self.draft = draft
    checks = verified.checks.map { Check($0, language: language) }
    counts = verified.checks.reduce(into: [:]) { $0[$1.status.rawValue, default: 0] += 1 }
  }
}

extension VerifyShape.Check {
  fileprivate init(_ check: DraftCheck, language: Language) {
    kind = check.kind.rawValue
    status = check.status.rawValue
    isFault = check.status.isFault
    line = check.location.line
    lineEnd = check.location.lineEnd
    page = check.location.page
    text = check.text
    let ids = check.place?.passages.map(\.id.rawValue) ?? []
    passage = ids.first
    passages = ids.count > 1 ? ids : nil
    document = check.place.map { DocumentShape(record: $0.document, type: nil) }
    detail = MessageCatalogue.words(of: check.detail, in: language)
    let allowed = check.conversions.map(\.rawValue).sorted()
    conversions = allowed.isEmpty ? nil : allowed
    let parts = check.differences.map { part in
      switch part {
      case .same(let text): VerifyShape.Difference(kind: "same", text: text)
      case .draft(let text): VerifyShape.Difference(kind: "draft", text: text)
      case .source(let text): VerifyShape.Difference(kind: "source", text: text)
      }
    }
    differences = parts.isEmpty ? nil : parts
  }
}
