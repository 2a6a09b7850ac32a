extension MessageCatalogue {
  /// Messages about rows of the data tables; the place names file and line.
  static let registryMessages: [String: MessageEntry] = [
    "registry.unreadable": MessageEntry(
      ja: .init("辞書の表を開けません。", "読み取りの権限を確かめてください。"),
      en: .init("The data table can't be opened.", "Check that you may read it.")),
    "registry.unknown-table": MessageEntry(
      ja: .init("辞書の表にない名前のファイルです。", "ファイル名を直すか、取り除いてください。"),
      en: .init("This is none of the data tables.", "Correct its name or remove it.")),
    "registry.missing-table": MessageEntry(
      ja: .init("辞書の表がありません。", "ほかの表と同じフォルダに戻してください。"),
      en: .init("The data table is missing.", "Restore it beside the other tables.")),
    "registry.not-json": MessageEntry(
      ja: .init("1行が一つの JSON オブジェクトになっていません。", "この行を直してください。"),
      en: .init("The line isn't one JSON object.", "Mend this line.")),
    "registry.missing-field": MessageEntry(
      ja: .init("項目 {field} がありません。", "項目を書き加えてください。"),
      en: .init("The field {field} is missing.", "Add it.")),
    "registry.unknown-field": MessageEntry(
      ja: .init("この表に項目 {field} はありません。", "項目名を直すか、取り除いてください。"),
      en: .init("This table has no field {field}.", "Correct its name or remove it.")),
    "registry.wrong-value": MessageEntry(
      ja: .init("項目 {field} の値「{value}」は使えません。", "表の隣のスキーマを見て直してください。"),
      en: .init(
        "The field {field} can't hold “{value}”.", "See the schema beside the table.")),
    "registry.empty-value": MessageEntry(
      ja: .init("項目 {field} が空です。", "裏付けを書くか、行を取り除いてください。"),
      en: .init("The field {field} is empty.", "Write what supports the row or remove the row.")),
    "registry.bad-law-id": MessageEntry(
      ja: .init("「{value}」は法令IDの形ではありません。", "e-Gov で調べて書いてください（計算しない）。"),
      en: .init("“{value}” is no LawId.", "Look it up on e-Gov; never compute it.")),
    "registry.bad-date": MessageEntry(
      ja: .init(
        "項目 {field} の「{value}」は日付でないか、終わりが始まりより前です。", "YYYY-MM-DD で書いてください。"),
      en: .init(
        "“{value}” in {field} is no day, or ends before it begins.", "Write YYYY-MM-DD.")),
    "registry.duplicate-key": MessageEntry(
      ja: .init("「{value}」の行が二つあります。", "一つにまとめてください。"),
      en: .init("There are two rows for “{value}”.", "Merge them.")),
    "registry.duplicate-name": MessageEntry(
      ja: .init(
        "名前「{value}」が二つの行を指しています。", "片方から除くか、両方で曖昧と記してください。"),
      en: .init(
        "The name “{value}” stands for two rows.",
        "Remove it from one or mark it ambiguous in both.")),
    "registry.unsorted": MessageEntry(
      ja: .init("「{value}」が順番どおりに並んでいません。", "行を見出し項目の順に並べ替えてください。"),
      en: .init("“{value}” is out of order.", "Sort the rows by their key.")),
    "registry.dangling-reference": MessageEntry(
      ja: .init("「{value}」はどの表にもありません。", "その行を加えるか、名前を直してください。"),
      en: .init("No table has “{value}”.", "Add that row or correct the name.")),
  ]
}
