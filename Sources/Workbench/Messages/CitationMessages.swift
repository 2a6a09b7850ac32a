extension MessageCatalogue {
  /// Messages about excerpts and the soundness of the index.
  static let citationMessages: [String: MessageEntry] = [
    "excerpt.source-changed": MessageEntry(
      ja: .init(
        "{passage}: 保存された原文が取り込んだときのものと違うため、引用しませんでした。",
        "`shirube ingest --force` で取り込み直してください。"),
      en: .init(
        "{passage}: refused, since the stored source isn't the file that was ingested.",
        "Take it in again with `shirube ingest --force`.")),
    "excerpt.span-broken": MessageEntry(
      ja: .init(
        "{passage}: 位置が原文の外を指すため、引用しませんでした。", "`shirube check` で索引を調べてください。"),
      en: .init(
        "{passage}: refused, since its position lies outside the source.",
        "Look at the index with `shirube check`.")),
    "excerpt.words-differ": MessageEntry(
      ja: .init(
        "{passage}: 原文のバイト列と一字でも違うため、引用しませんでした。", "`shirube check` で索引を調べてください。"),
      en: .init(
        "{passage}: refused, since its words aren't those of the source.",
        "Look at the index with `shirube check`.")),
    "excerpt.not-in-quotation": MessageEntry(
      ja: .init("「{words}」は引用する段落にありません。", "省く語と強調する語は、段落のとおりに書いてください。"),
      en: .init(
        "“{words}” isn't in the passage.", "Write words to omit or emphasise as they stand in it.")),
    "check.file": MessageEntry(
      ja: .init("索引のファイルが壊れています（{detail}）。", "`shirube check --repair` で直ります。"),
      en: .init(
        "The index file is damaged ({detail}).", "`shirube check --repair` mends it.")),
    "check.orphan": MessageEntry(
      ja: .init("{subject}: どこにもつながらない記録があります（{detail}）。", "`shirube check --repair` で直ります。"),
      en: .init(
        "{subject}: a record leads nowhere ({detail}).", "`shirube check --repair` mends it.")),
    "check.record": MessageEntry(
      ja: .init(
        "{subject}: 記録が、取り込んだときのものと違います（{detail}）。", "`shirube check --repair` で直ります。"),
      en: .init(
        "{subject}: its records aren't those that were stored ({detail}).",
        "`shirube check --repair` mends it.")),
    "check.law": MessageEntry(
      ja: .init(
        "{subject} の{detail}が、取り込んだときのものと違います。",
        "この法令のファイルを `shirube laws import` で取り込み直してください。"),
      en: .init(
        "{subject}: {detail} isn't as it was imported.",
        "Import the law's file again with `shirube laws import`.")),
    "check.law-origin": MessageEntry(
      ja: .init(
        "{subject} の題名・番号・略称・種別・出典（{detail}）のどれかが、取り込んだときのものと違います。",
        "`shirube check --repair` で外してから、`shirube laws import` で取り込み直してください。"),
      en: .init(
        "{subject}: title, number, short names, type or origin ({detail}) isn't as it was imported.",
        "Take it out with `shirube check --repair`, then `shirube laws import` its file again.")),
    "check.basket": MessageEntry(
      ja: .init(
        "かご「{detail}」の {subject} の語が、段落の語と違います。",
        "`shirube basket remove {detail} {subject}` で出し、入れ直してください。"),
      en: .init(
        "The words of {subject} in the basket “{detail}” aren't the passage's.",
        "Take it out with `shirube basket remove {detail} {subject}` and put it in again.")),
    "check.other-analysis": MessageEntry(
      ja: .init(
        "文書{count}件は、別の辞書データか別の版のプログラムで読んだままです。",
        "次の ingest で読み直されます（ファイルがなければ `shirube ingest --rebuild`）。"),
      en: .init(
        "{count} documents stand as other data tables or another build of the program read them.",
        "The next ingest reads them again (without the files: `shirube ingest --rebuild`).")),
    "check.repaired": MessageEntry(
      ja: .init("索引 {path} を、持っている原文から作り直しました。"),
      en: .init("The index {path} was made anew from the sources it keeps.")),
    "check.reference": MessageEntry(
      ja: .init(
        "表 {subject} に行き先のない参照があります（{detail}）。", "`shirube check --repair` で直ります。"),
      en: .init(
        "Table {subject} refers to a row that isn't there ({detail}).",
        "`shirube check --repair` mends it.")),
    "check.search-index": MessageEntry(
      ja: .init(
        "検索用の表 {subject} が本文と合いません（{detail}）。", "`shirube check --repair` で直ります。"),
      en: .init(
        "The search table {subject} disagrees with the text ({detail}).",
        "`shirube check --repair` mends it.")),
    "check.offset": MessageEntry(
      ja: .init("{subject}: 記録された位置が原文の語に合いません（{detail}）。", "`shirube check --repair` で直ります。"),
      en: .init(
        "{subject}: its offsets don't lead to its words ({detail}).",
        "`shirube check --repair` mends it.")),
    "check.source": MessageEntry(
      ja: .init(
        "文書 {subject} の本文が、取り込んだときのものと違います（SHA-256 は今 {detail}）。", "取り込み直してください。"),
      en: .init(
        "The text of {subject} is not the one that was ingested (its SHA-256 is now {detail}).",
        "Ingest it again.")),
    "check.surface": MessageEntry(
      ja: .init("{subject}: リンクの位置が原文の語に合いません（{detail}）。", "`shirube check --repair` で直ります。"),
      en: .init(
        "{subject}: a link's offsets don't lead to its words ({detail}).",
        "`shirube check --repair` mends it.")),
    "check.quotation": MessageEntry(
      ja: .init(
        "{subject}: 段落を原文から組み立て直せません（{detail}）。", "`shirube check --repair` で直ります。"),
      en: .init(
        "{subject}: the passage can't be rebuilt from its source ({detail}).",
        "`shirube check --repair` mends it.")),
    "check.source-changed": MessageEntry(
      ja: .init(
        "{subject}: 保存された原文が取り込んだときのものと違います（{detail}）。",
        "`shirube ingest --force` で取り込み直してください。"),
      en: .init(
        "{subject}: the stored source isn't the file that was ingested ({detail}).",
        "Take it in again with `shirube ingest --force`.")),
  ]
}
