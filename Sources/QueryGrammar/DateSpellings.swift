import DocumentModel

/// The ways in which one date is written: 2024年6月4日, 令和6年6月4日, 2024/6/4.
enum DateSpellings {
  /// Returns the other spellings of a text that is a date and nothing else.
  static func alternatives(of text: String) -> [QueryAlternative] {
    guard let value = QueryDates.date(text)?.rawValue, text.contains(where: { !$0.isNumber }) else {
      return []
    }
    let isFiscal = value.hasPrefix("FY")
    let parts = (isFiscal ? String(value.dropFirst(2)) : value).split(separator: "-")
      .compactMap { Int($0) }
    guard let year = parts.first, parts.count <= 3, !value.contains("/") else { return [] }
    var rest = isFiscal ? "年度" : "年"
    if parts.count > 1 { rest += "\(parts[1])月" }
    if parts.count > 2 { rest += "\(parts[2])日" }
    var spellings = ["\(year)\(rest)"] + QueryDates.eraYears(of: year).map { $0 + rest }
    if parts.count == 3 {
      spellings.append(parts.map(String.init).joined(separator: "/"))
      let padded = parts.map { $0 < 10 ? "0\($0)" : "\($0)" }
      spellings.append(padded.joined(separator: "/"))
    }
    return spellings.map { QueryAlternative($0, kind: .guess) }
  }
}
