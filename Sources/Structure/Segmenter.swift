package import DocumentModel

/// Recovers sections, blocks and passages from citable text.
///
/// Where a reader marked the lines of extracted text, its marks decide what they are. Lines are grouped
/// into drafts of blocks, headings among them get their levels, and the drafts' words are written anew
/// in reading order, with every character mapped to its source.
///
/// - Complexity: O(*n*) in the length of the text.
package struct Segmenter: Sendable {
  package init() {}

  /// Finds headings and furniture, joins lines and cuts passages.
  ///
  /// Numbers that the headings skip are told as `structure.numbering-gap`.
  package func segment(
    _ text: CitableText, of source: SourceDocument
  ) -> Staged<StructuredDocument> {
    let table = LineTable(text)
    let roles = LineClassifier().classify(table, of: text, from: source)
    let layout = TextLayout(roles)
    let furniture = FurnitureDetector().detect(in: table, roles: roles)
    var drafts = BlockDrafter().drafts(
      of: table, roles: roles, layout: layout, furniture: furniture,
      pageStarts: PageBreaks().starts(in: table, furniture: furniture))
    let assembler = TextAssembler(readsMarkup: source.holdsMarkup)
    var metadata = source.metadata
    if let block = TitleBlockFinder(table: table).find(in: drafts) {
      if drafts[block.title].heading == nil { drafts[block.title].heading = .title }
      drafts[block.title].kind = .heading
      for index in block.drafts { drafts[index].isTitleBlock = true }
      let title = assembler.words(of: drafts[block.title], in: text, table.text)
      metadata = MetadataInference().infer(from: block, title: title, in: table, given: metadata)
    }
    let mayHoldSlides = source.mayHoldSlides
    HeadingDetector(
      table: table, layout: layout, isExtracted: !source.holdsMarkup, namesParts: !mayHoldSlides
    ).detect(in: &drafts)
    if mayHoldSlides {
      SlideTitleFinder(table: table, layout: layout, knowsPages: !source.holdsMarkup)
        .detect(in: &drafts)
    }
    if layout == .extracted { drafts = ReadingOrder(table: table).order(drafts) }
    Outline(mayHoldSlides: mayHoldSlides, takesFirstAsTitle: source.holdsMarkup)
      .assignLevels(to: &drafts)
    let (citable, placements) = assembler.assemble(drafts, of: text, table.text)
    let builder = StructureBuilder(source: source, drafts: drafts, citable: citable)
    let document = builder.build(placements, metadata: metadata)
    return Staged(document, diagnostics: NumberingCheck().diagnostics(for: document.sections))
  }
}
