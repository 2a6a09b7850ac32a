extension MessageCatalogue {
  /// Messages about what was asked for.
  static let queryMessages: [String: MessageEntry] = [
    "query.blank": MessageEntry(
      ja: .init("検索語がありません。", "引用符や演算子だけでなく、語を入れてください（例: shirube search 備蓄）。"),
      en: .init(
        "There is nothing to search for.",
        "Give words, not only quotes and operators: shirube search 備蓄.")),
    "query.nothing-found": MessageEntry(
      ja: .init("見つかりませんでした。", "語を短くするか、絞り込みを外してください。"),
      en: .init("Nothing found.", "Try a shorter word or fewer filters.")),
    "query.word-seen": MessageEntry(
      ja: .init("「{word}」を含む段落は {count}件あります（{documents}）。"),
      en: .init("“{word}” stands in {count} passages ({documents}).")),
    "query.word-unseen": MessageEntry(
      ja: .init("「{word}」はどの段落にもありません。"),
      en: .init("“{word}” stands in no passage.")),
    "query.word-in-parts": MessageEntry(
      ja: .init("「{word}」のままの語はどの段落にもありません。その一部を含む段落を示しています。"),
      en: .init("“{word}” itself stands in no passage; those shown have parts of it.")),
    "query.word-near": MessageEntry(
      ja: .init("「{word}」はどの段落にもありません。近い語は {near} です。"),
      en: .init("“{word}” stands in no passage; nearest are {near}.")),
    "query.words-apart": MessageEntry(
      ja: .init("すべての語をともに含む段落はありません。", "語を減らすか、OR でつないでください。"),
      en: .init("No passage has all the words together.", "Use fewer words, or join them by OR.")),
    "query.filter-excludes": MessageEntry(
      ja: .init("語に合う段落 {total}件のうち {count}件を、条件 {filter}:{value} が除いています。"),
      en: .init("Of {total} passages with the words, {filter}:{value} keeps out {count}.")),
    "query.word-excludes": MessageEntry(
      ja: .init("語に合う段落 {total}件のうち {count}件を、除外語「{value}」が除いています。"),
      en: .init("Of {total} passages with the words, “-{value}” keeps out {count}.")),
    "filter.unknown-law": MessageEntry(
      ja: .init(
        "法令「{value}」は辞書にありません。", "`shirube laws list` で名前を確かめるか、法令IDで指定してください。"),
      en: .init(
        "The registry has no law “{value}”.", "See `shirube laws list`, or give the LawId.")),
    "filter.ambiguous-law": MessageEntry(
      ja: .init("法令名「{value}」は一つに決まりません: {candidates}。", "法令IDで指定してください。"),
      en: .init("“{value}” could be several laws: {candidates}.", "Give the LawId.")),
    "filter.unknown-ministry": MessageEntry(
      ja: .init("府省庁「{value}」は辞書にありません。", "正式名か略称で指定してください。"),
      en: .init("The registry has no ministry “{value}”.", "Give its full or short name.")),
    "filter.bad-date": MessageEntry(
      ja: .init("「{value}」は日付として読めません。", "2024-05-17、2024-05、2024、令和6年5月 などで指定してください。"),
      en: .init("“{value}” can't be read as a date.", "Write 2024-05-17, 2024-05 or 2024.")),
    "filter.bad-article": MessageEntry(
      ja: .init("「{value}」は条番号として読めません。", "7、24_2、第24条の2 などで指定してください。"),
      en: .init("“{value}” is no article number.", "Write 7 or 24_2.")),
    "filter.unknown-document": MessageEntry(
      ja: .init("文書「{value}」は索引にありません。", "`shirube documents` で ID を確かめてください。"),
      en: .init("The index has no document “{value}”.", "See `shirube documents` for the ids.")),
    "filter.ambiguous-document": MessageEntry(
      ja: .init("「{value}」という名の文書は複数あります: {candidates}。", "ID で指定してください。"),
      en: .init("Several documents are called “{value}”: {candidates}.", "Give an id.")),
    "id.unknown": MessageEntry(
      ja: .init("ID「{value}」の段落は索引にありません。", "`shirube search` の結果にある ID を指定してください。"),
      en: .init("The index has no passage “{value}”.", "Give an id that `shirube search` shows.")),
    "command.bad-use": MessageEntry(
      ja: .init("使い方が違います。", "`shirube help` か、コマンドに --help を付けると使い方が出ます。"),
      en: .init("Bad use.", "See `shirube help`, or the command's --help.")),
    "clock.unusable": MessageEntry(
      ja: .init("計算機の時計が使えません。", "日付の設定を直してください。"),
      en: .init("The machine's clock can't be used.", "Set its date.")),
    "batch.unreadable": MessageEntry(
      ja: .init("検索語の一覧 {path} を読めません。", "パスを確かめるか、標準入力を表す - を指定してください。"),
      en: .init("The list of queries {path} can't be read.", "Check the path, or give - for stdin.")
    ),
  ]
}
