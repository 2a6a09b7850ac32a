package import DocumentModel
import Linking
package import Pillars
package import Registry
import Structure
import TextNormalization

/// Runs all stages on one source document.
package struct Analyzer: Sendable {
  private let normalizer: Normalizer
  private let segmenter = Segmenter()
  private let linker: DocumentLinker
  private let relationFinder: RelationFinder
  private let classifier: PillarClassifier

  package init(registry: Registry, classifier: PillarClassifier) {
    normalizer = Normalizer(variants: registry.variants)
    linker = DocumentLinker(registry: registry)
    relationFinder = RelationFinder(registry: registry)
    self.classifier = classifier
  }

  /// Returns everything the stages found, with what they noticed, each told with its source.
  ///
  /// `decided` is what people decided about the document; the stages take it for what is so, as they
  /// do the document's date when they resolve 同年 or 昨年.
  package func analyze(
    _ source: SourceDocument, decided: DocumentMetadata = .init()
  ) -> Staged<AnalyzedDocument> {
    let citable = normalizer.normalize(source)
    var diagnostics = citable.diagnostics
    var described = source
    described.metadata = source.metadata.overlaid(by: decided)
    var structure = segmenter.segment(citable.value, of: described)
    structure.value = classifier.divider.divide(structure.value)
    let links = linker.link(structure.value, source: source.utf8)
    let relations = relationFinder.relations(in: structure.value, links: links.value)
    let pillars = classifier.classify(structure.value, links: links.value)
    let analyzed = AnalyzedDocument(
      source: source, structure: structure.value, links: links.value, relations: relations,
      pillars: pillars.value)
    diagnostics += structure.diagnostics + links.diagnostics + pillars.diagnostics
    for i in diagnostics.indices {
      if diagnostics[i].arguments["source"] == nil {
        diagnostics[i].arguments["source"] = source.source
      }
      if let spans = diagnostics[i].location?.spans {
        diagnostics[i].location?.spans = spans.map(source.keptSpan)
      }
    }
    return Staged(analyzed.countedInKeptBytes(), diagnostics: diagnostics)
  }
}
