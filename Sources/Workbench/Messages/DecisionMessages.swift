extension MessageCatalogue {
  /// Messages about what people decide.
  static let decisionMessages: [String: MessageEntry] = [
    "decision.damaged-line": MessageEntry(
      ja: .init(
        "判断の記録として読めない行です（{detail}）。", "この行は残したまま、ほかの行を使いました。行を直してください。"),
      en: .init(
        "The line can't be read as a decision ({detail}).",
        "It was left as it is and the rest were used; mend it.")),
    "decision.cut-off": MessageEntry(
      ja: .init(
        "判断の記録の最後の行が途中で切れています。書き込みの途中で止まったもので、記録されていません。",
        "この行は使いませんでした。判断をもう一度記録してから、この行を消してください。"),
      en: .init(
        "The last line of the decisions is cut off: its writing was stopped, and it was never kept.",
        "It was not used; decide again, and then delete the line.")),
    "decision.unreadable": MessageEntry(
      ja: .init("判断の記録 {path} を開けません。", "読み取りの権限を確かめてください。"),
      en: .init("The decisions in {path} can't be opened.", "Check that you may read them.")),
    "decision.orphan": MessageEntry(
      ja: .init(
        "{by}が{date}に柱を判断した節「{path}」（{section}）が、文書 {document} に見つかりません。判断は残っています。",
        "節の ID を確かめて `shirube pillar set` で判断し直すか、`shirube pillar unset {section}` で取り下げてください。"),
      en: .init(
        "The section “{path}” ({section}) whose pillar {by} decided on {date} isn't found in "
          + "{document}; the decision is kept.",
        "Decide anew with `shirube pillar set`, or take it back with `shirube pillar unset {section}`."
      )),
    "decision.document-orphan": MessageEntry(
      ja: .init(
        "文書 {document}（{name}）について人が決めたことがありますが、その文書は索引にありません。記録は残っています。"),
      en: .init(
        "People decided on the document {document} ({name}), which the index doesn't have; the "
          + "decisions are kept.")),
    "decision.no-description": MessageEntry(
      ja: .init("文書の訂正はまだありません。", "`shirube documents set` で訂正できます。"),
      en: .init("No document has been corrected.", "`shirube documents set` corrects one.")),
    "decision.no-value": MessageEntry(
      ja: .init(
        "文書 {document} の {name} に人の判断はありません。", "`shirube documents decisions` で一覧を見られます。"),
      en: .init(
        "Nobody decided the {name} of {document}.", "See `shirube documents decisions`.")),
    "decision.blank-value": MessageEntry(
      ja: .init("{name} の値が空です。", "取り下げるには `shirube documents unset` を使ってください。"),
      en: .init("The value of {name} is blank.", "To take one back use `shirube documents unset`.")),
    "decision.blank": MessageEntry(
      ja: .init("{field} が空です。", "判断した人と理由を書いてください。"),
      en: .init("{field} is blank.", "Say who decides and why.")),
    "decision.none": MessageEntry(
      ja: .init(
        "「{value}」の節に人の判断はありません。", "`shirube pillar decisions` で一覧を見られます。"),
      en: .init(
        "Nobody decided on the section of “{value}”.", "See `shirube pillar decisions`.")),
    "decision.nothing": MessageEntry(
      ja: .init("人の判断はまだありません。", "`shirube pillar set` で節の柱を決められます。"),
      en: .init("Nothing has been decided yet.", "`shirube pillar set` decides a section's pillar.")
    ),
    "basket.unknown": MessageEntry(
      ja: .init("「{basket}」というかごはありません。", "`shirube basket list` で一覧を見られます。"),
      en: .init("There is no basket “{basket}”.", "`shirube basket list` shows them.")),
    "basket.none": MessageEntry(
      ja: .init("かごはまだありません。", "`shirube basket add ID` で作れます。"),
      en: .init("There is no basket yet.", "`shirube basket add ID` makes one.")),
    "basket.not-in-it": MessageEntry(
      ja: .init("{value} はかご「{basket}」に入っていません。", "`shirube basket list {basket}` で中身を見られます。"),
      en: .init(
        "{value} isn't in the basket “{basket}”.", "`shirube basket list {basket}` shows what is.")),
    "basket.orphan": MessageEntry(
      ja: .init(
        "{value}（「{quote}」）は索引にないので、かご「{basket}」から書き出せません。",
        "文書を取り込み直すか、`shirube basket remove {basket} {value}` で出してください。"),
      en: .init(
        "{value} (“{quote}”) isn't in the index and can't be written out of “{basket}”.",
        "Ingest its document, or `shirube basket remove {basket} {value}`.")),
    "basket.moved": MessageEntry(
      ja: .init("{value} は、同じ語の {now} として見つかりました。"),
      en: .init("{value} was found by its words as {now}.")),
    "export.law-missing": MessageEntry(
      ja: .init("law-sheet には条が要ります。", "`--law 推進法:50` のように指定してください。"),
      en: .init("A law-sheet needs an article.", "Give one: `--law 推進法:50`.")),
  ]
}
