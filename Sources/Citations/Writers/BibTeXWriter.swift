package import DocumentModel

/// Writes the cited documents as BibTeX, an entry for each.
package struct BibTeXWriter: Sendable {
  package init() {}

  /// Returns the entries in the order in which the documents come.
  package func write(_ documents: [DocumentRecord]) -> String {
    documents.map(entry).joined(separator: "\n\n")
  }

  private func entry(_ document: DocumentRecord) -> String {
    let metadata = document.metadata
    var fields: [(String, String)] = [
      // Two braces keep the capitals of the title.
      ("title", "{\(Self.escaped(metadata.title?.value ?? document.source))}")
    ]
    if let issuer = metadata.issuer?.value {
      fields.append(("author", "{\(Self.escaped(issuer))}"))
      fields.append(("institution", Self.escaped(issuer)))
    }
    if let first = metadata.date.flatMap({ EDTF($0.value).interval?.first }) {
      fields.append(("year", "\(first.year)"))
      if metadata.date?.value.split(separator: "-").count ?? 0 > 1 {
        fields.append(("month", "\(first.month)"))
      }
      fields.append(("date", metadata.date?.value ?? ""))
    }
    if let kind = metadata.kind?.value { fields.append(("type", Self.escaped(kind))) }
    if let url = metadata.url?.value { fields.append(("url", Self.address(url))) }
    if let day = metadata.retrievedAt?.value { fields.append(("urldate", day)) }
    if let licence = metadata.licence?.value { fields.append(("note", Self.escaped(licence))) }
    fields.append(("language", "japanese"))
    let lines = fields.map { "  \($0) = {\($1)}" }.joined(separator: ",\n")
    return "@techreport{\(Self.key(document.id)),\n\(lines)\n}"
  }

  /// Keys hold no spaces and none of BibTeX's own marks.
  private static func key(_ id: DocumentID) -> String {
    String(id.rawValue.map { " ,{}\"#%'()=~\\".contains($0) ? "-" : $0 })
  }

  /// An address stands as it is, but for the braces that would end its field.
  private static func address(_ url: String) -> String {
    Printable.line(url).replacing("{", with: "%7B").replacing("}", with: "%7D")
  }

  private static func escaped(_ text: String) -> String {
    Printable.line(text).reduce(into: "") { escaped, character in
      if "&%$#_{}".contains(character) {
        escaped += "\\\(character)"
      } else if character == "\\" {
        escaped += "\\textbackslash{}"
      } else {
        escaped.append(character)
      }
    }
  }
}
