/// The lists of a Word file and how their items are numbered (ECMA-376 17.9).
struct DOCXNumbering: Sendable {
  /// One level of a list.
  struct Level: Sendable {
    var start = 1
    var format = "decimal"
    /// The label, `%2` standing for the number of the second level.
    var text = ""
    /// What follows the label: `tab`, `space` or `nothing`.
    var suffix = "tab"
    /// The 1-based level whose items restart this one; nil for any higher one, 0 for none.
    var restart: Int?
    /// Whether every number of the label is set in Arabic digits.
    var isLegal = false
    /// The paragraph style that stands for the level.
    var style: String?
    /// The font of a bullet.
    var font: String?
  }

  private struct Definition {
    var levels: [Int: Level] = [:]
    /// The style whose list this one repeats.
    var styleLink: String?
    /// The style that other lists find this one by.
    var ownStyle: String?
  }

  /// One list of the text.
  private struct List {
    var definition: Int
    var starts: [Int: Int] = [:]
    var levels: [Int: Level] = [:]
  }

  private var definitions: [Int: Definition] = [:]
  private var lists: [Int: List] = [:]

  /// Without any list, as a file without its numbering part.
  init() {}

  /// Reads the numbering part.
  init(_ reader: XMLPullReader) throws(XMLReadingError) {
    while true {
      switch try reader.next() {
      case .start:
        switch reader.name {
        case "abstractNum": try readDefinition(reader)
        case "num": try readList(reader)
        default: break
        }
      case .end, .text: break
      case .finished: return
      }
    }
  }

  private mutating func readDefinition(_ reader: XMLPullReader) throws(XMLReadingError) {
    guard let id = Self.number(reader, "abstractNumId") else { return try reader.skip() }
    var definition = Definition()
    try reader.forEachChild { (name) throws(XMLReadingError) in
      switch name {
      case "lvl":
        let index = Self.levelIndex(reader)
        definition.levels[index] = try Self.readLevel(reader)
        return
      case "numStyleLink": definition.styleLink = reader.attribute("val")
      case "styleLink": definition.ownStyle = reader.attribute("val")
      default: break
      }
      try reader.skip()
    }
    definitions[id] = definition
  }

  private mutating func readList(_ reader: XMLPullReader) throws(XMLReadingError) {
    guard let id = Self.number(reader, "numId") else { return try reader.skip() }
    var list = List(definition: -1)
    try reader.forEachChild { (name) throws(XMLReadingError) in
      switch name {
      case "abstractNumId":
        list.definition = Self.number(reader, "val") ?? -1
        try reader.skip()
      case "lvlOverride":
        let index = Self.levelIndex(reader)
        try reader.forEachChild { (name) throws(XMLReadingError) in
          if name == "lvl" {
            list.levels[index] = try Self.readLevel(reader)
          } else {
            if name == "startOverride" { list.starts[index] = Self.start(reader.attribute("val")) }
            try reader.skip()
          }
        }
      default: try reader.skip()
      }
    }
    lists[id] = list
  }

  private static func readLevel(_ reader: XMLPullReader) throws(XMLReadingError) -> Level {
    var level = Level()
    try reader.forEachChild { (name) throws(XMLReadingError) in
      let value = reader.attribute("val")
      switch name {
      case "start": level.start = start(value) ?? 1
      case "numFmt": level.format = value ?? "decimal"
      case "lvlText": level.text = String((value ?? "").prefix(longestLabel))
      case "suff": level.suffix = value ?? "tab"
      case "lvlRestart": level.restart = value.flatMap { Int($0) }
      case "isLgl": level.isLegal = value.map(DOCXProperties.isOn) ?? true
      case "pStyle": level.style = value
      case "rPr":
        try reader.forEachChild { (name) throws(XMLReadingError) in
          if name == "rFonts" {
            level.font = reader.attribute("ascii") ?? reader.attribute("hAnsi")
          }
          try reader.skip()
        }
        return
      case "AlternateContent":
        // A format newer than the schema stands in the first choice, an older one in the fallback.
        try Self.readAlternative(reader, into: &level)
        return
      default: break
      }
      try reader.skip()
    }
    return level
  }

  private static func readAlternative(
    _ reader: XMLPullReader, into level: inout Level
  ) throws(XMLReadingError) {
    var format: String?
    try reader.forEachChild { (name) throws(XMLReadingError) in
      guard name == "Fallback" else { return try reader.skip() }
      try reader.forEachChild { (name) throws(XMLReadingError) in
        if name == "numFmt" { format = reader.attribute("val") }
        try reader.skip()
      }
    }
    level.format = format ?? level.format
  }

