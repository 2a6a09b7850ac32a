import DocumentModel
import PassageIndex
import Registry
import TextNormalization
import Tracing
import Verification

/// Holds a draft's figures and dates against what the corpus states of the same things.
struct StatementChecks {
  private let base: KnowledgeBase
  private let documents: [DocumentRecord]
  private let checker: QuotationChecker
  private let reader: StatementReader
  /// The statements of each passage of the corpus that was read.
  private var known: [PassageID: [Statement]] = [:]

  /// How many passages are read for one sentence.
  private static let limit = 40

  init(
    _ base: KnowledgeBase, registry: Registry, documents: [DocumentRecord],
    checker: QuotationChecker
  ) {
    self.base = base
    self.documents = documents
    self.checker = checker
    let folding = base.reader.folding
    let parents = Dictionary(
      registry.laws.compactMap { entry in entry.parent.map { (entry.lawID, $0) } },
      uniquingKeysWith: { first, _ in first })
    reader = StatementReader(
      fold: { string in
        let text = folding.fold(string)
        return TraceText(scalars: text.scalars, ranges: text.ranges)
      }, parent: { parents[$0] })
  }

  /// Returns a check for each figure and date of an event, quotations and citations left out.
  ///
  /// `dates` are the bytes at which dates begin that the check of documents has seen to.
  mutating func checks(
    of draft: AnalyzedDocument, _ sources: DraftSources, quotations: [DraftQuotation],
    apartFrom dates: Set<Int>
  ) throws -> [DraftCheck] {
    let masks = Self.joined(quotations.flatMap(\.ranges) + sources.citations)
    var checks: [DraftCheck] = []
    for record in Self.records(draft) {
      let span = record.passage.span.utf8Range()
      let first = masks.partitioningIndex { $0.upperBound > span.lowerBound }
      let own = masks[first...].prefix { $0.lowerBound < span.upperBound }.map { mask in
        let inside = mask.clamped(to: span)
        return (inside.lowerBound - span.lowerBound)..<(inside.upperBound - span.lowerBound)
      }
      let statements = reader.statements(in: record, without: own)
      var siblings: [Statement] = []
      for (number, statement) in statements.enumerated() {
        // Those of one sentence follow each other.
        if siblings.first?.evidence != statement.evidence {
          siblings = Array(statements[number...].prefix { $0.evidence == statement.evidence })
        }
        let start = statement.span.lowerBound.utf8
        guard !sources.isCitation(start), !dates.contains(start) else { continue }
        let cited = cited(sources.claim(at: start))
        let pool = try candidates(for: statement, cited: cited)
        let finding = finding(statement, beside: siblings, among: pool)
        checks.append(
          StatementMessage(documents: documents).check(
            statement, finding, at: draft.structure.location(of: statement.span)))
      }
    }
    return checks
  }

  /// The same bytes as ranges in ascending order, none touching another.
  private static func joined(_ ranges: [Range<Int>]) -> [Range<Int>] {
    var joined: [Range<Int>] = []
    for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if let last = joined.last, range.lowerBound <= last.upperBound {
        joined[joined.count - 1] = last.lowerBound..<max(last.upperBound, range.upperBound)
      } else {
        joined.append(range)
      }
    }
    return joined
  }

  /// What the cited source says counts before what others say.
  private func finding(
    _ statement: Statement, beside siblings: [Statement],
    among pool: [StatementMatcher.Candidate]
  ) -> StatementFinding {
    let all = StatementMatcher(pool).finding(for: statement, beside: siblings)
    let cited = pool.filter(\.isCited)
    guard !cited.isEmpty, case .agrees = all else { return all }
    // It is right somewhere; the source given may still say otherwise.
    if case .differs(let other) = StatementMatcher(cited).finding(for: statement, beside: siblings)
    {
      return .differs(other)
    }
    return all
  }

  /// The passages of a draft with their surroundings, as the index would give them.
  private static func records(_ draft: AnalyzedDocument) -> [PassageRecord] {
    let sections = Dictionary(
      draft.structure.sections.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let links = LinkIndex(draft.links)
    let document = DocumentRecord(
      id: draft.source.id, source: draft.source.source, sha256: draft.source.sha256,
      mediaType: draft.source.mediaType, metadata: draft.structure.metadata)
    return draft.structure.passages.compactMap { passage in
      guard let section = sections[passage.section] else { return nil }
      return PassageRecord(
        document: document, section: section,
        pillars: PillarAssignment(section: section.id, pillars: [], basis: .none),
        passage: passage, links: links.links(in: passage.span),
        relations: draft.relations[passage.id] ?? PassageRelations())
    }
  }

  private func cited(_ claim: ClaimedSource) -> Set<DocumentID> {
    Set(
      documents.filter { document in
        claim.documents.contains { checker.names($0, document) }
      }.map(\.id))
  }

  // MARK: Candidates

  private mutating func candidates(
    for statement: Statement, cited: Set<DocumentID>
  ) throws -> [StatementMatcher.Candidate] {
    let words = SubjectQuery.words(of: statement)
    guard !words.isEmpty else { return [] }
    let query = Query(
      text: statement.evidence.quote, expression: .any(words.map { .term(QueryTerm($0)) }))
    var hits = try search(query, filter: SearchFilter())
    if !cited.isEmpty {
      let ids = cited.sorted { $0.rawValue < $1.rawValue }
      hits += try search(query, filter: SearchFilter(documents: ids))
    }
    var seen: Set<PassageID> = []
    var found: [StatementMatcher.Candidate] = []
    for record in hits where seen.insert(record.passage.id).inserted {
      let statements = known[record.passage.id] ?? reader.statements(in: record)
      known[record.passage.id] = statements
      found += statements.map {
        .init(
          $0, documentDate: record.document.metadata.date?.value,
          isCited: cited.contains(record.document.id))
      }
    }
    return found
  }

  private func search(_ query: Query, filter: SearchFilter) throws -> [PassageRecord] {
    var request = SearchRequest(
      query: query, limit: Self.limit, isExact: true, countsFacets: false, explainsAbsence: false)
    request.filter = filter
    return try base.ask { reader throws(IndexError) in try reader.search(request) }.hits
      .map(\.record)
  }
}

/// The words by which passages are looked for that may speak of the same thing.
enum SubjectQuery {
  /// Returns the nouns of the sentence, long ones also in pairs of letters, and the figure itself.
  ///
  /// A draft says 計画の認定 for 認定計画: pairs find either.
  static func words(of statement: Statement) -> [String] {
    var (words, seen) = ([String](), Set<String>())
    func add(_ word: String) { if seen.insert(word).inserted { words.append(word) } }
    if !statement.isDate { add(statement.words) }
    for run in runs(statement.evidence.quote) {
      if run.count <= 8 { add(String(scalars: run[...])) }
      if run.count >= 4 {
        for start in stride(from: 0, to: run.count - 1, by: 2) {
          add(String(scalars: run[start..<min(start + 2, run.count)]))
        }
      }
    }
    return Array(words.filter { $0.unicodeScalars.count >= 2 }.prefix(limit))
  }

  private static let limit = 48

  /// Runs of kanji, katakana or Latin letters.
  private static func runs(_ text: String) -> [[Unicode.Scalar]] {
    var (runs, current) = ([[Unicode.Scalar]](), [Unicode.Scalar]())
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x3005, 0x30A1...0x30FA, 0x30FC, 0x3400...0x9FFF, 0x41...0x5A, 0x61...0x7A:
        current.append(scalar)
      default:
        if current.count >= 2 { runs.append(current) }
        current = []
      }
    }
    if current.count >= 2 { runs.append(current) }
    return runs
  }
}
