extension MessageCatalogue {
  /// Messages about PDF files.
  static let pdfMessages: [String: MessageEntry] = [
    "input.pdf-program-missing": MessageEntry(
      ja: .init(
        "PDF を読む {program} がありません。",
        "poppler-utils と poppler-data を入れてください（Debian: apt-get install poppler-utils poppler-data）。"
      ),
      en: .init(
        "{program}, which reads PDF, isn't installed.",
        "Install poppler-utils and poppler-data (Debian: apt-get install poppler-utils poppler-data)."
      )),
    "input.pdf-program-failed": MessageEntry(
      ja: .init("{program} を動かせません（{detail}）。", "空きメモリと権限を確かめてください。"),
      en: .init("{program} can't be run ({detail}).", "Check free memory and rights.")),
    "input.pdf-too-slow": MessageEntry(
      ja: .init("PDF の読み取りが {seconds} 秒で終わらず、打ち切りました。", "ページを分けて渡してください。"),
      en: .init(
        "Reading the PDF didn't end within {seconds} seconds and was stopped.",
        "Split it into fewer pages.")),
    "input.pdf-too-large": MessageEntry(
      ja: .init("PDF から出た文字が {count} MiB を超え、打ち切りました。", "ページを分けて渡してください。"),
      en: .init(
        "The PDF gave more than {count} MiB of text and was stopped.", "Split it into fewer pages.")
    ),
    "input.pdf-encrypted": MessageEntry(
      ja: .init("開くのにパスワードが要る PDF です。", "パスワードを外したものを渡してください。"),
      en: .init("The PDF can't be opened without a password.", "Give it without one.")),
    "input.pdf-damaged": MessageEntry(
      ja: .init("PDF が壊れていて開けません（{detail}）。", "原本を取り直してください。"),
      en: .init("The PDF is damaged and can't be opened ({detail}).", "Fetch it again.")),
    "input.pdf-repaired": MessageEntry(
      ja: .init("PDF の一部が壊れています（{detail}）。", "抜けた文がないか原本と見比べてください。"),
      en: .init(
        "Parts of the PDF are damaged ({detail}).", "Compare it with the original for missing text."
      )),
    "input.pdf-no-text": MessageEntry(
      ja: .init(
        "文字のない PDF です（{count}ページすべて画像か白紙）。", "--ocr を付けると文字認識（OCR）で読みます。"),
      en: .init(
        "The PDF holds no text (all {count} pages are pictures or blank).",
        "Give --ocr to have it read by text recognition (OCR).")),
    "input.pdf-pages-without-text": MessageEntry(
      ja: .init(
        "文字のないページがあります（{pages}ページ）。",
        "図や写真なら、文字は取り込まれていません。--ocr を付けると文字認識（OCR）で読みます。"),
      en: .init(
        "Pages without text: {pages}.",
        "If they are pictures, their words are not taken in; --ocr has them read by OCR.")),
    "input.ocr-read": MessageEntry(
      ja: .init(
        "文字認識（OCR）で読んだページです（{pages}ページ）。読み誤りがありえます。",
        "引用する前に原本の画像と見比べてください。引用には OCR と示されます。"),
      en: .init(
        "Pages read by text recognition (OCR): {pages}. There may be misreadings.",
        "Compare with the original before quoting; quotations say that they are OCR.")),
    "input.ocr-nothing": MessageEntry(
      ja: .init(
        "文字認識（OCR）でも文字が見つからない PDF です（{count}ページ）。", "画像の鮮明さと向きを確かめてください。"),
      en: .init(
        "Text recognition (OCR) found no text in the PDF either ({count} pages).",
        "Check that the pictures are sharp and upright.")),
    "input.ocr-program-missing": MessageEntry(
      ja: .init(
        "文字認識（--ocr）に使う {program} がありません。",
        "tesseract と日本語データを入れてください（Debian: apt-get install tesseract-ocr tesseract-ocr-jpn tesseract-ocr-jpn-vert）。"
      ),
      en: .init(
        "{program}, which --ocr needs, isn't installed.",
        "Install it with its Japanese data (Debian: apt-get install tesseract-ocr tesseract-ocr-jpn tesseract-ocr-jpn-vert)."
      )),
    "input.ocr-language-missing": MessageEntry(
      ja: .init(
        "文字認識（tesseract）の日本語データがありません。",
        "入れてください（Debian: apt-get install tesseract-ocr-jpn tesseract-ocr-jpn-vert）。"),
      en: .init(
        "The Japanese data of tesseract, which --ocr needs, isn't installed.",
        "Install it (Debian: apt-get install tesseract-ocr-jpn tesseract-ocr-jpn-vert).")),
    "input.ocr-failed": MessageEntry(
      ja: .init(
        "文字認識の途中で {program} が失敗しました（{detail}）。", "空きメモリを確かめるか、ページを分けて渡してください。"),
      en: .init(
        "{program} failed during text recognition ({detail}).",
        "Check free memory, or split the file into fewer pages.")),
    "input.pdf-all-garbled": MessageEntry(
      ja: .init(
        "文字に戻せない PDF です（{count}ページ。フォントに文字の対応表がありません）。",
        "文字認識（OCR）をかけるか、元の文書を渡してください。"),
      en: .init(
        "The PDF's text can't be read back ({count} pages; its fonts have no map to characters).",
        "Run text recognition (OCR) on it, or give the document it was made from.")),
    "input.pdf-garbled-pages": MessageEntry(
      ja: .init(
        "文字に戻せないページは取り込みません（{pages}ページ。フォントに文字の対応表がありません）。",
        "文字認識（OCR）をかけるか、元の文書を渡してください。"),
      en: .init(
        "Pages whose text can't be read back are left out: {pages} (fonts without a map to characters).",
        "Run text recognition (OCR) on it, or give the document it was made from.")),
    "input.pdf-garbled-lines": MessageEntry(
      ja: .init("文字に戻せない行は取り込みません（{pages}ページ）。", "そのページは原本を見てください。"),
      en: .init(
        "Lines that can't be read back are left out on pages {pages}.", "See the original there.")),
    "input.all-garbled": MessageEntry(
      ja: .init(
        "文字化けしていて読めません（別の文字コードとして開いたものを保存した文書のようです）。",
        "元の文書から、文字コードを合わせて作り直してください。"),
      en: .init(
        "The text can't be read: it looks saved after being opened in another encoding.",
        "Make it again from the original in its own encoding.")),
    "input.garbled-lines": MessageEntry(
      ja: .init(
        "文字化けした行を検索と引用から外しました（{count}行、最初は{line}行目、ページ: {pages}）。",
        "元の文書から、文字コードを合わせて作り直してください。"),
      en: .init(
        "{count} garbled lines are set apart, neither searched nor quoted (first: line {line}; pages: {pages}).",
        "Make the text again from the original in its own encoding.")),
    "input.pdf-language-data": MessageEntry(
      ja: .init(
        "日本語の文字表がなく、埋め込まれていないフォントの文字を読めません。",
        "poppler-data を入れてください（Debian: apt-get install poppler-data）。"),
      en: .init(
        "Without tables of Japanese characters, text in fonts that aren't embedded can't be read.",
        "Install poppler-data (Debian: apt-get install poppler-data).")),
    "input.pdf-ruby": MessageEntry(
      ja: .init("ふりがなと見た小さな仮名を{count}か所、本文から外しました。"),
      en: .init("Small kana above words were taken for readings and left out at {count} places.")),
  ]
}
