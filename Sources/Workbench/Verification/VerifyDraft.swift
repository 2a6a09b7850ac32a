package import DocumentModel
import PassageIndex
package import Pillars
package import Registry
import TextNormalization
package import Verification

/// What a draft says, held against the corpus.
package struct VerifiedDraft: Sendable {
  /// In the order of the draft.
  package var checks: [DraftCheck] = []
  /// What reading the draft told.
  package var diagnostics: [Diagnostic] = []

  /// Whether the drafter must mend something.
  package var hasFaults: Bool { checks.contains { $0.status.isFault } }
}

/// Checks a draft's quotations, law citations and documents against the corpus.
package struct VerifyDraft: Sendable {
  private let base: KnowledgeBase
  private let registry: Registry
  private let classifier: PillarClassifier
  private let library: LawLibrary
  private let checker: QuotationChecker
  private let loader: SourceLoader

  /// `limits` hold for the draft as for a document that is ingested, but for the time; `encoding` is
  /// that of a draft in plain text, else it is found.
  package init(
    _ base: KnowledgeBase, registry: Registry, classifier: PillarClassifier, today: CalendarDay,
    limits: DocumentLimits = .init(), encoding: TextEncoding? = nil
  ) {
    var loader = SourceLoader(encoding: encoding)
    loader.limits = limits
    self.loader = loader
    self.base = base
    self.registry = registry
    self.classifier = classifier
    library = LawLibrary(base, today: today)
    checker = QuotationChecker(folding: base.reader.folding)
  }

  /// Checks the draft in a file.
  ///
  /// A law is held against the day the sentence gives (令和5年12月時点), else `day`, else today.
  ///
  /// - Throws: `WorkbenchError` where the file can't be read, or not within the limits.
  package func run(_ path: String, asOf day: CalendarDay? = nil) throws -> VerifiedDraft {
    let file = SourceFile(path: path, name: String(path.split(separator: "/").last ?? ""))
    let bytes = try Self.told(loader.bytes(of: file), of: path)
    if let exported = try exported(bytes, of: path) { return exported }
    let loaded = loader.load(bytes, of: file, id: DocumentID(file.name))
    var source = try Self.told(loaded, of: path)
    if source.mediaType.hasPrefix("text/"), source.marks.isEmpty {
      source.marks = DraftMarks().marks(in: source.utf8)
    }
    let draft = Analyzer(registry: registry, classifier: classifier).analyze(source)
    var verified = try run(draft.value, asOf: day, diagnostics: loaded.diagnostics)
    verified.checks += Self.impossibleDays(draft.diagnostics)
    verified.checks.sort { a, b in
      (a.location.line, a.location.hull.lowerBound) < (b.location.line, b.location.hull.lowerBound)
    }
    return verified
  }

  /// Returns what was read, or throws what was told where nothing was.
  private static func told<Value>(_ read: Staged<Value?>, of path: String) throws -> Value {
    if let value = read.value { return value }
    let problem = read.diagnostics.first { $0.severity == .error }
    throw WorkbenchError(
      .nothing, problem?.identifier ?? "source.unreadable",
      problem?.arguments ?? ["source": path])
  }

  /// Checks the quotations of a file that `cite` or `export` wrote as JSON or JSON-LD; nil for others.
  private func exported(_ bytes: [UInt8], of path: String) throws -> VerifiedDraft? {
    guard path.hasSuffix(".json") || path.hasSuffix(".jsonld"),
      let excerpts = ExportedExcerpts.read(bytes)
    else { return nil }
    let documents = try base.documents()
    var (selectors, texts) = (
      SelectorChecks(base, documents: documents, checker: checker), CandidateTexts(base)
    )
    let lines = LineIndex(bytes)
    var result = VerifiedDraft()
    var start = 0
    for excerpt in excerpts {
      let words = Array(excerpt.passage.utf8)
      start = bytes[start...].firstRange(of: words)?.lowerBound ?? start
      let line = lines.line(at: TextOffset<Source>(start))
      if let check = try selectors.check(excerpt, line: line) {
        result.checks.append(check)
      } else {
        let quotation = selectors.quotation(excerpt, line: line)
        let finding = try finding(quotation, texts: &texts, days: nil)
        result.checks.append(QuotationMessage.check(quotation, finding, documents, checker))
      }
      start += words.count
    }
    return result
  }

  /// A check for each day that no calendar has, as linking the draft told them.
  private static func impossibleDays(_ diagnostics: [Diagnostic]) -> [DraftCheck] {
    diagnostics.compactMap { diagnostic in
      guard diagnostic.identifier == "date.impossible", let location = diagnostic.location else {
        return nil
      }
      let text = diagnostic.arguments["text"] ?? ""
      return DraftCheck(
        .date, .noSuchDay, location: location, text: text,
        detail: Diagnostic("verify.date-impossible", .note, arguments: ["text": text]))
    }
  }

  private func run(
    _ draft: AnalyzedDocument, asOf day: CalendarDay?, diagnostics: [Diagnostic]
  ) throws -> VerifiedDraft {
    var result = VerifiedDraft(diagnostics: diagnostics)
    let documents = try base.documents()
    let days = DraftDays(draft, standard: day ?? library.today)
    var texts = CandidateTexts(base)
    let quotations = QuotationFinder().quotations(
      in: draft.structure, links: draft.links,
      quotedLines: Set(draft.source.marks.filter { $0.role == .quotation }.map(\.line)))
    for quotation in quotations {
      let finding = try self.finding(quotation, texts: &texts, days: days)
      result.checks.append(QuotationMessage.check(quotation, finding, documents, checker))
    }
    let laws = LawChecks(library: library, names: LawNames(registry), days: days)
    result.checks += try laws.checks(of: draft.links) + laws.numberChecks(of: draft.links)
    let sources = DraftSources(draft.structure, links: draft.links)
    let named = DocumentChecks(
      documents: documents, registry: registry, checker: checker
    ).checks(of: draft, sources)
    result.checks += named.checks
    var statements = StatementChecks(
      base, registry: registry, documents: documents, checker: checker)
    result.checks += try statements.checks(
      of: draft, sources, quotations: quotations, apartFrom: named.dates)
    return result
  }

  private func finding(
    _ quotation: DraftQuotation, texts: inout CandidateTexts, days: DraftDays?
  ) throws -> QuotationFinding {
    let laws = try days.map { try lawTexts(quotation, days: $0) } ?? []
    let holding = try texts.holding(quotation) { document in
      quotation.claim.documents.contains { checker.names($0, document) }
    }
    if let exact = checker.exact(quotation, in: laws + holding) { return exact }
    let (similar, passages) = try texts.resembling(quotation)
    let articles = laws.flatMap { $0.text.passages.map(\.id) }
    return checker.nearest(
      quotation, in: laws + similar, around: passages.union(articles))
      ?? QuotationFinding(.missing)
  }

  /// The texts of the laws that the quotation names, as they stood on the day that counts.
  private func lawTexts(
    _ quotation: DraftQuotation, days: DraftDays
  ) throws -> [QuotationChecker.Candidate] {
    var seen: Set<LawID> = []
    return try quotation.claim.laws.compactMap { law in
      guard let id = law.lawID, seen.insert(id).inserted,
        try !library.revisionIDs(of: id).isEmpty
      else { return nil }
      let day = days.day(at: quotation.ranges.first?.lowerBound ?? 0)
      let revision =
        try library.revisionInForce(of: id, on: day) ?? library.revision(of: id, on: nil)
      return QuotationChecker.Candidate(
        try library.text(revision).quotable, folding: base.reader.folding)
    }
  }
}
