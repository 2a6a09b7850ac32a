/// A part of a law that no article number of its main provision names.
package enum LawPlace: Sendable, Equatable {
  /// 附則第四条, 附則[2]第三条: an article or paragraph of a set of supplementary provisions, or the
  /// whole set.
  ///
  /// `set` is 1-based, in the order of the text; `amendingLaw` names the set by the law that added it.
  case supplementary(set: Int?, amendingLaw: String?, number: String?)
  /// 別表第一, 様式第二: an appendix, by kind and number; `number` is nil for the only one.
  case appendix(kind: String, number: String?)
  /// An address as the outline prints it: `Sp2-At_1`, `Mpat_3`, `Mp-Ch_1`.
  case address(String)

  /// Reads what stands after the colon of 推進法:附則第4条; nil where it names no such part.
  ///
  /// Numbers may be written in kanji or digits.
  package init?(_ text: String) {
    if text.hasPrefix("Mp-") || text.hasPrefix("Mpat_") || text.hasPrefix("Sp") {
      self = .address(text)
      return
    }
    for kind in ["別表", "様式", "別記"] where text.hasPrefix(kind) {
      let rest = text.dropFirst(kind.count)
      let number = LawPlace.number(rest)
      guard rest.isEmpty || number != nil else { return nil }
      self = .appendix(kind: kind, number: number)
      return
    }
    guard text.hasPrefix("附則") else { return nil }
    var rest = text.dropFirst(2)
    var set: Int?
    var amendingLaw: String?
    if rest.hasPrefix("["), let end = rest.firstIndex(of: "]") {
      guard let value = Int(rest[rest.index(after: rest.startIndex)..<end]), value > 0 else {
        return nil
      }
      set = value
      rest = rest[rest.index(after: end)...]
    } else if let first = rest.first, first == "（" || first == "(",
      let end = rest.firstIndex(where: { $0 == "）" || $0 == ")" })
    {
      amendingLaw = String(rest[rest.index(after: rest.startIndex)..<end])
      rest = rest[rest.index(after: end)...]
    }
    let number = LawPlace.number(rest)
    guard rest.isEmpty || number != nil else { return nil }
    self = .supplementary(set: set, amendingLaw: amendingLaw, number: number)
  }

  /// Reads 第一, 第二の三, 第4条, 4 or 4_2 as e-Gov's number.
  package static func number(_ text: some StringProtocol) -> String? {
    var parts: [Int] = []
    var digits: [Int] = []
    var total = 0
    func close() -> Int? {
      defer { (digits, total) = ([], 0) }
      guard !digits.isEmpty || total > 0 else { return nil }
      return total + digits.reduce(0) { $0 * 10 + $1 }
    }
    for character in text {
      switch character {
      case "第", "条", "項": continue
      case "の", "_", "-":
        guard let part = close() else { return nil }
        parts.append(part)
      case "十", "百", "千":
        let unit = character == "十" ? 10 : character == "百" ? 100 : 1000
        total += (digits.isEmpty ? 1 : digits.reduce(0) { $0 * 10 + $1 }) * unit
        digits = []
      default:
        guard let digit = character.wholeNumberValue, digit < 10 else { return nil }
        digits.append(digit)
      }
    }
    guard let last = close() else { return nil }
    return (parts + [last]).map(String.init).joined(separator: "_")
  }
}

extension LawText {
  /// Returns the position of the node that a place names, or nil where the law has none.
  ///
  /// `isAmending` tells whether the words over a set of supplementary provisions name a law.
  package func node(
    at place: LawPlace, isAmending: (_ caption: String, _ law: String) -> Bool
  ) -> Int? {
    switch place {
    case .address(let address): return nodes.firstIndex { $0.address == address }
    case .appendix(let kind, let number):
      return nodes.firstIndex { node in
        guard node.kind == .appendix, node.label.hasPrefix(kind) else { return false }
        let rest = node.label.dropFirst(kind.count).prefix { $0 != "（" && $0 != "\u{3000}" }
        return LawPlace.number(rest) == number || number == "1" && rest.isEmpty
      }
    case .supplementary(let set, let amendingLaw, let number):
      let sets = nodes.indices.filter { nodes[$0].kind == .supplementary }
      let chosen =
        amendingLaw.map { law in sets.first { isAmending(nodes[$0].caption, law) } }
        ?? sets.first { nodes[$0].number == String(set ?? 1) }
      guard let chosen, let number else { return chosen }
      // A set without articles is cited by its paragraphs.
      let address = nodes[chosen].address
      return nodes.firstIndex { $0.address == "\(address)-At_\(number)" }
        ?? nodes.firstIndex { $0.address == "\(address)-Pr_\(number)" }
    }
  }
}
