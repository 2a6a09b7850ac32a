import DocumentModel

/// The ways in which one date is written: 2024年6月4日, 令和6年6月4日, 令和六年六月四日, 2024/6/4.
enum DateSpellings {
  /// Returns all spellings of a date, the same for each of them; nothing for anything else.
  static func forms(of text: String) -> [QueryAlternative] {
    guard let value = QueryDates.date(text)?.rawValue, text.contains(where: { !$0.isNumber }) else {
      return []
    }
    let isFiscal = value.hasPrefix("FY")
    let parts = (isFiscal ? String(value.dropFirst(2)) : value).split(separator: "-")
      .compactMap { Int($0) }
    guard let year = parts.first, parts.count <= 3, !value.contains("/") else { return [] }
    let units = (isFiscal ? ["年度"] : ["年"]) + ["月", "日"]
    let rest = zip(parts, units).dropFirst().map { "\($0)\($1)" }.joined()
    let kanjiRest = zip(parts, units).dropFirst().map { KanjiNumeral.text(of: $0) + $1 }.joined()
    var spellings = ["\(year)\(units[0])\(rest)"]
    for era in QueryDates.eras(of: year) {
      spellings.append("\(era.name)\(era.year == 1 ? "元" : "\(era.year)")\(units[0])\(rest)")
      let kanji = era.year == 1 ? "元" : KanjiNumeral.text(of: era.year)
      spellings.append("\(era.name)\(kanji)\(units[0])\(kanjiRest)")
    }
    // Papers written downwards give the digits of a year of our era one by one.
    let digits = String(year).utf8.map { KanjiNumeral.digits[Int($0 - 0x30)] }.joined()
    spellings.append("\(digits)\(units[0])\(kanjiRest)")
    if isFiscal { spellings.append("FY\(year)") }
    if parts.count == 3 {
      let padded = parts.map { $0 < 10 ? "0\($0)" : "\($0)" }
      for separator in ["/", "-", "."] {
        spellings.append(parts.map(String.init).joined(separator: separator))
        spellings.append(padded.joined(separator: separator))
      }
    }
    return spellings.map { QueryAlternative($0, kind: .guess) }
  }
}
