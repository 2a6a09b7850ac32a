extension MessageCatalogue {
  /// Messages about what the stages noticed in the content.
  static let stageMessages: [String: MessageEntry] = [
    "reader.front-matter-date": MessageEntry(
      ja: .init(
        "文書の先頭の date が日付ではありません（{value}）。", "2024-06-04 か 2024-06 の形で書いてください。"),
      en: .init(
        "The date at the head of the document isn't one ({value}).",
        "Write it as 2024-06-04 or 2024-06.")),
    "structure.numbering-gap": MessageEntry(
      ja: .init("見出し「{title}」の前の番号がありません（{before} の次が {number}）。"),
      en: .init("The heading “{title}” skips a number ({before}, then {number}).")),
  ]
}
