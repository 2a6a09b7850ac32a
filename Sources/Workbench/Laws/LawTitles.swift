import DocumentModel
import Registry

/// Tells which law some words of a law's text name: by number, else by the longest known title.
struct LawTitles: Sendable {
  private var byNumber: [String: LawID] = [:]
  private var byTitle: [String: LawID] = [:]
  private var titles: [LawID: [String]] = [:]
  private var numbers: [LawID: String] = [:]
  private var longest = 0

  /// Knows the laws of the registry and those of which text is held.
  init(_ registry: Registry, held: [(law: LawID, title: String, number: String)]) {
    for law in registry.laws { add(law.lawID, title: law.title, number: law.lawNumber) }
    for law in held { add(law.law, title: law.title, number: law.number) }
  }

  private mutating func add(_ law: LawID, title: String, number: String) {
    numbers[law] = numbers[law] ?? number
    byNumber[number] = byNumber[number] ?? law
    guard byTitle[title] == nil else { return }
    byTitle[title] = law
    titles[law, default: []].append(title)
    longest = max(longest, title.count)
  }

  /// All titles of a law, the registry's first.
  func titles(of law: LawID) -> [String] { titles[law] ?? [] }

  /// 令和四年法律第四十三号; empty where it isn't known.
  func number(of law: LawID) -> String { numbers[law] ?? "" }

  /// Returns the law of a title.
  func law(titled title: String) -> LawID? { byTitle[title] }

  /// Returns the law that words name: its number decides, else the longest title at their end.
  func law(named words: String, number: String) -> LawID? {
    if !number.isEmpty, let law = byNumber[number] { return law }
    var name = words.suffix(longest)
    while !name.isEmpty {
      if let law = byTitle[String(name)] { return law }
      name = name.dropFirst()
    }
    return nil
  }
}