  private static func number(_ reader: XMLPullReader, _ attribute: String) -> Int? {
    reader.attribute(attribute).flatMap { Int($0) }
  }

  /// A number to start from, within bounds that leave room for counting on.
  private static func start(_ value: String?) -> Int? {
    value.flatMap { Int($0) }.map { min(max($0, 0), 1_000_000) }
  }

  /// A level's index; the schema allows nine.
  private static func levelIndex(_ reader: XMLPullReader) -> Int {
    min(max(number(reader, "ilvl") ?? 0, 0), 8)
  }

  /// Characters of a label that are kept: Word itself allows fewer.
  private static let longestLabel = 64

  // MARK: Looking up

  /// The definition that a list counts by, and its levels with the list's own put in; nil for none.
  ///
  /// `numberingStyle` gives the list that a numbering style names.
  func levels(
    of list: Int, numberingStyle: (String) -> Int?
  ) -> (definition: Int, levels: [Int: Level], starts: [Int: Int])? {
    guard let own = lists[list], var definition = definitions[own.definition] else { return nil }
    var id = own.definition
    if definition.levels.isEmpty, let link = definition.styleLink,
      let other = lists[numberingStyle(link) ?? 0]?.definition
        ?? definitions.first(where: { $0.value.ownStyle == link })?.key,
      let linked = definitions[other]
    {
      id = other
      definition = linked
    }
    return (id, definition.levels.merging(own.levels) { $1 }, own.starts)
  }
}

/// Counts the items of all lists of a text in reading order and writes their labels.
struct DOCXListCounter: Sendable {
  private let numbering: DOCXNumbering
  private let styles: DOCXStyles
  /// For each definition the number last given at each level.
  private var counts: [Int: [Int: Int]] = [:]
  /// Lists that have had their own starting numbers.
  private var started: Set<Int> = []

  init(numbering: DOCXNumbering, styles: DOCXStyles) {
    self.numbering = numbering
    self.styles = styles
  }

  /// Returns the label of the next item with these resolved properties and its 0-based level.
  ///
  /// Nil where the paragraph is in no list; an empty label where its level shows none.
  mutating func label(of paragraph: DOCXProperties) -> (label: String, level: Int)? {
    guard let list = paragraph.list, list != 0,
      let (definition, levels, starts) = numbering.levels(
        of: list, numberingStyle: { styles.list(ofNumberingStyle: $0) })
    else { return nil }
    let level = level(of: paragraph, in: levels)
    guard let format = levels[level] else { return nil }
    if started.insert(list).inserted {
      for (index, start) in starts { counts[definition, default: [:]][index] = start - 1 }
    }
    var numbers = counts[definition] ?? [:]
    numbers[level] = (numbers[level] ?? (starts[level] ?? format.start) - 1) + 1
    for (index, deeper) in levels where index > level {
      let isRestarted = deeper.restart.map { level < $0 } ?? true
      if isRestarted { numbers[index] = nil }
    }
    counts[definition] = numbers
    return (label(of: format, level, levels, numbers), level)
  }

  /// A list taken from a style has the level that names the style.
  private func level(of paragraph: DOCXProperties, in levels: [Int: DOCXNumbering.Level]) -> Int {
    if let style = paragraph.listStyle,
      let named = levels.first(where: { $0.value.style == style })?.key
    {
      return named
    }
    return paragraph.listLevel ?? 0
  }

  private func label(
    of format: DOCXNumbering.Level, _ level: Int, _ levels: [Int: DOCXNumbering.Level],
    _ numbers: [Int: Int]
  ) -> String {
    var label = ""
    if format.format == "bullet" {
      label = SymbolFonts.text(format.text, font: format.font)
    } else {
      var scalars = format.text.unicodeScalars[...]
      while let scalar = scalars.popFirst() {
        if scalar == "%", let digit = scalars.first, let other = Int(String(digit)), other > 0 {
          scalars.removeFirst()
          let part = levels[other - 1] ?? format
          let number = numbers[other - 1] ?? part.start
          let isLegal = format.isLegal && other - 1 < level
          label += NumberFormat.text(number, isLegal ? "decimal" : part.format)
        } else {
          label.unicodeScalars.append(scalar)
        }
      }
    }
    guard !label.isEmpty else { return "" }
    return format.suffix == "nothing" ? label : label + " "
  }
}
