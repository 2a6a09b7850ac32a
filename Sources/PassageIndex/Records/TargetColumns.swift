import DocumentModel
import GRDB

/// Writes and reads what links and relations point at; equal targets share one row.
enum TargetColumns {
  static let insert = """
    INSERT INTO target (kind, key, value, lawId, article, paragraph, item, subitem,
      isSupplementary, isForeign, parent, successor, isRelative, isApproximate, anchor, role,
      firstDay, lastDay)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
    """

  /// The columns of `target` as a row of a joined query must name them.
  static let columns = """
    target.kind AS targetKind, target.value, target.lawId, target.article, target.paragraph,
    target.item, target.subitem, target.isSupplementary, target.isForeign, target.parent,
    target.successor, target.isRelative, target.isApproximate, target.anchor, target.role
    """

  /// The values of all columns but `id`; the key tells unequal targets apart.
  static func values(_ target: LinkTarget) -> [(any DatabaseValueConvertible)?] {
    var fields = [(any DatabaseValueConvertible)?](repeating: nil, count: 16)
    fields[6] = false
    fields[7] = false
    fields[10] = false
    fields[11] = false
    switch target {
    case .law(let law):
      fields[0] = law.title
      fields[1] = law.lawID?.rawValue
      fields[2] = law.provision.article
      fields[3] = law.provision.paragraph
      fields[4] = law.provision.item
      fields[5] = law.provision.subitem
      fields[6] = law.provision.isSupplementary
      fields[7] = law.isForeign
    case .document(let title):
      fields[0] = title
    case .ministry(let unit), .org(let unit):
      fields[0] = unit.value
      fields[8] = unit.parent
      fields[9] = unit.successor
    case .date(let date):
      fields[0] = date.value.rawValue
      fields[10] = date.isRelative
      fields[11] = date.isApproximate
      fields[12] = date.anchor?.rawValue
      fields[13] = date.role?.rawValue
      if let interval = date.value.interval {
        fields[14] = interval.first.map(dayNumber) ?? 0
        fields[15] = interval.last.map(dayNumber) ?? 99_991_231
      }
    }
    let kind = target.kind.rawValue
    let key = fields[..<14].map { field -> String in
      switch field {
      case nil: ""
      case let text as String: text
      case let flag as Bool: flag ? "1" : "0"
      default: ""
      }
    }
    return [kind, ([kind] + key).joined(separator: "\u{1F}")] + fields
  }

  /// Returns what tells a target from every other.
  static func key(_ target: LinkTarget) -> String { values(target)[1] as? String ?? "" }

  /// Returns a day as the number 20240604.
  static func dayNumber(_ day: CalendarDay) -> Int {
    day.year * 10_000 + day.month * 100 + day.day
  }

  /// Reads a target from a row that has `columns`.
  static func target(_ row: Row) -> LinkTarget {
    let value: String = row["value"] ?? ""
    let unit = OrganizationTarget(value: value, parent: row["parent"], successor: row["successor"])
    switch LinkKind(rawValue: row["targetKind"]) ?? .document {
    case .law:
      return .law(
        LawTarget(
          lawID: (row["lawId"] as String?).map { LawID($0) }, title: row["value"],
          provision: ProvisionPath(
            article: row["article"], paragraph: row["paragraph"], item: row["item"],
            subitem: row["subitem"], isSupplementary: row["isSupplementary"]),
          isForeign: row["isForeign"]))
    case .document: return .document(value)
    case .ministry: return .ministry(unit)
    case .org: return .org(unit)
    case .date:
      return .date(
        DateTarget(
          value: EDTF(value), isRelative: row["isRelative"], isApproximate: row["isApproximate"],
          anchor: (row["anchor"] as String?).map { EDTF($0) },
          role: (row["role"] as String?).flatMap { DateRole(rawValue: $0) }))
    }
  }
}
