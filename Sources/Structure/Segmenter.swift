package import DocumentModel

/// Recovers sections, blocks and passages from citable text.
///
/// Lines are grouped into drafts of blocks, headings among them get their levels, and the drafts'
/// words are written anew in reading order, with every character mapped to its source.
///
/// - Complexity: O(*n*) in the length of the text.
package struct Segmenter: Sendable {
  package init() {}

  /// Finds headings and furniture, joins lines and cuts passages.
  package func segment(
    _ text: CitableText, of source: SourceDocument
  ) -> Staged<StructuredDocument> {
    let table = LineTable(text)
    let roles = LineClassifier().classify(table)
    let furniture = FurnitureDetector().detect(in: table, roles: roles)
    var drafts = BlockDrafter().drafts(of: table, roles: roles, furniture: furniture)
    HeadingDetector().detect(in: &drafts, of: table)
    Outline().assignLevels(to: &drafts)
    let (citable, placements) = TextAssembler().assemble(drafts, of: text, table.text)
    let builder = StructureBuilder(source: source, drafts: drafts, citable: citable)
    return Staged(builder.build(placements, metadata: source.metadata))
  }
}
