import DocumentModel
import PassageIndex
import Verification

/// Finds the texts of the corpus that may hold a quotation, each read and folded once.
struct CandidateTexts {
  private let base: KnowledgeBase
  private var known: [DocumentID: QuotationChecker.Candidate] = [:]

  /// How many documents a common phrase may bring in.
  private static let limit = 40

  init(_ base: KnowledgeBase) { self.base = base }

  /// Returns the texts in which the quotation's rarest words stand; those the draft names first.
  mutating func holding(
    _ quotation: DraftQuotation, isNamed: (DocumentRecord) -> Bool
  ) throws -> [QuotationChecker.Candidate] {
    let clauses = QuotedClauses.clauses(of: quotation.text)
    guard let longest = clauses.first else { return [] }
    // Two clauses of one sentence stand in one passage; the longest alone nearly always decides.
    let query = Query(text: longest, expression: .term(QueryTerm(longest)))
    let ids = try base.ask { reader throws(IndexError) in
      try reader.documents(matching: query)
    }
    let records = try base.documents().filter { ids.contains($0.id) }
    let ordered = records.filter(isNamed) + records.filter { !isNamed($0) }
    return try ordered.prefix(Self.limit).compactMap { try candidate($0.id) }
  }

  /// Returns the texts with the passages that share most words with the quotation.
  mutating func resembling(
    _ quotation: DraftQuotation
  ) throws -> (candidates: [QuotationChecker.Candidate], passages: Set<PassageID>) {
    let pieces = QuotedClauses.pieces(of: quotation.text)
    guard !pieces.isEmpty else { return ([], []) }
    let query = Query(
      text: quotation.text, expression: .any(pieces.map { .term(QueryTerm($0)) }))
    let request = SearchRequest(
      query: query, limit: 12, isExact: true, countsFacets: false, explainsAbsence: false)
    let hits = try base.ask { reader throws(IndexError) in try reader.search(request) }.hits
    var (candidates, seen) = ([QuotationChecker.Candidate](), Set<DocumentID>())
    for hit in hits where seen.insert(hit.record.document.id).inserted {
      if let candidate = try candidate(hit.record.document.id) { candidates.append(candidate) }
    }
    return (candidates, Set(hits.map(\.record.passage.id)))
  }

  private mutating func candidate(_ id: DocumentID) throws -> QuotationChecker.Candidate? {
    if let known = known[id] { return known }
    let text = try base.ask { reader throws(IndexError) in try reader.quotableText(of: id) }
    guard let text else { return nil }
    let candidate = QuotationChecker.Candidate(text, folding: base.reader.folding)
    known[id] = candidate
    return candidate
  }
}

/// The words of a quotation by which it is looked for.
///
/// Numerals and punctuation may be set otherwise than in the source, so the words between them are
/// taken; a text without other words is looked for by its Latin words and figures.
enum QuotedClauses {
  /// Returns the runs of kanji and kana of at least two characters, longest first.
  static func clauses(of text: String) -> [String] {
    let clauses = runs(of: text).sorted { $0.count > $1.count }.map { String(scalars: $0) }
    return clauses.isEmpty ? words(of: text) : clauses
  }

  /// Returns the Latin words and figures, longest first.
  private static func words(of text: String) -> [String] {
    text.split { character in
      !character.unicodeScalars.allSatisfy {
        $0.properties.isAlphabetic || ("0"..."9").contains($0)
      }
    }
    .map(String.init).sorted { $0.count > $1.count }
  }

  /// Returns stretches of at most six characters, of which an altered character spoils one.
  static func pieces(of text: String) -> [String] {
    var pieces: [String] = []
    for run in runs(of: text) {
      var start = 0
      while start < run.count {
        let end = run.count - start < 9 ? run.count : start + 6
        pieces.append(String(scalars: Array(run[start..<end])))
        start = end
      }
    }
    return pieces.isEmpty ? words(of: text) : Array(pieces.prefix(60))
  }

  private static func runs(of text: String) -> [[Unicode.Scalar]] {
    var (runs, current) = ([[Unicode.Scalar]](), [Unicode.Scalar]())
    // A line end may stand within a word, a space may not.
    for scalar in text.unicodeScalars where scalar != "\n" {
      if isWordPart(scalar) {
        current.append(scalar)
      } else {
        if current.count >= 2 { runs.append(current) }
        current = []
      }
    }
    if current.count >= 2 { runs.append(current) }
    return runs
  }

  private static let numerals = Set("〇一二三四五六七八九十百千".unicodeScalars)

  private static func isWordPart(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x3005, 0x3041...0x3096, 0x30A1...0x30FA, 0x30FC, 0x3400...0x9FFF:
      !numerals.contains(scalar)
    default: false
    }
  }
}
