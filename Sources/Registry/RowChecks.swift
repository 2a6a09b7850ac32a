import DocumentModel

/// The checks of single fields, each throwing an error that names the place.
struct RowChecks {
  let file: String

  init(_ table: RegistryTable) { file = table.fileName }

  func filled(_ value: String, _ field: String, line: Int) throws(RegistryError) {
    guard value.contains(where: { !$0.isWhitespace }) else {
      throw RegistryError(.emptyValue, file: file, line: line, field: field)
    }
  }

  func filled(_ value: String?, _ field: String, line: Int) throws(RegistryError) {
    if let value { try filled(value, field, line: line) }
  }

  /// Checks names and evidence, and that no name is given twice in the row.
  func aliases(
    _ aliases: [AliasEntry], besides name: String, line: Int
  ) throws(RegistryError) {
    var seen: Set<String> = [name]
    for (i, alias) in aliases.enumerated() {
      try filled(alias.name, "aliases[\(i)].name", line: line)
      try filled(alias.evidence, "aliases[\(i)].evidence", line: line)
      guard seen.insert(alias.name).inserted else {
        throw RegistryError(
          .duplicateName, file: file, line: line, field: "aliases[\(i)].name", value: alias.name)
      }
    }
  }

  /// Checks that a series and each of its other names leave the same edition open, so that a name
  /// found in a text always gives a whole title.
  func template(
    _ title: String, _ aliases: [AliasEntry], line: Int
  ) throws(RegistryError) {
    guard let open = Self.placeholders(in: title), open.count < 2 else {
      throw RegistryError(.wrongValue, file: file, line: line, field: "title", value: title)
    }
    for (i, alias) in aliases.enumerated() where Self.placeholders(in: alias.name) != open {
      throw RegistryError(
        .wrongValue, file: file, line: line, field: "aliases[\(i)].name", value: alias.name)
    }
  }

  /// Returns the names in braces, or nil where one is neither `year` nor `ordinal`.
  private static func placeholders(in name: String) -> [String]? {
    var found: [String] = []
    for part in name.split(separator: "{", omittingEmptySubsequences: false).dropFirst() {
      let inside = String(part.prefix { $0 != "}" })
      guard inside.count < part.count, inside == "year" || inside == "ordinal" else { return nil }
      found.append(inside)
    }
    return found
  }

  /// Checks the shape of an e-Gov LawId: era 1 to 5, two-digit year, type, number.
  func lawID(_ id: LawID, _ field: String, line: Int) throws(RegistryError) {
    let bytes = Array(id.rawValue.utf8)
    let digits = 0x30...0x39 as ClosedRange<UInt8>
    let isShaped =
      bytes.count == 15 && (0x31...0x35).contains(bytes[0]) && digits.contains(bytes[1])
      && digits.contains(bytes[2]) && (0x41...0x5A).contains(bytes[3])
      && bytes[4...].allSatisfy { digits.contains($0) || (0x41...0x5A).contains($0) }
    guard isShaped else {
      throw RegistryError(.badLawID, file: file, line: line, field: field, value: id.rawValue)
    }
  }

  @discardableResult
  func day(_ text: String?, _ field: String, line: Int) throws(RegistryError) -> CalendarDay? {
    guard let text else { return nil }
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.map(\.utf8.count) == [4, 2, 2], let year = Int(parts[0]),
      let month = Int(parts[1]), let day = Int(parts[2]),
      let result = CalendarDay(year: year, month: month, day: day)
    else {
      throw RegistryError(.badDate, file: file, line: line, field: field, value: text)
    }
    return result
  }

  func period(
    from: String?, _ fromField: String, until: String?, _ untilField: String, line: Int
  ) throws(RegistryError) {
    let first = try day(from, fromField, line: line)
    let last = try day(until, untilField, line: line)
    if let first, let last, last < first {
      throw RegistryError(.badDate, file: file, line: line, field: untilField, value: until)
    }
  }

  func reference(
    _ name: String?, in names: Set<String>, _ field: String, line: Int
  ) throws(RegistryError) {
    guard let name, !names.contains(name) else { return }
    throw RegistryError(.danglingReference, file: file, line: line, field: field, value: name)
  }

  func references(
    _ values: [String], in names: Set<String>, _ field: String, line: Int
  ) throws(RegistryError) {
    for (i, name) in values.enumerated() {
      try reference(name, in: names, "\(field)[\(i)]", line: line)
    }
  }

  /// Checks `504AC0000000043#7` against the laws known and the article's shape.
  func provision(
    _ text: String, laws: Set<String>, _ field: String, line: Int
  ) throws(RegistryError) {
    let parts = text.split(separator: "#", omittingEmptySubsequences: false).map(String.init)
    try lawID(LawID(parts[0]), field, line: line)
    try reference(parts[0], in: laws, field, line: line)
    guard parts.count == 1 || (parts.count == 2 && Self.isArticle(parts[1])) else {
      throw RegistryError(.wrongValue, file: file, line: line, field: field, value: text)
    }
  }

  /// Whether it is an article as e-Gov numbers it, `24` or `24_2`.
  private static func isArticle(_ text: String) -> Bool {
    text.split(separator: "_", omittingEmptySubsequences: false)
      .allSatisfy { !$0.isEmpty && $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }
  }

  /// Checks that each name stands for one entry, unless all entries that have it declare it so.
  func distinctNames(
    _ entries: [(line: Int, name: String, aliases: [AliasEntry])], besides taken: Set<String> = []
  ) throws(RegistryError) {
    for entry in entries {
      for (i, alias) in entry.aliases.enumerated() where taken.contains(alias.name) {
        throw RegistryError(
          .duplicateName, file: file, line: entry.line, field: "aliases[\(i)].name",
          value: alias.name)
      }
    }
    var ambiguous: [String: [Int]] = [:]
    var owner: [String: Int] = [:]
    for entry in entries { owner[entry.name] = entry.line }
    for entry in entries {
      for (i, alias) in entry.aliases.enumerated() {
        if alias.kind == .ambiguous {
          ambiguous[alias.name, default: []].append(entry.line)
        } else if let other = owner.updateValue(entry.line, forKey: alias.name),
          other != entry.line
        {
          throw RegistryError(
            .duplicateName, file: file, line: entry.line, field: "aliases[\(i)].name",
            value: alias.name)
        }
      }
    }
    for (name, lines) in ambiguous.sorted(by: { $0.key < $1.key })
    where lines.count < 2 || owner[name] != nil {
      throw RegistryError(
        .duplicateName, file: file, line: lines[0], field: "aliases", value: name)
    }
  }
}
