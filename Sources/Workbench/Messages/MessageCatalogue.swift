package import DocumentModel

/// The words of one message in one language; `{name}` stands for an argument.
package struct MessageWords: Sendable, Equatable {
  /// What is the matter.
  package var what: String
  /// What the reader can do next; empty where nothing needs doing.
  package var next: String

  package init(_ what: String, _ next: String = "") {
    self.what = what
    self.next = next
  }
}

/// A message in both languages.
package struct MessageEntry: Sendable, Equatable {
  package var ja: MessageWords
  package var en: MessageWords

  package init(ja: MessageWords, en: MessageWords) {
    self.ja = ja
    self.en = en
  }

  package subscript(language: Language) -> MessageWords { language == .ja ? ja : en }
}

/// The words of every diagnostic and error, Japanese and English.
package enum MessageCatalogue {
  /// The messages by subject; no identifier stands in two of them.
  package static let parts: [[String: MessageEntry]] = [
    sourceMessages, pdfMessages, registryMessages, indexMessages, queryMessages, stageMessages,
    citationMessages, lawMessages, linkingMessages, decisionMessages, verificationMessages,
    readerMessages,
  ]

  /// All messages by identifier.
  package static let entries = parts.reduce(into: [String: MessageEntry]()) { all, part in
    all.merge(part) { first, _ in first }
  }

  /// Returns the message of a diagnostic in one line: how grave, where, what, and what to do.
  package static func text(for diagnostic: Diagnostic, in language: Language) -> String {
    let place = place(of: diagnostic, in: language)
    let head = label(diagnostic.severity, language) + (place.isEmpty ? "" : place + ": ")
    return head + words(of: diagnostic, in: language)
  }

  /// Returns what a diagnostic says and what to do next, without how grave it is and where.
  package static func words(of diagnostic: Diagnostic, in language: Language) -> String {
    guard let entry = entries[diagnostic.identifier] else {
      let details = diagnostic.arguments.sorted { $0.key < $1.key }.map { "\($0)=\($1)" }
      return ([diagnostic.identifier] + details).joined(separator: " ")
    }
    let words = entry[language]
    let what = fill(words.what, with: diagnostic.arguments)
    let next = fill(words.next, with: diagnostic.arguments)
    if next.isEmpty { return what }
    return what + (language == .ja ? "" : " ") + next
  }

  /// Puts arguments in the place of `{name}`; a name without an argument vanishes.
  static func fill(_ words: String, with arguments: [String: String]) -> String {
    var filled = ""
    var rest = words[...]
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      filled += rest[..<open]
      filled += arguments[String(rest[rest.index(after: open)..<close])] ?? ""
      rest = rest[rest.index(after: close)...]
    }
    return filled + rest
  }

  private static func label(_ severity: Severity, _ language: Language) -> String {
    switch (severity, language) {
    case (.note, .ja): "注記: "
    case (.warning, .ja): "注意: "
    case (.error, .ja): "エラー: "
    case (.note, .en): "note: "
    case (.warning, .en): "warning: "
    case (.error, .en): "error: "
    }
  }

  /// Returns file, line and page as far as they are known.
  private static func place(of diagnostic: Diagnostic, in language: Language) -> String {
    let file = diagnostic.arguments["source"] ?? diagnostic.arguments["file"] ?? ""
    let line = diagnostic.location.map { "\($0.line)" } ?? diagnostic.arguments["line"]
    let page = diagnostic.location?.page.map { "\($0)" } ?? diagnostic.arguments["page"]
    var place = file
    switch language {
    case .ja:
      if let line { place += place.isEmpty ? "\(line)行目" : " \(line)行目" }
      if let page { place += "（\(page)頁）" }
    case .en:
      if let line { place += place.isEmpty ? "line \(line)" : ", line \(line)" }
      if let page { place += " (p. \(page))" }
    }
    return place
  }
}
