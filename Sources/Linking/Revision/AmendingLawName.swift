package import DocumentModel

/// An amending law by year, kind and number, for telling whether two names are of one law.
///
/// Law XML names it 令和五年五月一七日法律第二八号, a revision's name by its LawId. The LawId is read
/// here for comparison only; none is ever made up from a number.
package struct AmendingLawName: Hashable, Sendable {
  private static let eras = ["明治", "大正", "昭和", "平成", "令和"].map { scalars($0) }
  private static let firstYears = [1868, 1912, 1926, 1989, 2019]
  private static let kinds = WordSet("法律")

  /// Gregorian.
  var year: Int
  var isAct: Bool
  var number: Int

  /// Reads the words of a set of supplementary provisions; nil where they are of another form.
  package init?(_ words: String) {
    let text = ScalarText(words)
    guard let era = Self.eras.firstIndex(where: { text.hasPrefix($0, at: 0) }),
      let dai = (0..<text.count).last(where: { text.at($0) == 0x7B2C }),  // 第
      let number = NumeralScanner.number(in: text, at: dai + 1)
    else { return nil }
    // 元年 has no numeral.
    let ordinal = text.at(2) == 0x5143 ? 1 : NumeralScanner.number(in: text, at: 2)?.value
    guard let ordinal else { return nil }
    year = Self.firstYears[era] + ordinal - 1
    isAct = text.hasSuffix(ofAny: Self.kinds, before: dai)
    self.number = number.value
  }

  /// Takes the year and number that stand in a LawId; nil where it is of another form.
  package init?(_ law: LawID) {
    let characters = Array(law.rawValue)
    guard characters.count == 15, let era = characters[0].wholeNumberValue,
      Self.firstYears.indices.contains(era - 1), let year = Int(String(characters[1...2])),
      let number = Int(String(characters[12...14]))
    else { return nil }
    self.year = Self.firstYears[era - 1] + year - 1
    isAct = characters[3] == "A"
    self.number = number
  }
}
