internal import DocumentModel

/// Tells what other countries did from what Japan did, since the chain is of a Japanese measure.
///
/// Words are folded as the texts are.
struct ForeignActors: Sendable {
  private let countries: [[UInt32]]
  private let gathering: [[UInt32]]
  private let domestic: [[UInt32]]
  private let shared: [[UInt32]]
  private let regions: [[UInt32]]
  private let fold: TraceFolding

  private static let countryWords = [
    "米国", "英国", "欧州", "EU", "中国", "韓国", "台湾", "豪州", "仏国", "独国", "フランス", "ドイツ", "イタリア", "カナダ",
    "オーストラリア", "インド", "ロシア", "オランダ", "シンガポール", "米 国", "英 国", "豪 州", "米政府", "米司法省",
    "バイデン大統領", "習近平",
  ]

  /// Words of a heading that gather what several other countries do.
  private static let gatheringWords = [
    "各国での", "各国による", "各国の", "諸外国", "主要国", "海外の動向", "国際的な動向", "外国の動向",
  ]

  /// Words that bring Japan in.
  private static let domesticWords = [
    "我が国", "日本", "わが国", "日米", "日英", "日韓", "日豪", "日EU", "日欧", "日印", "日・",
  ]

  /// Words of a heading on what is done together.
  private static let sharedWords = ["連携", "協力", "対話", "協定", "同志国", "枠組み", "首脳", "会合"]

  /// Longer names that begin with a country's and mean something else.
  private static let regionWords = ["インド太平洋", "中国地方", "中国電力", "中国経済産業局"]

  init(fold: @escaping TraceFolding) {
    self.fold = fold
    countries = Self.countryWords.map { fold($0).scalars }
    gathering = Self.gatheringWords.map { fold($0).scalars }
    domestic = Self.domesticWords.map { fold($0).scalars }
    shared = Self.sharedWords.map { fold($0).scalars }
    regions = Self.regionWords.map { fold($0).scalars }
  }

  /// Whether a term itself names another country, so that what others do is what is asked for.
  func isNamed(in term: String) -> Bool {
    let text = fold(term)
    return countries.contains { text.contains($0, in: text.scalars.indices) }
  }

  /// Whether a heading says that what stands below it is about other countries.
  func isForeign(title: String) -> Bool {
    let text = fold(title)
    let all = text.scalars.indices
    guard !(domestic + shared).contains(where: { text.contains($0, in: all) }) else { return false }
    return (countries + gathering).contains { text.contains($0, in: all) }
  }

  /// Whether a sentence brings Japan in.
  func isDomestic(_ text: TraceText, _ sentence: Range<Int>) -> Bool {
    domestic.contains { text.contains($0, in: sentence) }
  }

  /// Whether another country is the actor of a sentence: 米国による…, 23年12月 英国の…戦略発表, an Act of its
  /// own without a Japanese one beside it.
  func acts(
    in passage: TracePassage, _ sentence: Range<Int>, date: Range<Int>?
  ) -> Bool {
    let text = passage.text
    guard !isDomestic(text, sentence) else { return false }
    if citesForeignLawAlone(passage, sentence) { return true }
    let starts = [sentence.lowerBound] + (date.map { [$0.upperBound] } ?? [])
    return starts.contains { start in
      var i = start
      while i < sentence.upperBound, !TracePassage.isLetter(text.scalars[i]) { i += 1 }
      guard i < sentence.upperBound,
        !regions.contains(where: { text.scalars[i...].starts(with: $0) })
      else { return false }
      return countries.contains { country in
        guard text.scalars[i..<sentence.upperBound].starts(with: country) else { return false }
        return i + country.count >= sentence.upperBound || text.scalars[i + country.count] != 0x3068
      }
    }
  }

  private func citesForeignLawAlone(
    _ passage: TracePassage, _ sentence: Range<Int>
  ) -> Bool {
    let bytes = passage.text.bytes(sentence)
    let start = passage.record.passage.span.lowerBound.utf8
    var isForeign = false
    for link in passage.record.links where bytes.contains(link.span.lowerBound.utf8 - start) {
      guard case .law(let law) = link.target else { continue }
      if law.isForeign { isForeign = true } else { return false }
    }
    return isForeign
  }
}
