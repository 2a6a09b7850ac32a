import DocumentModel

/// What `show --format json` prints.
package struct ShowShape: Encodable, Sendable, Equatable {
  package struct SourceLine: Encodable, Sendable, Equatable {
    package var line: Int
    package var text: String

    enum CodingKeys: String, CodingKey { case line, text }
  }

  package var passage: PassageShape
  package var document: DocumentShape
  package var section: SectionBriefShape
  package var links: [LinkShape]
  package var repairs: [RepairShape]
  package var lines: [SourceLine]
  package var previous: String?
  package var next: String?

  enum CodingKeys: String, CodingKey {
    case passage, document, section, links, repairs, previous, next
    case lines = "source_lines"
  }

  package init(
    _ shown: ShownPassage, versions: CitedVersions = .none, held: HeldDocuments = .none
  ) {
    let record = shown.record
    passage = PassageShape(
      record.passage, pillars: record.pillars, relations: record.relations)
    passage.type = nil
    document = DocumentShape(record: record.document, type: nil)
    section = SectionBriefShape(record)
    links = record.links.map {
      LinkShape(
        $0, in: record.document, passage: record.passage.id,
        version: CitedVersionShape($0.target, versions, in: record.document), held: held)
    }
    repairs = shown.repairs.map(RepairShape.init)
    lines = shown.lines.map { SourceLine(line: $0.number, text: $0.text) }
    previous = shown.previous?.rawValue
    next = shown.next?.rawValue
  }
}

/// What `explain --format json` prints.
package struct ExplainShape: Encodable, Sendable, Equatable {
  package struct Feature: Encodable, Sendable, Equatable {
    package var pillar: String
    package var words: String
    package var weight: Double

    enum CodingKeys: String, CodingKey { case pillar, words, weight }
  }
  package struct PillarShape: Encodable, Sendable, Equatable {
    package var section: String
    package var path: [String]
    package var pillars: [String]
    package var basis: String
    package var decision: RulingShape?
    package var features: [Feature]

    enum CodingKeys: String, CodingKey { case section, path, pillars, basis, decision, features }
  }
  package struct Noticed: Encodable, Sendable, Equatable {
    package var identifier: String
    package var severity: String
    package var arguments: [String: String]
    package var line: Int?

    enum CodingKeys: String, CodingKey { case identifier, severity, arguments, line }

    init(_ diagnostic: Diagnostic) {
      identifier = diagnostic.identifier
      severity = diagnostic.severity.rawValue
      arguments = diagnostic.arguments
      line = diagnostic.location?.line
    }
  }

  package var document: DocumentShape
  package var passage: PassageShape?
  package var pillar: PillarShape?
  package var links: [LinkShape]
  package var repairs: [RepairShape]
  package var diagnostics: [Noticed]

  enum CodingKeys: String, CodingKey {
    case document, passage, pillar, links, repairs, diagnostics
  }

  package init(_ explanation: Explanation, held: HeldDocuments = .none) {
    document = DocumentShape(record: explanation.document, type: nil)
    if let record = explanation.record {
      var shape = PassageShape(
        record.passage, pillars: record.pillars, relations: record.relations)
      shape.type = nil
      passage = shape
    }
    if let section = explanation.section, let pillars = explanation.pillars {
      pillar = PillarShape(
        section: section.id.rawValue, path: section.path,
        pillars: pillars.pillars.map(\.rawValue), basis: pillars.basis.rawValue,
        decision: pillars.ruling.map(RulingShape.init),
        features: pillars.features.map {
          Feature(
            pillar: $0.pillar.rawValue, words: $0.words,
            weight: ($0.weight * 1000).rounded() / 1000)
        })
    }
    links = explanation.links.map {
      LinkShape(
        $0, in: explanation.document, passage: explanation.record?.passage.id, held: held)
    }
    repairs = explanation.repairs.map(RepairShape.init)
    diagnostics = explanation.diagnostics.map(Noticed.init)
  }
}
