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
        "読み込めるファイルがフォルダにありません。",
        "対応する形式は .txt .text .md .markdown .docx .pptx .xlsx .pdf .html と、それらを入れた zip です。"),
      en: .init(
        "The folder holds nothing that can be read.",
        "The formats read are .txt .text .md .markdown .docx .pptx .xlsx .pdf .html, and zip archives "
          + "of them.")),
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
    "input.other-office": MessageEntry(
      ja: .init(
        "この形式のオフィス文書は読めません（{format}）。",
        "Word・Excel・PowerPoint か LibreOffice で開き、パスワードを外して .docx、.xlsx、.pptx か PDF で保存し直してください。"),
      en: .init(
        "Office documents of this format aren't read ({format}).",
        "Open it in Word, Excel, PowerPoint or LibreOffice and save it as .docx, .xlsx, .pptx or PDF, "
          + "without a password.")),
    "source.name-not-utf8": MessageEntry(
      ja: .init("ファイルの名前が UTF-8 ではないので開けません。", "名前を付け直すか、zip のまま渡してください。"),
      en: .init(
        "The file's name isn't UTF-8, so that it can't be opened.",
        "Rename it, or give the zip archive as it is.")),
    "input.ambiguous-encoding": MessageEntry(
      ja: .init("文字コードを {encoding} のどれとも決められません。", "--encoding で指定してください。"),
      en: .init("The text may be in any of {encoding}.", "Name the encoding with --encoding.")),
    "input.no-converter": MessageEntry(
      ja: .init("この環境の ICU には {encoding} の変換表がありません。", "ICU を入れ直してください。"),
      en: .init("This ICU has no converter for {encoding}.", "Install ICU anew.")),
    "input.undecodable": MessageEntry(
      ja: .init(
        "{encoding} として読めない箇所が{count}か所あります（最初は先頭から {offset} バイト目の {byte}）。",
        "そのまま取り込むには --encoding {encoding} を付けてください。"),
      en: .init(
        "As {encoding} it can't be read at {count} places, first at byte offset {offset} ({byte}).",
        "To take it in all the same give --encoding {encoding}.")),
    "input.unknown-encoding": MessageEntry(
      ja: .init(
        "文字コードがわかりません（UTF-8 でないのは先頭から {offset} バイト目の {byte}）。",
        "テキストなら --encoding で文字コードを指定してください。"),
      en: .init(
        "The encoding can't be told (not UTF-8 at byte offset {offset}: {byte}).",
        "If it is text, name its encoding with --encoding.")),
    "source.bad-bytes": MessageEntry(
      ja: .init("{encoding} にないバイト {byte} です（先頭から {offset} バイト目）。本文では U+FFFD としました。"),
      en: .init(
        "{encoding} has no such bytes as {byte} (at byte offset {offset}); U+FFFD stands there.")),
    "source.more-bad-bytes": MessageEntry(
      ja: .init("読めないバイトはほかに{count}か所あります。"),
      en: .init("There are {count} more places with bad bytes.")),
    "source.encoding": MessageEntry(
      ja: .init("文字コードを {encoding} として読みました。"),
      en: .init("Read as {encoding}.")),
    "source.law-xml": MessageEntry(
      ja: .init("法令XMLなので取り込みません。", "`shirube laws import` で取り込んでください。"),
      en: .init("Law XML is not taken in here.", "Import it with `shirube laws import`.")),
    "source.link-not-followed": MessageEntry(
      ja: .init("フォルダの外やフォルダを指すリンクなのでたどりません。"),
      en: .init("A link that leads out of the folder, or to a folder, is not followed.")),
    "source.too-large": MessageEntry(
      ja: .init(
        "ファイルが大きすぎるので読みません（{size} バイト、上限 {limit} バイト）。",
        "分けるか、--max-bytes で上限を上げてください。"),
      en: .init(
        "The file is too large to be read ({size} bytes; the limit is {limit}).",
        "Split it, or raise the limit with --max-bytes.")),
    "source.too-many-cells": MessageEntry(
      ja: .init(
        "表のセルらしい箇所が多すぎるので読みません（{count}、上限 {limit}）。",
        "分けるか、メモリーに余裕があれば --max-parts で上限を上げてください。"),
      en: .init(
        "There are too many places that may be cells of tables ({count}; the limit is {limit}).",
        "Split it or, with memory to spare, raise the limit with --max-parts.")),
    "source.too-many-lines": MessageEntry(
      ja: .init(
        "行が多すぎるので読みません（表の行を含めて {count}、上限 {limit}）。",
        "分けるか、メモリーに余裕があれば --max-parts で上限を上げてください。"),
      en: .init(
        "There are too many lines for one document ({count} with rows of tables; the limit is {limit}).",
        "Split it or, with memory to spare, raise the limit with --max-parts.")),
    "source.too-many-mentions": MessageEntry(
      ja: .init(
        "日付・条番号・法令名・機関名らしい箇所が多すぎるので読みません（{count}、上限 {limit}）。",
        "分けるか、メモリーに余裕があれば --max-parts で上限を上げてください。"),
      en: .init(
        "Too many places may be dates, articles or names of laws and bodies ({count}; the limit is "
          + "{limit}).",
        "Split it or, with memory to spare, raise the limit with --max-parts.")),
    "source.too-many-repairs": MessageEntry(
      ja: .init(
        "制御文字や部首の文字が多すぎるので読みません（{count}、上限 {limit}）。",
        "ファイルの文字が壊れていないか確かめ、正しければ --max-parts で上限を上げてください。"),
      en: .init(
        "Too many control characters or radicals would have to be repaired ({count}; the limit is "
          + "{limit}).",
        "See whether the file's characters are damaged; if not, raise the limit with --max-parts.")),
    "source.too-slow": MessageEntry(
      ja: .init(
        "{seconds}秒たっても読み終わらないので打ち切りました。",
        "分けるか、--max-seconds で上限を上げてください。"),
      en: .init(
        "Given up, as it was not read within {seconds} s.",
        "Split it, or raise the limit with --max-seconds.")),
    "source.kept-too-slow": MessageEntry(
      ja: .init(
        "文書 {document} は{seconds}秒たっても解析し終わらないので、作り直しをやめました。索引は元のままです。",
        "`shirube ingest --rebuild --max-seconds 秒` で上限を上げて作り直してください。"),
      en: .init(
        "Document {document} was not analysed within {seconds} s; the index stays as it was.",
        "Raise the limit: `shirube ingest --rebuild --max-seconds SECONDS`.")),
    "source.watching": MessageEntry(
      ja: .init("{path} を見張っています。", "終えるには Ctrl-C を押してください。"),
      en: .init("Watching {path}.", "Press Ctrl-C to end.")),
    "source.watch-ended": MessageEntry(
      ja: .init("見張りを終えました。"), en: .init("The watch has ended.")),
    "source.watch-waits": MessageEntry(
      ja: .init("見張りは続けます。取り込めるようになれば取り込みます。"),
      en: .init("The watch goes on and takes the files in as soon as it can.")),
    "source.laws-lost": MessageEntry(
      ja: .init(
        "前の索引 {path} から法令の本文を移せませんでした。", "`shirube laws import` で取り込み直してください。"),
      en: .init(
        "The text of laws could not be taken over from the earlier index {path}.",
        "Import it again with `shirube laws import`.")),
    "source.kept-damaged": MessageEntry(
      ja: .init(
        "文書 {document} は、索引が持つ原文が壊れているので作り直せません。",
        "元のファイルを `shirube ingest` で取り込み直してください（人の判断は残っています）。"),
      en: .init(
        "Document {document} can't be made anew: its source as the index keeps it is damaged.",
        "Ingest its file again; what people decided about it is kept.")),
    "source.kept-law-damaged": MessageEntry(
      ja: .init(
        "法令 {law} は、索引が持つ本文が取り込んだときのものと違うので、作り直した索引に入れていません。",
        "元のファイル（{file}）を `shirube laws import` で取り込み直してください。"),
      en: .init(
        "The law {law} as the index keeps it isn't what was imported; it was left out.",
        "Import its file ({file}) again with `shirube laws import`.")),
    "source.kept-differs": MessageEntry(
      ja: .init(
        "文書 {document} を作り直しましたが、取り込んだときの内容と違います。",
        "元のファイルを `shirube ingest --force` で取り込み直してください（人の判断は残っています）。"),
      en: .init(
        "Document {document} was made anew, but isn't what was stored.",
        "Ingest its file again with `shirube ingest --force`; what people decided is kept.")),
    "source.removed": MessageEntry(
      ja: .init(
        "ファイルがなくなっています（文書 {document} は索引に残っています）。",
        "索引からも外すには --prune を付けてください。"),
      en: .init(
        "The file is gone; its document {document} is still in the index.",
        "To take it out too give --prune.")),
    "source.pruned": MessageEntry(
      ja: .init("ファイルがなくなったので、文書 {document} を索引から外しました。"),
      en: .init("The file is gone; its document {document} was taken out of the index.")),
    "source.removed-perhaps": MessageEntry(
      ja: .init(
        "ここから取り込んだ{count}件のファイルが一つも見当たりません。ドライブがつながっていないだけかもしれないので、"
          + "文書は --prune でも外さず、索引に残しています。",
        "本当になくなったのなら、ファイルごとに `shirube ingest {file} --prune` で外してください。"),
      en: .init(
        "None of the {count} files read from here is found. As the drive may just be away, their "
          + "documents stay in the index, also with --prune.",
        "If they are gone for good, take out each by its name: `shirube ingest {file} --prune`.")),
    "source.kept-edition": MessageEntry(
      ja: .init("索引の文書 {document} は、前に取り込んだ内容のままです。"),
      en: .init("Document {document} stays in the index as it was read before.")),
    "source.moved": MessageEntry(
      ja: .init("{name} の名前か場所が変わったものなので、文書 {document} のままにしました。"),
      en: .init("This is {name} under another name or in another place: still document {document}.")
    ),
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
    "manifest.unreadable": MessageEntry(
      ja: .init("一覧表 {path} を開けません。", "パスの綴りと読み取りの権限を確かめてください。"),
      en: .init("The manifest {path} can't be opened.", "Check its path and permissions.")),
    "manifest.no-header": MessageEntry(
      ja: .init(
        "一覧表 {path} の見出し行に file がありません。",
        "JSON Lines か、file,title,issuer,date,… の見出し行がある CSV にしてください。"),
      en: .init(
        "The header row of the manifest {path} has no column file.",
        "Give JSON Lines, or CSV with a header row such as file,title,issuer,date.")),
    "manifest.no-object": MessageEntry(
      ja: .init("JSON のオブジェクトとして読めません。", "書き方を直してください。"),
      en: .init("It can't be read as a JSON object.", "Mend it.")),
    "manifest.no-name": MessageEntry(
      ja: .init("この行には file がありません。", "ファイルの名前を書いてください。"),
      en: .init("The row names no file.", "Fill in the column file.")),
    "manifest.no-file": MessageEntry(
      ja: .init("「{name}」に当たるファイルは、渡されたものの中にありません。", "パスの綴りを確かめてください。"),
      en: .init("No file given is “{name}”.", "Check the spelling of the path.")),
    "manifest.ambiguous": MessageEntry(
      ja: .init("「{name}」に当たるファイルがいくつもあります: {files}。", "フォルダからのパスを書いてください。"),
      en: .init("“{name}” may be any of these: {files}.", "Give its path from the folder.")),
    "manifest.repeated": MessageEntry(
      ja: .init("「{name}」は前の行にもあります。前の行を採りました。"),
      en: .init("“{name}” stands in an earlier row too; that one was taken.")),
    "manifest.unknown-key": MessageEntry(
      ja: .init(
        "「{key}」という項目はありません。",
        "使える項目は file、title、issuer、date、kind、url、licence、retrieved_at です。"),
      en: .init(
        "There is no such key as {key}.",
        "The keys are file, title, issuer, date, kind, url, licence and retrieved_at.")),
    "manifest.bad-value": MessageEntry(
      ja: .init("「{key}」の値は文字列で書いてください。"),
      en: .init("The value of {key} must be a string.")),
    "manifest.bad-date": MessageEntry(
      ja: .init(
        "「{key}」の「{value}」は日付として読めません。", "2024-06-04、2024-06、令和6年6月4日 のように書いてください。"),
      en: .init(
        "{value} for {key} can't be read as a date.", "Write it as 2024-06-04 or 2024-06.")),
    "manifest.field-count": MessageEntry(
      ja: .init("欄が{count}個あります（見出し行は{wanted}個）。この行は使いませんでした。"),
      en: .init("The row has {count} fields, the header {wanted}; it was left out.")),
    "manifest.unclosed": MessageEntry(
      ja: .init("ここで始まる引用符が閉じていません。この行から先は使いませんでした。"),
      en: .init("A quotation mark opened here is never closed; the rest was left out.")),
    "output.unwritable": MessageEntry(
      ja: .init("{path} に書き込めません。", "フォルダの有無と書き込みの権限を確かめてください。"),
      en: .init("{path} can't be written.", "Check that its folder exists and may be written.")),
  ]
}
