import DocumentModel

/// What a content digest is of: all that `dump` and `explain` tell of a document, before it is stored or
/// as the index gives it back.
struct DigestedDocument {
  var source: SourceDocument
  var metadata: DocumentMetadata
  var citable: [UInt8]
  var sections: [Section]
  /// In the order of the sections.
  var pillars: [PillarAssignment]
  var blocks: [Block]
  var passages: [Passage]
  var relations: [PassageID: PassageRelations]
  var links: [Link]
  var repairs: [Repair]

  init(_ document: AnalyzedDocument) {
    let structure = document.structure
    source = document.source
    metadata = structure.metadata
    citable = structure.citable.utf8
    sections = structure.sections
    pillars = document.pillars
    blocks = structure.blocks
    passages = structure.passages
    relations = document.relations
    links = document.links
    repairs = structure.citable.repairs
  }

  init(_ document: StoredDocument) {
    source = document.source
    metadata = document.record.metadata
    citable = document.citable
    sections = document.sections
    pillars = document.sections.compactMap { document.pillars[$0.id] }
    blocks = document.blocks
    passages = document.passages
    relations = document.relations
    links = document.links
    repairs = document.repairs
  }
}

extension ContentDigest {
  /// A digest of a document's content without row numbers.
  ///
  /// Where its file lies and what was noticed in reading it are left out.
  init(of document: DigestedDocument) {
    self.init()
    combine(document.source)
    combine(document.metadata)
    combine(document.citable)
    var pillars = document.pillars[...]
    for section in document.sections {
      combine(section)
      if let own = pillars.first, own.section == section.id {
        combine(own)
        pillars.removeFirst()
      }
    }
    for block in document.blocks { combine(block) }
    for passage in document.passages {
      combine(passage)
      let relations = document.relations[passage.id] ?? PassageRelations()
      for relation in relations.laws + relations.ministries + relations.dates {
        combine(relation.target)
        combine(field: relation.origin.rawValue)
        combine(field: relation.basis.rawValue)
        combine(field: relation.evidence)
      }
    }
    for link in document.links { combine(link) }
    for repair in document.repairs {
      combine(field: repair.rule.rawValue)
      combine(repair.source)
      combine(field: repair.before)
      combine(field: repair.after)
    }
  }

  private mutating func combine(_ source: SourceDocument) {
    for field in [source.id.rawValue, source.source, source.sha256, source.mediaType] {
      combine(field: field)
    }
    combine(source.body)
    combine(source.metadata)
    for page in source.pages {
      combine(number: page.number)
      combine(page.span)
    }
    combine(field: (try? LineMarkJSON.encode(source.marks)) ?? "")
  }

  private mutating func combine(_ metadata: DocumentMetadata) {
    for name in DocumentMetadata.Name.allCases {
      combine(field: metadata[name]?.value ?? "")
      combine(field: metadata[name]?.origin.rawValue ?? "")
    }
  }

  private mutating func combine(_ section: Section) {
    combine(field: section.id.rawValue)
    combine(field: section.parent?.rawValue ?? "")
    combine(number: section.level)
    for title in [section.title, section.rawTitle] + section.path { combine(field: title) }
    combine(section.titleSpan ?? TextSpan(0, 0))
    combine(section.span)
    combine(section.location)
    combine(number: section.isSynthetic ? 1 : 0)
  }

  private mutating func combine(_ assignment: PillarAssignment) {
    // What people decided is digested beside the documents, as it can change without them.
    combine(field: assignment.found.basis.rawValue)
    for pillar in assignment.found.pillars { combine(field: pillar.rawValue) }
    for feature in assignment.features {
      combine(field: feature.pillar.rawValue)
      combine(field: feature.words)
      combine(number: Int(bitPattern: UInt(feature.weight.bitPattern)))
    }
  }

  private mutating func combine(_ block: Block) {
    combine(field: block.id.rawValue)
    combine(field: block.section.rawValue)
    combine(field: block.kind.rawValue)
    combine(block.span)
    combine(block.location)
    for cell in block.cells { combine(cell) }
  }

  private mutating func combine(_ passage: Passage) {
    combine(field: passage.id.rawValue)
    combine(field: passage.section.rawValue)
    combine(field: passage.block.rawValue)
    combine(field: passage.text)
    combine(passage.span)
    combine(passage.location)
    for context in passage.context {
      combine(field: context.kind.rawValue)
      combine(number: context.line)
      combine(field: context.text)
    }
  }

  private mutating func combine(_ link: Link) {
    combine(field: link.surface)
    combine(link.target)
    combine(field: link.basis.rawValue)
    let evidence = link.evidence
    for field in [evidence.rule, evidence.words] + evidence.candidates { combine(field: field) }
    combine(link.span)
    combine(link.location)
  }

  private mutating func combine(number: Int) {
    withUnsafeBytes(of: Int64(number).littleEndian) { combine($0) }
  }

  private mutating func combine(_ span: TextSpan<some Any>) {
    combine(number: span.lowerBound.utf8)
    combine(number: span.upperBound.utf8)
  }

  private mutating func combine(_ location: Location) {
    for span in location.spans { combine(span) }
    combine(number: location.line)
    combine(number: location.lineEnd)
    combine(number: location.page ?? 0)
  }

  private mutating func combine(_ target: LinkTarget) {
    // The key tells unequal targets apart; see `TargetColumns`.
    combine(field: TargetColumns.key(target))
  }
}
