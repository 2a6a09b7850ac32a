import DocumentModel
import Structure
import TextNormalization

/// Runs a source through the stages that make its structure, and holds the result to what must be
/// true of every document.
struct DocumentProof {
  private let normalizer = Normalizer(variants: CharacterVariants(radicals: [:], folds: [:]))
  private let segmenter = Segmenter()

  func prove(_ source: SourceDocument) {
    let citable = normalizer.normalize(source).value
    let document = segmenter.segment(citable, of: source).value
    var end = 0
    for block in document.blocks {
      precondition(block.span.lowerBound.utf8 == end, "blocks ascend without gaps")
      end = block.span.upperBound.utf8 + 1
    }
    precondition(end == document.citable.utf8.count, "blocks are the whole text")
    for passage in document.passages {
      precondition(passage.text == document.citable.string(passage.span))
      for span in passage.location.spans {
        precondition(span.lowerBound.utf8 >= 0 && span.upperBound.utf8 <= source.utf8.count)
        let kept = source.keptSpan(span)
        precondition(source.textSpan(kept) == span, "there and back")
        precondition(kept.upperBound.utf8 <= source.keptBytes.count)
      }
    }
    for run in document.citable.map.runs where run.isIdentity {
      precondition(document.citable.utf8[run.from].elementsEqual(source.utf8[run.to]))
    }
    precondition(Set(document.passages.map(\.id)).count == document.passages.count)
    precondition(Set(document.sections.map(\.id)).count == document.sections.count)
  }
}
