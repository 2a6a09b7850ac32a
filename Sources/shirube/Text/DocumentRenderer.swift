import DocumentModel
import Workbench

/// Writes what is known of a document for reading, with the origin of every value.
struct DocumentRenderer {
  var relations: RelationText
  private let labelWidth = 10

  init(relations: RelationText) { self.relations = relations }

  /// Adds a document; `passages` is left out where it isn't known.
  func add(_ document: DocumentRecord, passages: Int? = nil, to page: inout TextPage) {
    let metadata = document.metadata
    page.paragraph(metadata.title?.value ?? document.source, indent: 0, style: .title)
    for name in DocumentMetadata.Name.allCases {
      guard let field = metadata[name] else { continue }
      let value = name == .title ? "" : value(field.value, of: name)
      page.field(
        Self.label(name),
        value + Words.say("（", " (") + Words.origin(field.origin)
          + Words.say("）", ")"), indent: 2, labelWidth: labelWidth)
    }
    let count = passages.map { Words.say("（段落 \($0)）", " (\($0) passages)") } ?? ""
    page.field(
      Words.say("原文", "Source"), document.source + count, indent: 2, labelWidth: labelWidth)
    page.field("ID", document.id.rawValue, indent: 2, labelWidth: labelWidth)
  }

  private func value(_ value: String, of name: DocumentMetadata.Name) -> String {
    name == .date || name == .retrievedAt ? relations.date(EDTF(value)) : value
  }

  /// What a value is called.
  static func label(_ name: DocumentMetadata.Name) -> String {
    switch name {
    case .title: Words.say("題名", "Title")
    case .issuer: Words.say("発行", "Issuer")
    case .date: Words.say("日付", "Date")
    case .kind: Words.say("種別", "Kind")
    case .url: "URL"
    case .licence: Words.say("利用条件", "Licence")
    case .retrievedAt: Words.say("取得日", "Retrieved")
    }
  }
}
