/// Numbers footnotes and endnotes in the order of their marks (ECMA-376 17.11).
struct DOCXNoteCounter: Sendable {
  /// How one kind of note is numbered.
  struct Numbering: Sendable {
    var format: String
    var start = 1
  }

  var footnotes = Numbering(format: "decimal")
  var endnotes = Numbering(format: "lowerRoman")
  private var footnoteCount = 0
  private var endnoteCount = 0

  init() {}

  /// Takes the document's own formats from its settings part.
  mutating func readSettings(_ reader: XMLPullReader) throws(XMLReadingError) {
    var counter = self
    defer { self = counter }
    while true {
      switch try reader.next() {
      case .start:
        let name = reader.name
        guard name == "footnotePr" || name == "endnotePr" else { continue }
        try reader.forEachChild { (child) throws(XMLReadingError) in
          let value = reader.attribute("val")
          let path = name == "footnotePr" ? \DOCXNoteCounter.footnotes : \DOCXNoteCounter.endnotes
          if child == "numFmt", let value { counter[keyPath: path].format = value }
          if child == "numStart", let start = value.flatMap({ Int($0) }) {
            counter[keyPath: path].start = min(max(start, 0), 1_000_000)
          }
          try reader.skip()
        }
      case .end, .text: break
      case .finished: return
      }
    }
  }

  /// Returns the next mark of a kind; an author's own mark takes no number.
  mutating func mark(_ id: String, isEndnote: Bool, isCustom: Bool) -> DOCXNoteMark {
    guard !isCustom else { return DOCXNoteMark(id: id, isEndnote: isEndnote, mark: nil) }
    let numbering = isEndnote ? endnotes : footnotes
    let count = isEndnote ? endnoteCount : footnoteCount
    if isEndnote { endnoteCount += 1 } else { footnoteCount += 1 }
    return DOCXNoteMark(
      id: id, isEndnote: isEndnote,
      mark: NumberFormat.text(numbering.start + count, numbering.format))
  }
}

/// The texts of the notes by their identifiers.
struct DOCXNotes: Sendable {
  private(set) var footnotes: [String: [DOCXBlock]] = [:]
  private(set) var endnotes: [String: [DOCXBlock]] = [:]

  /// Reads the parts of the notes; separators between text and notes are none.
  init(_ package: DOCXPackage, styles: DOCXStyles) throws(OfficeReadingError) {
    footnotes = try Self.read(.footnotes, of: package, styles) ?? [:]
    endnotes = try Self.read(.endnotes, of: package, styles) ?? [:]
  }

  /// Returns the blocks of a note; empty where the file lacks it.
  func blocks(of mark: DOCXNoteMark) -> [DOCXBlock] {
    (mark.isEndnote ? endnotes : footnotes)[mark.id] ?? []
  }

  private static func read(
    _ relation: DOCXPackage.Relation, of package: DOCXPackage, _ styles: DOCXStyles
  ) throws(OfficeReadingError) -> [String: [DOCXBlock]]? {
    try package.read(relation) { (reader) throws(XMLReadingError) in
      var notes: [String: [DOCXBlock]] = [:]
      var parser = DOCXBodyParser(reader, styles: styles)
      while true {
        switch try reader.next() {
        case .start:
          guard reader.name == "footnote" || reader.name == "endnote" else { continue }
          let id = reader.attribute("id") ?? ""
          let type = reader.attribute("type") ?? "normal"
          if type == "normal" { notes[id] = try parser.blocks() } else { try reader.skip() }
        case .end, .text: break
        case .finished: return notes
        }
      }
    }
  }
}
