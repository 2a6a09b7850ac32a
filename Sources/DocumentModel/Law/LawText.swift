/// A version of a law in force from a day, named as the official bulk archive names it:
/// `504AC0000000043_20231117_000000000000000` (law, first day in force, amending law).
package struct LawRevisionID: RawRepresentable, Hashable, Sendable, Comparable {
  package var rawValue: String

  package init(rawValue: String) { self.rawValue = rawValue }

  /// Makes the name of a revision; an unknown day is written as eight zeros.
  package init(lawID: LawID, inForceFrom: CalendarDay?, amendingLaw: LawID?) {
    let day = inForceFrom?.iso8601.filter { $0 != "-" } ?? "00000000"
    rawValue = "\(lawID.rawValue)_\(day)_\(amendingLaw?.rawValue ?? Self.noAmendingLaw)"
  }

  /// Reads a name such as a file's stem; nil where it is not of that form.
  package init?(parsing name: String) {
    let parts = name.split(separator: "_", omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0].utf8.count == 15, parts[1].utf8.count == 8,
      parts[2].utf8.count == 15, parts[1].utf8.allSatisfy({ (0x30...0x39).contains($0) })
    else { return nil }
    rawValue = name
  }

  /// The law.
  package var lawID: LawID { LawID(String(rawValue.prefix(15))) }

  /// The first day in force, or nil where it isn't known.
  package var inForceFrom: CalendarDay? {
    let digits = rawValue.dropFirst(16).prefix(8)
    guard let year = Int(digits.prefix(4)), let month = Int(digits.dropFirst(4).prefix(2)),
      let day = Int(digits.dropFirst(6))
    else { return nil }
    return CalendarDay(year: year, month: month, day: day)
  }

  /// The amending law, or nil for the law as first made and for a later part of it coming in force.
  package var amendingLaw: LawID? {
    let name = String(rawValue.suffix(15))
    return name == Self.noAmendingLaw ? nil : LawID(name)
  }

  /// By first day in force; on one day by the amending law, none first.
  package static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }

  private static let noAmendingLaw = String(repeating: "0", count: 15)
}

/// What a node of a law is, from the element names of the standard law schema (法令標準XML v3).
package enum LawNodeKind: String, Sendable, CaseIterable {
  case preamble, part, chapter, section, subsection, division, article, paragraph, item, subitem
  case list
  case tableRow = "table_row"
  /// A set of supplementary provisions (附則).
  case supplementary
  /// An appended table, form, note or figure (別表, 様式).
  case appendix
}

/// One node of a law: a chapter, article, paragraph, item, table row.
package struct LawNode: Sendable, Equatable {
  package var kind: LawNodeKind
  /// The index of the parent node, or nil at the top.
  package var parent: Int?
  /// e-Gov's number: `24_2`, for merged deletions `3:5`; a position where the schema gives none.
  package var number: String
  /// The label as printed: 第二十四条の二, 二, イ, 第一章　総則.
  package var label: String
  /// The caption: （特定重要物資の指定）.
  package var caption: String
  /// The node's own sentences, those of its children left out.
  package var text: String
  /// The address in the revision, in the form of e-Gov's anchors: `Mp-At_24_2-Pr_1-It_2`, in
  /// supplementary provisions `Sp1-At_3`.
  package var address: String

  package init(
    kind: LawNodeKind, parent: Int?, number: String, label: String = "", caption: String = "",
    text: String = "", address: String = ""
  ) {
    self.kind = kind
    self.parent = parent
    self.number = number
    self.label = label
    self.caption = caption
    self.text = text
    self.address = address
  }
}

/// The full text of one revision of a law.
package struct LawText: Sendable, Equatable {
  package var revision: LawRevisionID
  /// 令和四年法律第四十三号.
  package var lawNumber: String
  package var title: String
  /// e-Gov's official short names.
  package var abbreviations: [String]
  /// `Act`, `CabinetOrder`, `MinisterialOrdinance`, `Rule`.
  package var lawType: String
  /// Parents before children, in the order of the text.
  package var nodes: [LawNode]

  package init(
    revision: LawRevisionID, lawNumber: String, title: String, abbreviations: [String],
    lawType: String, nodes: [LawNode]
  ) {
    self.revision = revision
    self.lawNumber = lawNumber
    self.title = title
    self.abbreviations = abbreviations
    self.lawType = lawType
    self.nodes = nodes
  }
}
