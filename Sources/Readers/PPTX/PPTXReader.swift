package import DocumentModel

/// Reads PowerPoint files (.pptx, .pptm): slides in their order, a page a slide, with their notes.
///
/// Hidden slides are left out and told, as are the words of charts, and of diagrams that the file holds
/// no drawing of. What a shape takes
/// from its layout (its place, its bullets) is taken; nothing outside the archive is ever fetched.
package struct PPTXReader: Sendable {
  package static let mediaType =
    "application/vnd.openxmlformats-officedocument.presentationml.presentation"

  /// The most bytes of words.
  private static let mostText = 128 << 20

  package init() {}

  /// Makes a source document of a file's bytes; the text it extracts is the source layer.
  ///
  /// `source` is the name by which the file was given, `path` where it lies; `sha256` is that of
  /// `bytes`. Pages are the slides by their 1-based numbers.
  ///
  /// - Throws: `OfficeReadingError` where the archive or a part of it is damaged or refused.
  package func read(
    _ bytes: [UInt8], id: DocumentID, source: String, path: String, sha256: String
  ) throws(OfficeReadingError) -> Staged<SourceDocument> {
    let package = try OfficePackage(bytes, folder: "ppt", names: ["presentation.xml"])
    var layouts = PPTXLayouts(package)
    let presentation = try Self.presentation(of: package)
    var writer = PPTXSlideWriter(size: presentation.size)
    var hidden: [Int] = []
    var notesRead: Set<String> = []
    for (index, slide) in presentation.slides.enumerated() {
      let content = try package.read(slide) { (reader) throws(XMLReadingError) in
        try Self.slide(reader)
      }
      guard content.isShown else {
        hidden.append(index + 1)
        continue
      }
      let relations = try package.relations(of: slide)
      let layout = relations.first { $0.type == "slideLayout" }?.path
      let notes = relations.first { $0.type == "notesSlide" }.map(\.path)
        .flatMap { notesRead.insert($0).inserted ? $0 : nil }
      writer.write(
        .init(
          number: index + 1,
          shapes: try PPTXDiagrams(package, relations).drawn(content.shapes),
          sheets: try layouts.sheets(layout),
          notes: try notes.map { (path) throws(OfficeReadingError) in
            try self.notes(path, of: package)
          } ?? [],
          isFirst: index == hidden.count))
      guard writer.builder.utf8.count <= Self.mostText else {
        throw .tooMuchText(bytes: Self.mostText)
      }
    }
    let document = SourceDocument(
      id: id, source: source, sha256: sha256, mediaType: Self.mediaType,
      utf8: writer.builder.utf8, pages: writer.builder.pages,
      metadata: try package.coreProperties(),
      marks: writer.builder.marks)
    let told: [(String, Severity, [Int])] = [
      ("input.pptx-hidden", .note, hidden),
      ("input.pptx-beside", .note, writer.slidesWithWordsBeside),
      ("input.pptx-graphics", .warning, writer.slidesWithGraphics),
      ("input.pptx-without-text", .warning, writer.slidesWithoutText),
    ]
    return Staged(
      document,
      diagnostics: told.filter { !$0.2.isEmpty }.map { identifier, severity, pages in
        Diagnostic(
          identifier, severity, arguments: ["source": path, "pages": PageList.text(of: pages)])
      })
  }

  /// The paths of the slides in the order of the presentation, and their size.
  private static func presentation(
    of package: OfficePackage
  ) throws(OfficeReadingError) -> (slides: [String], size: PPTXBox) {
    // 10 by 7.5 inches, where nothing is said.
    var size = PPTXBox(left: 0, top: 0, width: 9_144_000, height: 6_858_000)
    let ids = try package.read(package.main) { (reader) throws(XMLReadingError) in
      var ids: [String] = []
      while true {
        switch try reader.next() {
        case .start:
          // `id` is a number of the slide's own, `r:id` leads to its part.
          if reader.name == "sldId", let id = reader.prefixedAttribute("id") { ids.append(id) }
          if reader.name == "sldSz", let width = reader.attribute("cx").flatMap({ Double($0) }),
            let height = reader.attribute("cy").flatMap({ Double($0) }), width > 0, height > 0
          {
            (size.width, size.height) = (width, height)
          }
        case .end, .text: break
        case .finished: return ids
        }
      }
    }
    let relations = try package.relations(of: package.main)
    let paths = Dictionary(
      relations.filter { $0.type == "slide" }.map { ($0.id, $0.path) }
    ) { first, _ in first }
    // A slide that is listed again is the same one and counts once.
    var seen: Set<String> = []
    return (ids.compactMap { paths[$0] }.filter { seen.insert($0).inserted }, size)
  }

  private static func slide(
    _ reader: XMLPullReader
  ) throws(XMLReadingError) -> (shapes: [PPTXShape], isShown: Bool) {
    var shapes: [PPTXShape] = []
    var isShown = true
    while true {
      switch try reader.next() {
      case .start:
        if reader.name == "sld" {
          isShown = reader.attribute("show").map { !["0", "false"].contains($0) } ?? true
        } else if reader.name == "spTree" {
          shapes += try PPTXShapeParser(reader).shapes()
        }
      case .end, .text: break
      case .finished: return (shapes, isShown)
      }
    }
  }

  /// The paragraphs of a page of notes that the speaker wrote: its body, not the picture or the foot.
  private func notes(
    _ path: String, of package: OfficePackage
  ) throws(OfficeReadingError) -> [String] {
    let page = try package.read(path) { (reader) throws(XMLReadingError) in
      try Self.slide(reader)
    }
    return page.shapes.flatMap { shape -> [String] in
      guard shape.placeholder?.type == "body", case .text(let body) = shape.content else {
        return []
      }
      return body.paragraphs.map(\.text)
    }
  }
}
