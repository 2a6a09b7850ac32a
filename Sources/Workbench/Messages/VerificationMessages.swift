extension MessageCatalogue {
  /// What `verify` finds of each thing a draft says.
  static let verificationMessages: [String: MessageEntry] = [
    "verify.quotation-verbatim": MessageEntry(
      ja: .init("原文と一致（{document} {place}）。"), en: .init("verbatim ({document}, {place}).")),
    "verify.quotation-converted": MessageEntry(
      ja: .init("表記の変換を除き原文と一致（{document} {place}）。"),
      en: .init("verbatim but for allowed conversions ({document}, {place}).")),
    "verify.quotation-moved": MessageEntry(
      ja: .init("原文と一致。位置は{claimed}から{place}に移っている（{document}）。"),
      en: .init("verbatim; moved: was {claimed}, now {place} ({document}).")),
    "verify.quotation-recognized": MessageEntry(
      ja: .init(
        "画像から文字認識（OCR）で読んだ文と一致（{document} {place}）。読み誤りがありえます。",
        "原本の画像と見比べてください。"),
      en: .init(
        "agrees with what OCR read from a picture ({document}, {place}), which may be misread.",
        "Compare with the original.")),
    "verify.quotation-near": MessageEntry(
      ja: .init("原文と異なる（{document} {place}）。", "原文のとおりに直してください。"),
      en: .init("differs from the source ({document}, {place}).", "Put the source's words.")),
    "verify.quotation-other-document": MessageEntry(
      ja: .init(
        "示された出典（{claimed}）にはなく、{document} {place} にある。", "出典を直してください。"),
      en: .init(
        "not in the source given ({claimed}) but in {document}, {place}.", "Mend the source.")),
    "verify.quotation-other-page": MessageEntry(
      ja: .init("頁が違う: {claimed}ではなく{place}（{document}）。", "頁を直してください。"),
      en: .init("another page: {place}, not {claimed} ({document}).", "Mend the page.")),
    "verify.quotation-other-line": MessageEntry(
      ja: .init("行が違う: {claimed}ではなく{place}（{document}）。", "行を直してください。"),
      en: .init("other lines: {place}, not {claimed} ({document}).", "Mend the lines.")),
    "verify.quotation-missing": MessageEntry(
      ja: .init("収録文書に見当たらない。", "原文に当たって確かめてください。"),
      en: .init("not found in the corpus.", "Look it up in the source.")),
    "verify.quotation-source-not-held": MessageEntry(
      ja: .init(
        "収録文書に見当たらない（示された出典「{claimed}」は収録されていない）。",
        "出典を取り込むか、原文に当たって確かめてください。"),
      en: .init(
        "not found in the corpus, which doesn't hold the source given ({claimed}).",
        "Ingest it, or look it up.")),
    "verify.law-exists": MessageEntry(
      ja: .init("{law}は{day}に施行されている。"), en: .init("{law} is in force on {day}.")),
    "verify.law-no-such-provision": MessageEntry(
      ja: .init("{law}は、保有するどの版にもない。", "条番号を確かめてください。"),
      en: .init("no held revision has {law}.", "Check the number.")),
    "verify.law-not-yet-in-force": MessageEntry(
      ja: .init("{law}は{day}には未施行（{revision}施行の版からある）。", "基準日か条番号を確かめてください。"),
      en: .init(
        "{law} is not yet in force on {day} (first in the revision of {revision}).",
        "Check the day or the number.")),
    "verify.law-not-yet-enacted": MessageEntry(
      ja: .init("{law}は{day}には未制定（{revision}施行の版からある）。", "基準日か条番号を確かめてください。"),
      en: .init(
        "{law} is not yet enacted on {day} (first in the revision of {revision}).",
        "Check the day or the number.")),
    "verify.law-removed": MessageEntry(
      ja: .init("{law}は{day}には既にない（{revision}施行の版が最後）。", "基準日か条番号を確かめてください。"),
      en: .init(
        "{law} is gone on {day} (last in the revision of {revision}).",
        "Check the day or the number.")),
    "verify.law-unknown-then": MessageEntry(
      ja: .init("{law}の{day}時点の版を保有していない（{revision}施行の版にはある）。"),
      en: .init("no revision of {day} is held of {law} (the one of {revision} has it).")),
    "verify.law-not-held": MessageEntry(
      ja: .init("{law}の本文を保有していない。", "`shirube laws import` で取り込めます。"),
      en: .init("no text of {law} is held.", "`shirube laws import` takes it in.")),
    "verify.law-number-agrees": MessageEntry(
      ja: .init("{law}の法令番号は{known}。"), en: .init("{law} has the number {known}.")),
    "verify.law-other-number": MessageEntry(
      ja: .init("{law}の法令番号は{known}。", "番号を直してください。"),
      en: .init("{law} has the number {known}.", "Mend the number.")),
    "verify.document-exists": MessageEntry(
      ja: .init("{document}は収録文書（{id}）。"), en: .init("{document} is in the corpus ({id}).")),
    "verify.document-registered": MessageEntry(
      ja: .init("{document}は台帳にあるが、収録されていない。"),
      en: .init("{document} is in the register, not in the corpus.")),
    "verify.document-other-date": MessageEntry(
      ja: .init("{document}の日付は{stated}ではなく{known}。", "日付を確かめてください。"),
      en: .init("{document} is of {known}, not {stated}.", "Check the date.")),
    "verify.document-unknown": MessageEntry(
      ja: .init("{document}は収録されていない。"), en: .init("{document} isn't in the corpus.")),
    "verify.figure-agrees": MessageEntry(
      ja: .init("{document} {place} と一致（「{quote}」）。"),
      en: .init("agrees with {document}, {place} (“{quote}”).")),
    "verify.figure-agrees-then": MessageEntry(
      ja: .init(
        "その時点の値として {document} {place} と一致。後の値は{later}（{laterDocument} {laterPlace}「{laterQuote}」）。"),
      en: .init(
        "agrees with {document}, {place}, for its day; later {later} ({laterDocument}, "
          + "{laterPlace}: “{laterQuote}”).")),
    "verify.figure-differs": MessageEntry(
      ja: .init("{document} {place} では{value}（「{quote}」）。", "原文に当たって確かめてください。"),
      en: .init("{value} in {document}, {place} (“{quote}”).", "Look it up in the source.")),
    "verify.figure-superseded": MessageEntry(
      ja: .init(
        "{document} {place} の値だが、後の{laterDocument} {laterPlace} では{later}（「{laterQuote}」）。",
        "新しい値にするか、いつの値かを書いてください。"),
      en: .init(
        "so in {document}, {place}, but {later} in the later {laterDocument}, {laterPlace} "
          + "(“{laterQuote}”).", "Put the new value, or say of which day this one is.")),
    "verify.figure-not-checked": MessageEntry(
      ja: .init("同じものについての数値が収録文書に見当たらず、確かめていない。"),
      en: .init("not checked: the corpus has no figure of the same thing.")),
    "verify.date-agrees": MessageEntry(
      ja: .init("{document} {place} と一致（「{quote}」）。"),
      en: .init("agrees with {document}, {place} (“{quote}”).")),
    "verify.date-differs": MessageEntry(
      ja: .init("{document} {place} では{value}（「{quote}」）。", "原文に当たって確かめてください。"),
      en: .init("{value} in {document}, {place} (“{quote}”).", "Look it up in the source.")),
    "verify.date-impossible": MessageEntry(
      ja: .init("「{text}」という日はない。", "日付を確かめてください。"),
      en: .init("there is no such day as {text}.", "Check the date.")),
    "verify.date-not-checked": MessageEntry(
      ja: .init("同じことの日付が収録文書に見当たらず、確かめていない。"),
      en: .init("not checked: the corpus has no date of the same event.")),
  ]
}
