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
  ]
}
