extension MessageCatalogue {
  /// Messages about excerpts.
  static let citationMessages: [String: MessageEntry] = [:]
}
