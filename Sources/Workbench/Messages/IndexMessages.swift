extension MessageCatalogue {
  /// Messages about the index file.
  static let indexMessages: [String: MessageEntry] = [
    "index.missing": MessageEntry(
      ja: .init("索引 {path} がありません。", "まず `shirube ingest フォルダ` で作ってください。"),
      en: .init("There is no index at {path}.", "Make one first: `shirube ingest FOLDER`.")),
    "index.busy": MessageEntry(
      ja: .init("索引 {path} は別の処理{holder}が使用中です。", "その処理が終わってからやり直してください。"),
      en: .init(
        "The index {path} is in use by another process{holder}.", "Try again when it has ended.")),
    "index.damaged": MessageEntry(
      ja: .init(
        "索引 {path} は壊れています。",
        "原文から作り直せます: `shirube ingest --rebuild フォルダ`（人の判断は残ります）。"),
      en: .init(
        "The index {path} is damaged.",
        "It can be made anew from the sources: `shirube ingest --rebuild FOLDER`.")),
    "index.foreign": MessageEntry(
      ja: .init(
        "{path} は、この道具の索引ではないか、索引だったとわからないほど壊れています。何も変えていません。",
        "--index に索引の名前を指定するか、そこにあるものを別の所へ移してから `shirube ingest フォルダ` で作ってください。"),
      en: .init(
        "{path} is no index of this program, or damaged beyond telling. Nothing was changed.",
        "Name the index with --index, or move away what is there and make one: "
          + "`shirube ingest FOLDER`.")),
    "index.newer-version": MessageEntry(
      ja: .init(
        "索引 {path} は、この道具より新しい版が作ったものです（形式 {found}、この版は {wanted} まで）。何も変えていません。",
        "道具を新しくするか、--index に別の名前を指定してください。"),
      en: .init(
        "The index {path} was made by a newer version (format {found}; this tool reads {wanted}). "
          + "Nothing was changed.",
        "Update this tool, or name another index with --index.")),
    "index.oldest-version": MessageEntry(
      ja: .init(
        "索引 {path} は、原文を持たない古い形式です（{found}、この版は {wanted}）。",
        "`shirube ingest --rebuild フォルダ` で、元のファイルから作り直してください（人の判断は残ります）。"),
      en: .init(
        "The index {path} is of an old format that keeps no sources ({found}; this tool reads "
          + "{wanted}).",
        "Make it anew from the files: `shirube ingest --rebuild FOLDER`; what people decided is "
          + "kept.")),
    "index.other-version": MessageEntry(
      ja: .init(
        "索引 {path} は別の版の形式です（{found}、この版は {wanted}）。",
        "`shirube ingest --rebuild` で、索引が持つ原文から作り直してください。"),
      en: .init(
        "The index {path} is of another version ({found}; this tool reads {wanted}).",
        "Make it anew from the sources it keeps: `shirube ingest --rebuild`.")),
    "index.inaccessible": MessageEntry(
      ja: .init("索引 {path} を開けません（{detail}）。", "ファイルとフォルダの権限を確かめてください。"),
      en: .init(
        "The index {path} can't be opened ({detail}).",
        "Look at the permissions of file and folder.")),
    "index.full": MessageEntry(
      ja: .init(
        "索引 {path} を置くディスクの空き容量か、利用者への割当てがなくなりました。",
        "空きを作ってから、もう一度 `shirube ingest` を実行してください。終わった文書は残っています。"),
      en: .init(
        "The index {path} can't grow: the disk is full, or your quota of it.",
        "Make room and run `shirube ingest` again. What was finished is kept.")),
  ]
}
