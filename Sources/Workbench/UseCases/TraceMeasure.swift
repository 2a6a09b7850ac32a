package import DocumentModel
import PassageIndex
import QueryGrammar
import Registry
import TextNormalization
import Tracing

/// A measure's chain with the passages it was built from.
package struct TracedMeasure: Sendable {
  package var trace: Trace
  /// The documents of the steps.
  package var documents: [DocumentID: DocumentRecord]
  /// Measures that the term could mean, where it names several.
  package var ambiguous: [String]
  /// How many passages with the words weren't read, since there are too many.
  package var leftOut: Int
  package var diagnostics: [Diagnostic]

  package init(
    trace: Trace, documents: [DocumentID: DocumentRecord], ambiguous: [String],
    leftOut: Int = 0, diagnostics: [Diagnostic]
  ) {
    self.trace = trace
    self.documents = documents
    self.ambiguous = ambiguous
    self.leftOut = leftOut
    self.diagnostics = diagnostics
  }
}

/// Traces a measure across documents.
package struct TraceMeasure: Sendable {
  private let base: KnowledgeBase
  private let names: RegistryNames
  private let fold: TraceFolding
  private let asOf: CalendarDay?
  private let listsSameFigures: Bool

  /// Makes a tracer over an index; `asOf` is the day from which targets are looked back at.
  package init(
    _ base: KnowledgeBase, names: RegistryNames, asOf: CalendarDay? = nil,
    listsSameFigures: Bool = false
  ) {
    let folding = base.reader.folding
    let fold: TraceFolding = { string in
      let text = folding.fold(string)
      return TraceText(scalars: text.scalars, ranges: text.ranges)
    }
    self.base = base
    self.names = names
    self.fold = fold
    self.asOf = asOf
    self.listsSameFigures = listsSameFigures
  }

  /// The measures that can be traced by name.
  func catalogue() throws -> MeasureCatalogue {
    try MeasureCatalogue(names.tables(.measures, .concepts), fold: fold)
  }

  /// Returns the provisions of held orders that fill in some provisions of Acts: a passage that cites
  /// 施行令第9条 speaks of what Article 50 of the Act left to it.
  ///
  /// Without a day, each order counts in its last held text.
  private func orders(under provisions: [String]) throws -> [String] {
    guard let day = asOf ?? CalendarDay(year: 9999, month: 12, day: 31) else { return [] }
    let library = LawLibrary(base, today: day)
    guard !provisions.isEmpty, !(try library.heldLaws()).isEmpty else { return [] }
    let delegations = try LawDelegations(library, registry: names.wholeRegistry())
    return try provisions.flatMap { provision -> [String] in
      let fields = provision.split(separator: "#").map(String.init)
      guard fields.count == 2 else { return [] }
      return try delegations.downward(from: LawID(fields[0]), article: fields[1], on: day)
        .compactMap { linked in
          guard let law = linked.lawID, let article = linked.provision.article else { return nil }
          return "\(law.rawValue)#\(article)"
        }
    }
  }

  /// Builds the chain of a measure of the registry, or of any other term.
  ///
  /// - Throws: `WorkbenchError` for a term of nothing but spaces, quotes and operators, and for a
  ///   date or a ministry to narrow by that can't be read.
  package func run(
    _ term: String, _ narrowing: TraceNarrowing = TraceNarrowing()
  ) throws -> TracedMeasure {
    let parser = try names.parser(for: [term] + narrowing.ministries)
    let query = parser.parse(term)
    guard !query.isBlank else { throw WorkbenchError(.badUse, "query.blank") }
    let holds = try filter(narrowing, parser)
    let catalogue = try catalogue()
    var (measure, ambiguous) = catalogue.measure(for: term)
    let forms = otherForms(of: term, query)
    if measure.aliases.isEmpty, ambiguous.isEmpty, let law = law(term, parser) {
      measure = catalogue.measure(for: term, law: law, names: forms)
    } else {
      measure.aliases += forms.filter { !measure.aliases.contains($0) }
    }
    measure.orders = try orders(under: measure.provisions)
    let builder = TraceBuilder(fold: fold, asOf: asOf, listsSameFigures: listsSameFigures)
    let documents = try documents(narrowing)
    var material = try read(measure, builder, in: documents)
    // A name that the texts declare finds more; a document that goes with the measure does, too.
    let declared = builder.declaredNames(of: measure, in: context(material))
    measure.aliases += declared
    let companions = builder.companions(of: measure, in: context(material))
    if !declared.isEmpty || !companions.isEmpty {
      material = try read(measure, builder, in: documents, companions: companions, after: material)
    }
    let staged = builder.build(measure, from: context(material))
    var trace = staged.value
    trace.steps = trace.steps.filter(holds)
    if !narrowing.stages.isEmpty {
      trace.gaps = trace.gaps.filter { narrowing.stages.contains($0.stage) }
    }
    var diagnostics = staged.diagnostics
    if material.leftOut > 0 {
      diagnostics.append(
        Diagnostic(
          "trace.passages-left-out", .warning,
          arguments: [
            "term": term, "found": String(material.found), "left": String(material.leftOut),
          ]))
    }
    return TracedMeasure(
      trace: trace,
      documents: Dictionary(
        material.records.map { ($0.document.id, $0.document) },
        uniquingKeysWith: { first, _ in first }),
      ambiguous: ambiguous, leftOut: material.leftOut, diagnostics: diagnostics)
  }

  /// The documents to read, checked to be held.
  private func documents(_ narrowing: TraceNarrowing) throws -> [DocumentID] {
    guard !narrowing.documents.isEmpty else { return [] }
    let known = Set(try base.documents().map(\.id))
    return try narrowing.documents.map { value in
      guard known.contains(DocumentID(value)) else {
        throw WorkbenchError(.badUse, "filter.unknown-document", ["value": value])
      }
      return DocumentID(value)
    }
  }

  /// The law that a term names as a whole.
  private func law(_ term: String, _ parser: QueryParser) -> String? {
    guard let law = parser.lawTarget(term), law.provision.article == nil else { return nil }
    return law.lawID?.rawValue
  }

  /// Synonyms and spellings of a term that is searched as one; those of a part of it are no names.
  private func otherForms(of term: String, _ query: Query) -> [String] {
    guard case .term(let whole)? = query.expression else { return [] }
    return whole.alternatives.filter { $0.kind != .guess && $0.text != term }.map(\.text)
  }

  private func read(
    _ measure: Measure, _ builder: TraceBuilder, in documents: [DocumentID],
    companions: [String] = [], after earlier: TraceMaterial? = nil
  ) throws -> TraceMaterial {
    let wanted = Query(
      text: measure.name,
      expression: .any(builder.searchTerms(for: measure).map { .term(QueryTerm($0)) }))
    let articles = builder.articles(of: measure)
    return try base.ask { reader throws(IndexError) in
      try reader.traceMaterial(
        matching: wanted, citing: articles, companions: companions, in: documents, after: earlier)
    }
  }

  private func context(_ material: TraceMaterial) -> TraceContext {
    TraceContext(
      passages: material.records, lastDays: material.lastDays,
      titleCounts: material.titleCounts)
  }

  /// Returns what tells whether a step is asked for.
  private func filter(
    _ narrowing: TraceNarrowing, _ parser: QueryParser
  ) throws -> (TraceStep) -> Bool {
    for value in [narrowing.from, narrowing.until].compactMap({ $0 })
    where parser.days(since: value, until: nil) == nil {
      throw WorkbenchError(.badUse, "filter.bad-date", ["value": value])
    }
    let days = parser.days(since: narrowing.from, until: narrowing.until)
    let ministries = Set(narrowing.ministries.map { parser.organization($0) })
    return { step in
      if let days, let interval = step.date.interval, !interval.overlaps(days) { return false }
      if !narrowing.stages.isEmpty, !narrowing.stages.contains(step.stage) { return false }
      return ministries.isEmpty || step.ministry.map(ministries.contains) ?? false
    }
  }
}

extension MeasureCatalogue {
  /// The measures and terms of law of the registry.
  init(_ registry: Registry, fold: @escaping TraceFolding) {
    let measures = registry.measures.map { entry in
      KnownMeasure(
        name: entry.name,
        aliases: entry.aliases.filter { $0.kind != .related }.map(\.name),
        related: entry.aliases.filter { $0.kind == .related }.map(\.name),
        parents: entry.parents, provisions: entry.laws)
    }
    let concepts = registry.concepts.map {
      Concept(term: $0.term, provision: $0.provision)
    }
    self.init(measures: measures, concepts: concepts, fold: fold)
  }
}
