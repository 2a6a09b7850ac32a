package import DocumentModel

/// Reads Word files (.docx, .docm): the final text with its styles, numbers, tables and notes.
///
/// What the text is made of stands in `DOCXTextWriter`. Pages have no place in the format: the file
/// holds at most where Word last broke them, which another font or printer moves, so none are given.
package struct DOCXReader: Sendable {
  package static let mediaType =
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document"

  package init() {}

  /// Makes a source document of a file's bytes; the text it extracts is the source layer.
  ///
  /// `source` is the name by which the file was given; `sha256` is that of `bytes`.
  ///
  /// - Throws: `OfficeReadingError` where the archive or a part of it is damaged or refused.
  package func read(
    _ bytes: [UInt8], id: DocumentID, source: String, sha256: String
  ) throws(OfficeReadingError) -> SourceDocument {
    let package = try DOCXPackage(bytes)
    let styles =
      try package.read(.styles) { (reader) throws(XMLReadingError) in
        try DOCXStyles(reader)
      } ?? DOCXStyles()
    let numbering =
      try package.read(.numbering) { (reader) throws(XMLReadingError) in
        try DOCXNumbering(reader)
      } ?? DOCXNumbering()
    let counter =
      try package.read(.settings) { (reader) throws(XMLReadingError) in
        var counter = DOCXNoteCounter()
        try counter.readSettings(reader)
        return counter
      } ?? DOCXNoteCounter()
    var writer = DOCXTextWriter(
      styles: styles, numbering: numbering, notes: try DOCXNotes(package, styles: styles))
    var furniture: [[DOCXBlock]] = []
    for path in package.paths(.header) + package.paths(.footer) {
      furniture.append(
        try package.read(path) { (reader) throws(XMLReadingError) in
          try Self.blocks(reader, in: ["hdr", "ftr"], styles, counter, isBody: false)
        })
    }
    writer.writeFurniture(furniture)
    writer.write(
      try package.read(package.document) { (reader) throws(XMLReadingError) in
        try Self.blocks(reader, in: ["body"], styles, counter, isBody: true)
      })
    return SourceDocument(
      id: id, source: source, sha256: sha256, mediaType: Self.mediaType,
      utf8: writer.builder.utf8, metadata: try package.coreProperties(), marks: writer.builder.marks
    )
  }

  /// The blocks of the first element with one of the names.
  private static func blocks(
    _ reader: XMLPullReader, in containers: Set<String>, _ styles: DOCXStyles,
    _ counter: DOCXNoteCounter, isBody: Bool
  ) throws(XMLReadingError) -> [DOCXBlock] {
    while true {
      switch try reader.next() {
      case .start where containers.contains(reader.name):
        var parser = DOCXBodyParser(reader, styles: styles, notes: counter)
        parser.dropsPageNumbers = !isBody
        let blocks = try parser.blocks()
        // A file that breaks off behind its text is damaged all the same.
        while try reader.next() != .finished {}
        return blocks
      case .finished: return []
      case .start, .end, .text: break
      }
    }
  }
}
