import DocumentModel
import Foundation

/// A quotation as `cite` and `export` wrote it, in JSON or as a W3C annotation.
struct ExportedExcerpt: Sendable {
  var quote: String
  var selector: TextQuoteSelector
  var position: TextPositionSelector
  /// The 1-based lines; nil in an annotation, which has positions alone.
  var lines: ClosedRange<Int>?
  var passage: String
  var document: DocumentID
  /// The title, or the address that an annotation gives.
  var title: String?
}

/// Reads the quotations of an exported file.
enum ExportedExcerpts {
  /// Returns the quotations, or nil where the file isn't such an export.
  static func read(_ bytes: [UInt8]) -> [ExportedExcerpt]? {
    guard bytes.first(where: { $0 > 0x20 }) == 0x7B || bytes.first(where: { $0 > 0x20 }) == 0x5B
    else { return nil }
    let (data, decoder) = (Data(bytes), JSONDecoder())
    if let list = try? decoder.decode(List.self, from: data) { return list.excerpts.map(\.excerpt) }
    let annotations =
      (try? decoder.decode([Annotation].self, from: data))
      ?? (try? decoder.decode(Annotation.self, from: data)).map { [$0] }
    return annotations?.compactMap(\.excerpt)
  }

  /// The nearest number that a line or offset may have, so that reckoning with it can't overflow.
  fileprivate static func plausible(_ number: Int) -> Int { min(max(number, 0), 1 << 40) }

  private struct List: Decodable {
    var excerpts: [Record]
  }

  private struct Record: Decodable {
    struct Document: Decodable {
      var id: String
      var title: String?
    }
    struct Selectors: Decodable {
      var quote: Selector
      var position: Selector
    }
    var quote: String
    var line: Int
    var line_end: Int
    var passage: String
    var document: Document
    var selectors: Selectors

    /// Figures that no document has are those of an altered file: they are only a hint of the place.
    private var lines: ClosedRange<Int> {
      let first = ExportedExcerpts.plausible(line)
      return first...max(first, ExportedExcerpts.plausible(line_end))
    }

    var excerpt: ExportedExcerpt {
      ExportedExcerpt(
        quote: quote, selector: selectors.quote.words, position: selectors.position.place,
        lines: lines, passage: passage, document: DocumentID(document.id),
        title: document.title)
    }
  }

  private struct Annotation: Decodable {
    struct Target: Decodable {
      var source: String
      var selector: [Selector]
    }
    var id: String
    var target: Target

    var excerpt: ExportedExcerpt? {
      let prefix = "urn:shirube:passage:"
      guard id.hasPrefix(prefix), let quote = target.selector.first(where: { $0.exact != nil }),
        let position = target.selector.first(where: { $0.start != nil })
      else { return nil }
      let passage = String(id.dropFirst(prefix.count))
      let end = passage.firstIndex(of: ".") ?? passage.endIndex
      return ExportedExcerpt(
        quote: quote.words.exact, selector: quote.words, position: position.place, lines: nil,
        passage: passage, document: DocumentID(String(passage[..<end])), title: nil)
    }
  }

  private struct Selector: Decodable {
    var exact: String?
    var prefix: String?
    var suffix: String?
    var start: Int?
    var end: Int?

    var words: TextQuoteSelector {
      TextQuoteSelector(exact: exact ?? "", prefix: prefix ?? "", suffix: suffix ?? "")
    }
    var place: TextPositionSelector {
      TextPositionSelector(
        start: ExportedExcerpts.plausible(start ?? 0), end: ExportedExcerpts.plausible(end ?? 0))
    }
  }
}
