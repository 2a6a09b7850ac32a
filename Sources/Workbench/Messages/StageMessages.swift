extension MessageCatalogue {
  /// Messages about what the stages noticed in the content.
  static let stageMessages: [String: MessageEntry] = [
    "date.impossible": MessageEntry(
      ja: .init("「{text}」という日はありません。リンクしていません。", "原文の誤りでないか確かめてください。"),
      en: .init(
        "There is no such day as {text}; it isn't linked.", "Check the source for a mistake.")),
    "date.no-anchor": MessageEntry(
      ja: .init(
        "「{text}」の年を定める日付が文書にありません。リンクしていません。", "文書の日付を date で与えると解決します。"),
      en: .init(
        "Nothing in the document tells the year of {text}; it isn't linked.",
        "Give the document's date as date to resolve it.")),
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
