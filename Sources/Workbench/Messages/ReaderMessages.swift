extension MessageCatalogue {
  /// Messages about Office files and web pages.
  static let readerMessages: [String: MessageEntry] = [
    "input.office-document-type": MessageEntry(
      ja: .init(
        "{format} ファイルの {part}（{at}行目）に文書型宣言（DOCTYPE）があります。外部のファイルを読み込ませるおそれがあるので読みません。",
        "{format} で開いて保存し直してください。"),
      en: .init(
        "The part {part} of the {format} file declares a document type at line {at}; it could draw in"
          + " other files and is refused.", "Open it in {format} and save it anew.")),
    "input.office-malformed": MessageEntry(
      ja: .init(
        "{format} ファイルの {part} が {at} 行目で壊れています（途切れているか、入れ子や値が大きすぎます）。",
        "ファイルを取り直すか、{format} で開いて保存し直してください。"),
      en: .init(
        "The part {part} of the {format} file is broken at line {at}: it breaks off, or nests or grows"
          + " too far.", "Fetch the file again, or open it in {format} and save it anew.")),
    "input.office-no-document": MessageEntry(
      ja: .init("{format} の文書が入っていません。", "ファイルの種類を確かめてください。"),
      en: .init("The file holds no {format} document.", "Check what kind of file it is.")),
    "input.office-no-text": MessageEntry(
      ja: .init(
        "{format} ファイルに本文の文字がありません（画像だけのようです）。", "文字のある版を探すか、OCR にかけてください。"),
      en: .init(
        "The {format} file holds no text, perhaps only pictures.",
        "Find a version with text, or run OCR on it.")),
    "input.office-too-many-cells": MessageEntry(
      ja: .init(
        "{format} ファイルの表が大きすぎるので読みません（セルは {limit} 個まで）。", "シートを分けてください。"),
      en: .init(
        "The tables of the {format} file are too large to be read ({limit} cells at most).",
        "Split the sheets.")),
    "input.office-too-much-text": MessageEntry(
      ja: .init(
        "{format} ファイルの文字が多すぎるので読みません（{limit} MiB まで）。", "ファイルを分けてください。"),
      en: .init(
        "The {format} file shows too much text to be read ({limit} MiB at most).",
        "Split the file.")),
    "input.pptx-hidden": MessageEntry(
      ja: .init("非表示のスライドは取り込みません（{pages}枚目）。"),
      en: .init("Hidden slides are left out: {pages}.")),
    "input.pptx-beside": MessageEntry(
      ja: .init("スライドの外に置かれた文字は取り込みません（{pages}枚目）。"),
      en: .init("Words beside the slide are left out: slides {pages}.")),
    "input.pptx-graphics": MessageEntry(
      ja: .init(
        "グラフや、描いた形が残っていない SmartArt の中の文字は取り込みません（{pages}枚目）。", "引用に要る文字は原本で見てください。"),
      en: .init(
        "The words in charts, and in SmartArt kept without a drawing, are not taken in: slides {pages}.",
        "See the original for them.")),
    "input.pptx-without-text": MessageEntry(
      ja: .init("文字のないスライドがあります（{pages}枚目）。", "図や写真なら、文字は取り込まれていません。"),
      en: .init(
        "Slides without text: {pages}.", "If they are pictures, their words are not taken in.")),
    "input.xlsx-hidden": MessageEntry(
      ja: .init("非表示のシートは取り込みません（{sheets}）。"),
      en: .init("Hidden sheets are left out: {sheets}.")),
    "input.xlsx-hidden-cells": MessageEntry(
      ja: .init("非表示の行や列も取り込みました（{sheets}）。", "引用する前に、見せてよいものか確かめてください。"),
      en: .init(
        "Hidden rows or columns were read, too: {sheets}.",
        "See whether they are meant to be shown before you quote them.")),
    "input.xlsx-formulas": MessageEntry(
      ja: .init(
        "計算結果の入っていない数式が {count} か所あり、空欄として取り込みました。",
        "Excel で開いて保存し直すと結果が入ります。"),
      en: .init(
        "{count} formulas hold no result in the file and were read as empty.",
        "Open it in Excel and save it anew to fill them in.")),
    "input.html-no-text": MessageEntry(
      ja: .init(
        "ページ「{title}」に本文の文字がありません（スクリプトが後から組み立てる殻のようです）。",
        "ブラウザーで表示した状態で保存し直すか、別の形式で入手してください。"),
      en: .init(
        "The page “{title}” holds no text; a script probably builds it.",
        "Save it anew from a browser once it is shown, or fetch another format.")),
    "input.html-too-deep": MessageEntry(
      ja: .init("ページの要素の入れ子が深すぎて読めません（512 段まで）。", "ページを保存し直してください。"),
      en: .init(
        "The page's elements nest too deep to be read (512 levels at most).", "Save the page anew.")
    ),
  ]
}
