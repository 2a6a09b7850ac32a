import DocumentModel
import Linking
import Readers
import Registry
import Structure
import TextNormalization

/// Makes the structure of a text and holds what finders report to what must be true of it.
struct LinkProof {
  private let normalizer = Normalizer(variants: Tables.registry.variants)
  private let segmenter = Segmenter()

  /// The document of some bytes, taken for UTF-8 text; nil where they aren't.
  func document(_ bytes: [UInt8]) -> (StructuredDocument, SourceDocument)? {
    guard let text = try? Decoder().decode(bytes, as: .utf8) else { return nil }
    let source = PlainTextReader().read(
      text.utf8, id: DocumentID("d"), source: "d.md", sha256: ""
    ).value
    return (segmenter.segment(normalizer.normalize(source).value, of: source).value, source)
  }

  /// The openings of one finder.
  static func table(of finder: some MentionFinder) -> TriggerTable {
    var table = TriggerTable()
    finder.addTriggers(to: &table)
    return table
  }

  /// Runs one finder on the whole of a text, in the form in which it reads every place.
  func prove(_ finder: some MentionFinder, _ table: TriggerTable, on bytes: [UInt8]) {
    guard let (document, _) = document(bytes) else { return }
    let mentions = finder.mentions(in: LinkingContext(document, table: table)).value
    for mention in mentions {
      precondition(!mention.span.isEmpty, "a mention has words")
      precondition(mention.span.upperBound.utf8 <= document.citable.utf8.count, "in the text")
      precondition(document.citable.utf8[mention.span.lowerBound.utf8] & 0xC0 != 0x80, "whole")
    }
    // The table of triggers only saves time.
    let everywhere = finder.mentions(in: LinkingContext(document)).value
    precondition(Set(everywhere) == Set(mentions), "a trigger leaves nothing out")
  }
}

/// All links of a text with the full registry.
struct LinksTarget: FuzzTarget {
  static let name = "links"
  static let summary =
    "all finders and the arbiter with the full registry: laws, bodies, documents, dates"
  static let seeds = ["txt", "md"]
  static let longest = 2_048

  private let proof = LinkProof()
  private let linker = DocumentLinker(registry: Tables.registry)

  init() {}

  func run(_ bytes: [UInt8]) {
    guard let (document, source) = proof.document(bytes) else { return }
    for link in linker.link(document, source: source.utf8).value {
      precondition(!link.surface.isEmpty, "a link has a surface")
      for span in link.location.spans {
        precondition(span.lowerBound.utf8 >= 0 && span.upperBound.utf8 <= source.utf8.count)
      }
    }
  }
}

/// The grammar of dates.
struct DatesTarget: FuzzTarget {
  static let name = "dates"
  static let summary = "the grammar of dates: eras, fiscal years, ranges, relative dates"
  static let seeds = ["txt", "md"]
  static let longest = 2_048

  private let proof = LinkProof()
  private let linker = DateLinker(registry: Tables.registry)
  private let table = LinkProof.table(of: DateLinker(registry: Tables.registry))

  init() {}

  func run(_ bytes: [UInt8]) { proof.prove(linker, table, on: bytes) }
}

/// The grammar of citations of laws.
struct LawsTarget: FuzzTarget {
  static let name = "laws"
  static let summary = "the grammar of law citations: names, numbers, provisions, 同法, declarations"
  static let seeds = ["txt", "md"]
  static let longest = 2_048

  private let proof = LinkProof()
  private let linker = LawLinker(registry: Tables.registry)
  private let table = LinkProof.table(of: LawLinker(registry: Tables.registry))

  init() {}

  func run(_ bytes: [UInt8]) { proof.prove(linker, table, on: bytes) }
}
