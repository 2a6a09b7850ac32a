extension MessageCatalogue {
  /// Messages about law files and archives.
  static let lawMessages: [String: MessageEntry] = [
    "archive.bad-checksum": MessageEntry(
      ja: .init("書庫の中の {entry} は壊れています（検査値が合いません）。", "書庫を取り直してください。"),
      en: .init("{entry} in the archive is damaged (bad checksum).", "Fetch the archive again.")),
    "archive.encrypted": MessageEntry(
      ja: .init("書庫の中の {entry} は暗号化されています。", "暗号化を解いてから渡してください。"),
      en: .init("{entry} in the archive is encrypted.", "Decrypt it first.")),
    "archive.not-an-archive": MessageEntry(
      ja: .init("zip 書庫ではありません。", "ファイルを確かめてください。"),
      en: .init("This is no zip archive.", "Look at the file.")),
    "archive.suspicious-ratio": MessageEntry(
      ja: .init(
        "書庫の {entry} は、展開すると元の {limit} 倍を超えます。読みません。", "正当なものなら、展開してフォルダで渡してください。"),
      en: .init(
        "{entry} in the archive would unpack to over {limit} times its size; it is not read.",
        "If it is sound, unpack it and give the folder.")),
    "archive.too-deep": MessageEntry(
      ja: .init("書庫の入れ子が深すぎます。", "中の書庫を取り出して渡してください。"),
      en: .init("Archives lie too deep in archives.", "Take the inner archive out.")),
    "archive.too-large": MessageEntry(
      ja: .init(
        "書庫の中の {entry} は、展開すると上限（{limit}）を超えます。読みません。",
        "正当なものなら、展開してフォルダで渡してください。"),
      en: .init(
        "{entry} in the archive would unpack beyond the limit ({limit}); it is not read.",
        "If it is sound, unpack it and give the folder.")),
    "archive.too-many-entries": MessageEntry(
      ja: .init("書庫の項目が多すぎます（{count}、上限 {limit}）。", "展開してフォルダで渡してください。"),
      en: .init(
        "The archive lists too many entries ({count}, limit {limit}).",
        "Unpack it and give the folder.")),
    "archive.name-twice": MessageEntry(
      ja: .init("書庫に同じ名前が二度あります。", "先のものだけを読みました。書庫を展開して、どちらが正しいか確かめてください。"),
      en: .init(
        "The archive holds this name twice.",
        "Only the first was read. Unpack the archive and see which one is right.")),
    "archive.truncated": MessageEntry(
      ja: .init("書庫が途中で切れています（{entry}）。", "書庫を取り直してください。"),
      en: .init("The archive breaks off ({entry}).", "Fetch the archive again.")),
    "archive.unsafe-name": MessageEntry(
      ja: .init("書庫に外を指す名前があります（{entry}）。読みません。", "書庫の出どころを確かめてください。"),
      en: .init(
        "The archive holds a name that leads outside ({entry}); it is not read.",
        "Look where the archive comes from.")),
    "archive.unsupported-method": MessageEntry(
      ja: .init("書庫の中の {entry} の圧縮方式（{method}）は読めません。", "標準の zip で作り直してください。"),
      en: .init(
        "{entry} in the archive is packed by an unknown method ({method}).",
        "Make it anew as a standard zip.")),
    "law.document-type": MessageEntry(
      ja: .init("文書型宣言（DOCTYPE）があります。法令XMLにはないものなので読みません。", "ファイルの出どころを確かめてください。"),
      en: .init(
        "It declares a document type, which law XML never does; it is not read.",
        "Look where the file comes from.")),
    "law.implausible-date": MessageEntry(
      ja: .init("施行日がありそうにありません（{revision}）。その日より前の版としては選ばれません。", "ファイル名の日付を確かめてください。"),
      en: .init(
        "The date of entry into force is implausible ({revision}); no earlier day will choose it.",
        "Look at the date in the file's name.")),
    "law.malformed": MessageEntry(
      ja: .init("XMLが途中で切れているか、正しい形ではありません。", "ファイルを取り直してください。"),
      en: .init("The XML breaks off or isn't well formed.", "Fetch the file again.")),
    "law.missing-field": MessageEntry(
      ja: .init("前付けに {field} がありません。", "法令のMarkdownの前付けを確かめてください。"),
      en: .init(
        "The front matter lacks {field}.", "Look at the front matter of the law's Markdown.")),
    "law.no-text": MessageEntry(
      ja: .init("本文がありません（{revision}）。"), en: .init("It holds no text ({revision}).")),
    "law.not-a-law": MessageEntry(
      ja: .init("法令XMLではありません（最上位の要素は {root}）。", "e-Gov の法令XMLを渡してください。"),
      en: .init("This is no law XML (its root is {root}).", "Give law XML from e-Gov.")),
    "law.other-type": MessageEntry(
      ja: .init("法令のファイルではありません。", "XML、Markdown、または zip を渡してください。"),
      en: .init("This is no file of a law.", "Give XML, Markdown or a zip archive.")),
    "law.revision-conflict": MessageEntry(
      ja: .init(
        "{revision} の別の本文が {other} にもあります。先のものを残しました。", "どちらが正しいか確かめてください。"),
      en: .init(
        "{other} holds another text of {revision}; the first was kept.",
        "Find out which one is right.")),
    "law.undated": MessageEntry(
      ja: .init(
        "施行日がファイル名にも本文にもありません（{revision}）。日付を指定した参照では選ばれません。",
        "ファイル名を 法令ID_施行日_改正法令ID にしてください。"),
      en: .init(
        "Neither name nor text gives the date of entry into force ({revision}); it is never chosen by date.",
        "Name the file LawId_YYYYMMDD_amendingLawId.")),
    "law.unknown-law": MessageEntry(
      ja: .init("法令IDがわかりません（法令番号 {number}）。", "ファイル名を法令IDにしてください。"),
      en: .init("Its LawId isn't known (law number {number}).", "Name the file by its LawId.")),
    "law.changed-since": MessageEntry(
      ja: .init("この条はその後改正され、現行の文言と異なります。"),
      en: .init("This article was amended since; the current wording differs.")),
    "law.moved-since": MessageEntry(
      ja: .init("この条は現行では{provision}に移っています。"),
      en: .init("This article stands today as {provision}.")),
    "law.no-revision-then": MessageEntry(
      ja: .init(
        "{law} の {day} 時点の本文はありません（手元の最も古い版は {first} から）。",
        "その時点の法令XMLを `shirube laws import` で取り込んでください。"),
      en: .init(
        "No text of {law} in force on {day} is held (the oldest is of {first}).",
        "Import the law XML of that time with `shirube laws import`.")),
    "law.no-text-then": MessageEntry(
      ja: .init(
        "{day} 時点の法令の本文はありません（手元の最も古い版は {first} から）。",
        "その時点の法令XMLを `shirube laws import` で取り込んでください。"),
      en: .init(
        "No text of any law in force on {day} is held (the oldest is of {first}).",
        "Import the law XML of that time with `shirube laws import`.")),
    "law.no-such-provision": MessageEntry(
      ja: .init("{law} に{provision}はありません（手元のどの版にも）。", "条番号を確かめてください。"),
      en: .init(
        "{law} has no {provision} in any revision held.", "Check the article's number.")),
    "law.no-such-part": MessageEntry(
      ja: .init("{law} のこの版に{part}はありません。", "`shirube laws outline` で番地を確かめてください。"),
      en: .init(
        "This revision of {law} has no {part}.",
        "See `shirube laws outline` for the addresses.")),
    "law.none-held": MessageEntry(
      ja: .init("法令の本文が一つも取り込まれていません。", "`shirube laws import` で法令XMLを取り込んでください。"),
      en: .init("No text of any law is held.", "Import some with `shirube laws import`.")),
    "law.not-held": MessageEntry(
      ja: .init("{law} の本文は取り込まれていません。", "`shirube laws import` で法令XMLを取り込んでください。"),
      en: .init("The text of {law} is not held.", "Import it with `shirube laws import`.")),
    "law.not-yet-enacted": MessageEntry(
      ja: .init("{day} の時点ではまだ制定されていません。{revision} からの版を示します。"),
      en: .init("Not yet enacted on {day}; shown as it stands from {revision}.")),
    "law.not-yet-in-force": MessageEntry(
      ja: .init("{day} の時点では公布済み・未施行です。施行された {revision} からの版を示します。"),
      en: .init("Enacted but not yet in force on {day}; shown as in force from {revision}.")),
    "law.removed": MessageEntry(
      ja: .init("{day} の時点では削られています。最後にあった {revision} からの版を示します。"),
      en: .init("No longer there on {day}; shown as in the last revision with it, of {revision}.")),
    "law.removed-since": MessageEntry(
      ja: .init("この条はその後削られ、現行にはありません。"),
      en: .init("This article was removed since.")),
    "law.unknown-then": MessageEntry(
      ja: .init(
        "{day} 時点の版が手元にないため、当時の文言はわかりません。{revision} からの版を示します。",
        "その時点の法令XMLを `shirube laws import` で取り込んでください。"),
      en: .init(
        "No revision of {day} is held, so its wording then is unknown; shown as of {revision}.",
        "Import the law XML of that time with `shirube laws import`.")),
  ]
}
