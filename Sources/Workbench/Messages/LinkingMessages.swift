extension MessageCatalogue {
  /// Messages about names and pronouns that could not be linked for certain.
  static let linkingMessages: [String: MessageEntry] = [
    "law.ambiguous-name": MessageEntry(
      ja: .init(
        "「{name}」がどの法令を指すか決められないため、リンクしていません（候補: {candidates}）。"),
      en: .init("“{name}” could be any of {candidates}; it is left without a link.")),
    "law.no-antecedent": MessageEntry(
      ja: .init("「{name}」が指す法令が文中に見当たらないため、リンクしていません。"),
      en: .init("The text doesn't say which law “{name}” means; it is left without a link.")),
    "ministry.ambiguous-name": MessageEntry(
      ja: .init(
        "「{name}」がどの府省庁を指すか決められないため、リンクしていません（候補: {candidates}）。"),
      en: .init("“{name}” could be any of {candidates}; it is left without a link.")),
  ]
}
