package import DocumentModel

/// An excerpt with the lines that cite it.
package struct CitedExcerpt: Sendable {
  package var excerpt: Excerpt
  package var citation: String
  package var licence: String?

  package init(excerpt: Excerpt, citation: String, licence: String?) {
    self.excerpt = excerpt
    self.citation = citation
    self.licence = licence
  }
}

/// Writes excerpts as Markdown: each a block quote with its source below, then what was repaired.
package struct ExcerptMarkdownWriter: Sendable {
  /// The words that a person reads, in one language.
  package struct Words: Sendable {
    package var verified: String
    package var repaired: String
    package var source: String
    package var laws: String
    package var licences: String
    package var noLicence: String
    package var refused: String

    package init(
      verified: String, repaired: String, source: String, laws: String, licences: String,
      noLicence: String, refused: String
    ) {
      self.verified = verified
      self.repaired = repaired
      self.source = source
      self.laws = laws
      self.licences = licences
      self.noLicence = noLicence
      self.refused = refused
    }
  }

  private let words: Words
  /// Names a repair rule to a reader.
  private let repairName: @Sendable (RepairRule) -> String

  package init(words: Words, repairName: @escaping @Sendable (RepairRule) -> String) {
    self.words = words
    self.repairName = repairName
  }

  /// Returns one excerpt: heading path, quotation, citation and status.
  ///
  /// The quotation is whole; nothing is left out of it, so no （略） is ever needed.
  package func excerpt(_ cited: CitedExcerpt, laws: [String]) -> String {
    let excerpt = cited.excerpt
    var lines = excerpt.quote.split(separator: "\n", omittingEmptySubsequences: false).map {
      "> " + Self.escaped(String($0))
    }
    lines.append("")
    lines.append("\(words.source)\(cited.citation)　［\(status(excerpt))］")
    if !laws.isEmpty { lines.append("\n\(words.laws)" + laws.joined(separator: "、")) }
    lines.append("\n`\(excerpt.record.passage.id)`")
    return lines.joined(separator: "\n") + "\n"
  }

  /// Returns the closing block of sources, one line a document: its licence line or that there is
  /// none.
  package func licences(of cited: [CitedExcerpt]) -> String {
    var seen: Set<DocumentID> = []
    var lines: [String] = []
    for one in cited where seen.insert(one.excerpt.record.document.id).inserted {
      let document = one.excerpt.record.document
      lines.append(
        "- "
          + (one.licence
            ?? "\(document.metadata.title?.value ?? document.source): \(words.noLicence)"))
    }
    return lines.isEmpty ? "" : "## \(words.licences)\n\n" + lines.joined(separator: "\n") + "\n"
  }

  /// Returns verified, or repaired with each kind of repair and its count.
  package func status(_ excerpt: Excerpt) -> String {
    guard excerpt.status == .repaired else { return words.verified }
    let counts = Dictionary(grouping: excerpt.repairs, by: \.rule).mapValues(\.count)
    let kinds = RepairRule.allCases.compactMap { rule in
      counts[rule].map { "\(repairName(rule))\($0 > 1 ? "×\($0)" : "")" }
    }
    return words.repaired + kinds.joined(separator: "、")
  }

  /// Escapes the characters that Markdown would take for marks, so that the words read back are
  /// those of the source.
  package static func escaped(_ line: String) -> String {
    var escaped = ""
    var isStart = true
    var isNumber = true
    for character in line {
      let isOpening = isStart && "#>-+|".contains(character)
      let isOrdinal = !isStart && isNumber && (character == "." || character == ")")
      if "\\`*_[]<".contains(character) || isOpening || isOrdinal { escaped.append("\\") }
      escaped.append(character)
      isNumber = isNumber && character.isASCII && character.isNumber
      if character != " " { isStart = false }
    }
    return escaped
  }
}
