extension MessageCatalogue {
  /// Messages about what the stages noticed in the content.
  static let stageMessages: [String: MessageEntry] = [:]
}
