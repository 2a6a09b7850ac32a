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
    "figures.none-differ": MessageEntry(
      ja: .init("値の異なる数値は収録文書に見当たりませんでした。", "--all で、値が一つだけの数値も並べます。"),
      en: .init(
        "No figure in the corpus is given different values.",
        "--all lists those given one value alone, too.")),
    "figures.nothing-found": MessageEntry(
      ja: .init("この語についての数値は収録文書に見当たりませんでした。", "別の呼び名や、広い語で試してください。"),
      en: .init(
        "No figure for this term was found in the corpus.", "Try another name or a wider term.")),
    "reader.front-matter-date": MessageEntry(
      ja: .init(
        "文書の先頭の date が日付ではありません（{value}）。", "2024-06-04 か 2024-06 の形で書いてください。"),
      en: .init(
        "The date at the head of the document isn't one ({value}).",
        "Write it as 2024-06-04 or 2024-06.")),
    "structure.numbering-gap": MessageEntry(
      ja: .init("見出し「{title}」の前の番号がありません（{before} の次が {number}）。"),
      en: .init("The heading “{title}” skips a number ({before}, then {number}).")),
    "text.glyph-code": MessageEntry(
      ja: .init(
        "文字でなく字形番号（{character}）が{count}か所あります。", "PDF からテキストを取り出し直すと直ることがあります。"),
      en: .init(
        "{count} glyph codes such as {character} stand for characters.",
        "Extracting the text again from the PDF may help.")),
    "text.replacement-character": MessageEntry(
      ja: .init("読めない文字（{character}）が{count}か所あります。", "原文の文字コードを確かめてください。"),
      en: .init(
        "{count} characters are lost ({character}).", "Check the encoding of the original.")),
    "text.private-use": MessageEntry(
      ja: .init("外字（{character}）が{count}か所あります。", "引用するときは原本の字を確かめてください。"),
      en: .init(
        "{count} private-use characters ({character}).",
        "Compare with the original before quoting.")),
    "trace.passages-left-out": MessageEntry(
      ja: .init(
        "「{term}」のある段落が多すぎます（{found}段落）。日付のある段落を先に読み、{left}段落は読んでいません。",
        "語を長くするか、--document で文書を絞ってください。"),
      en: .init(
        "Too many passages hold “{term}” ({found}). Those with dates were read first; {left} were not read.",
        "Give a longer term, or choose documents with --document.")),
    "trace.nothing-found": MessageEntry(
      ja: .init(
        "この資料集に、日付のある記述が見つかりませんでした（行われていないという意味ではありません）。",
        "別の呼び名や、広い語で試してください。"),
      en: .init(
        "No dated step was found in this corpus (which is not to say nothing was done).",
        "Try another name or a wider term.")),
  ]
}
