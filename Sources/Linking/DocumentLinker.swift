package import DocumentModel
package import Registry

/// Links a document's passages to laws, ministries, bodies, documents and dates.
package struct DocumentLinker: Sendable {
  private let finders: [any MentionFinder]
  private let concepts: LawConceptLinker
  private let triggers: TriggerTable

  /// Compiles the registry's names once for all documents.
  package init(registry: Registry) {
    concepts = LawConceptLinker(registry: registry)
    finders = [
      LawLinker(registry: registry), PolicyDocumentLinker(registry: registry),
      MinistryLinker(registry: registry), OrganizationLinker(registry: registry),
      DateLinker(registry: registry),
      concepts,
    ]
    var triggers = TriggerTable()
    for finder in finders { finder.addTriggers(to: &triggers) }
    self.triggers = triggers
  }

  /// Finds and resolves every mention outside furniture; nested mentions yield to the longest.
  ///
  /// `source` holds the bytes of the source layer, from which surfaces are read.
  package func link(_ document: StructuredDocument, source: [UInt8]) -> Staged<[Link]> {
    let context = LinkingContext(document, table: triggers)
    var diagnostics: [Diagnostic] = []
    var mentions: [Mention] = []
    for finder in finders {
      let found = finder.mentions(in: context)
      mentions += found.value
      diagnostics += found.diagnostics
    }
    mentions += DeclaredBodies().mentions(in: context, bodies: mentions)
    mentions += BodyReports().mentions(in: context, bodies: mentions)
    let standing = concepts.settle(
      MentionArbiter().settle(mentions), of: &mentions, in: document)
    diagnostics += standing.diagnostics
    let links = standing.value.map { place in
      let mention = mentions[place]
      let location = document.location(of: mention.span)
      let surface = document.surface(of: location, in: source)
      return Link(
        span: mention.span, location: location,
        // As a rule they are one, and then take the room of one.
        surface: surface == mention.evidence.words ? mention.evidence.words : surface,
        target: mention.target, basis: mention.basis, evidence: mention.evidence)
    }
    return Staged(links, diagnostics: diagnostics)
  }
}
