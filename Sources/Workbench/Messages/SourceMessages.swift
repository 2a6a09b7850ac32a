extension MessageCatalogue {
  /// Messages about files to be read.
  static let sourceMessages: [String: MessageEntry] = [
    "source.missing": MessageEntry(
      ja: .init("ファイルもフォルダもありません。", "パスの綴りを確かめてください。"),
      en: .init("There is no such file or folder.", "Check the spelling of the path.")),
    "source.unreadable": MessageEntry(
      ja: .init("ファイルを開けません。", "読み取りの権限を確かめてください。"),
      en: .init("The file can't be opened.", "Check that you may read it.")),
    "source.unreadable-folder": MessageEntry(
      ja: .init("フォルダを開けません。", "読み取りの権限を確かめてください。"),
      en: .init("The folder can't be opened.", "Check that you may read it.")),
    "source.folder-without-text": MessageEntry(
      ja: .init(
        "読み込めるファイルがフォルダにありません。", "対応する形式は .txt .text .md .markdown です。"),
      en: .init(
        "The folder holds nothing that can be read.",
        "The formats read are .txt .text .md .markdown.")),
    "source.nothing": MessageEntry(
      ja: .init("読み込めたファイルが一つもありません。", "索引は変わっていません。"),
      en: .init("Not one file could be read.", "The index is unchanged.")),
    "source.skipped-type": MessageEntry(
      ja: .init("対応していない形式なので飛ばしました。"),
      en: .init("Skipped: this format isn't read.")),
    "input.empty": MessageEntry(
      ja: .init("中身のないファイルです（空か、空白と改行だけ）。", "原文を取り直してください。"),
      en: .init("The file is empty or holds only white space.", "Fetch it again.")),
    "input.not-text": MessageEntry(
      ja: .init(
        "テキストではないファイルです（{format}、{offset}バイト目）。", "UTF-8 のテキストか Markdown に変換して渡してください。"),
      en: .init(
        "The file isn't text ({format}, byte {offset}).",
        "Convert it to UTF-8 text or Markdown first.")),
    "input.other-encoding": MessageEntry(
      ja: .init("文字コードが {encoding} です。", "UTF-8 に変換して渡してください（例: iconv -t UTF-8）。"),
      en: .init(
        "The text is in {encoding}.", "Convert it to UTF-8 first, for example with iconv.")),
    "input.invalid-utf8": MessageEntry(
      ja: .init(
        "文字コードが UTF-8 ではありません（先頭から {offset} バイト目の {byte}）。",
        "UTF-8 に変換して渡してください（例: iconv -f CP932 -t UTF-8）。"),
      en: .init(
        "The text isn't UTF-8 ({byte} at byte offset {offset}).",
        "Convert it to UTF-8 first, for example with iconv -f CP932 -t UTF-8.")),
    "source.replaced": MessageEntry(
      ja: .init("内容が変わったので文書 {document} を置き換えました。"),
      en: .init("The content has changed; document {document} was replaced.")),
    "data.not-found": MessageEntry(
      ja: .init(
        "辞書データ（registry フォルダ）が {path} に見つかりません。",
        "環境変数 SHIRUBE_DATA にデータフォルダを指定してください。"),
      en: .init(
        "The data tables (folder registry) aren't at {path}.",
        "Name the data folder in the variable SHIRUBE_DATA.")),
    "output.unwritable": MessageEntry(
      ja: .init("{path} に書き込めません。", "フォルダの有無と書き込みの権限を確かめてください。"),
      en: .init("{path} can't be written.", "Check that its folder exists and may be written.")),
  ]
}
