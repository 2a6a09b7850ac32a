package import DocumentModel

/// A law that words can stand for: known by its LawId, or known only by its name.
package struct LawReference: Sendable, Hashable {
  /// Nil for a foreign law or one that the registry doesn't hold.
  package let lawID: LawID?
  package let title: String
  package let isForeign: Bool

  package init(lawID: LawID?, title: String, isForeign: Bool = false) {
    self.lawID = lawID
    self.title = title
    self.isForeign = isForeign
    form = Self.form(lawID, title)
  }

  /// A law of the registry is known by its LawId; its title is compared only without one.
  package static func == (a: Self, b: Self) -> Bool {
    a.lawID == b.lawID && a.isForeign == b.isForeign && (a.lawID != nil || a.title == b.title)
  }

  package func hash(into hasher: inout Hasher) {
    if let lawID { hasher.combine(lawID) } else { hasher.combine(title) }
  }

  /// Which kind of instrument it is, so that 同法 finds an Act and 同令 an order.
  package let form: LawForm

  private static func form(_ lawID: LawID?, _ title: String) -> LawForm {
    guard let id = lawID?.rawValue, id.count == 15 else { return LawForm(title: title) }
    let type = id.dropFirst(3).prefix(2)
    if type == "AC" || type == "CO" && title.hasSuffix("法") { return .act }
    if type == "CO" || type == "IO" { return .order }
    // 府省令 and 委員会規則, titles such as …に関する命令 among them.
    if type.hasPrefix("M") || type.hasPrefix("R") { return .regulation }
    return LawForm(title: title)
  }
}

/// The kinds of instruments that pronouns tell apart.
package enum LawForm: Sendable, Hashable {
  /// 法律: 同法, 本法.
  case act
  /// 政令, 勅令: 同令, 令第3条.
  case order
  /// 府省令, 委員会規則: 同規則, 規則第5条.
  case regulation

  /// Reads the form off a title's end.
  package init(title: String) {
    if title.hasSuffix("規則") || title.hasSuffix("省令") || title.hasSuffix("府令") {
      self = .regulation
    } else if title.hasSuffix("令") {
      self = .order
    } else {
      self = .act
    }
  }
}
