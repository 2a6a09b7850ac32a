extension MessageCatalogue {
  /// Messages about Word files and web pages.
  static let readerMessages: [String: MessageEntry] = [
    "docx.document-type": MessageEntry(
      ja: .init(
        "Word ファイルの {part}（{at}行目）に文書型宣言（DOCTYPE）があります。外部のファイルを読み込ませるおそれがあるので読みません。",
        "Word で開いて保存し直してください。"),
      en: .init(
        "The part {part} of the Word file declares a document type at line {at}; it could draw in"
          + " other files and is refused.", "Open it in Word and save it anew.")),
    "docx.malformed": MessageEntry(
      ja: .init(
        "Word ファイルの {part} が {at} 行目で壊れています（途切れているか、入れ子や値が大きすぎます）。",
        "ファイルを取り直すか、Word で開いて保存し直してください。"),
      en: .init(
        "The part {part} of the Word file is broken at line {at}: it breaks off, or nests or grows too"
          + " far.", "Fetch the file again, or open it in Word and save it anew.")),
    "docx.no-document": MessageEntry(
      ja: .init("Word の文書が入っていません。", "ファイルの種類を確かめてください。"),
      en: .init("The file holds no Word document.", "Check what kind of file it is.")),
    "docx.no-text": MessageEntry(
      ja: .init(
        "Word ファイルに本文の文字がありません（画像だけのようです）。", "文字のある版を探すか、OCR にかけてください。"),
      en: .init(
        "The Word file holds no text, perhaps only pictures.",
        "Find a version with text, or run OCR on it.")),
    "html.no-text": MessageEntry(
      ja: .init(
        "ページ「{title}」に本文の文字がありません（スクリプトが後から組み立てる殻のようです）。",
        "ブラウザーで表示した状態で保存し直すか、別の形式で入手してください。"),
      en: .init(
        "The page “{title}” holds no text; a script probably builds it.",
        "Save it anew from a browser once it is shown, or fetch another format.")),
    "html.too-deep": MessageEntry(
      ja: .init("ページの要素の入れ子が深すぎて読めません（512 段まで）。", "ページを保存し直してください。"),
      en: .init(
        "The page's elements nest too deep to be read (512 levels at most).", "Save the page anew.")
    ),
  ]
}
