import DocumentModel

extension ContentDigest {
  /// A digest of a document's content as `dump` tells it, without row numbers.
  init(of document: AnalyzedDocument) {
    self.init()
    let structure = document.structure
    combine(field: document.source.id.rawValue)
    combine(field: document.source.sha256)
    combine(structure.citable.utf8)
    for section in structure.sections {
      combine(field: section.id.rawValue)
      combine(number: section.level)
      for title in section.path { combine(field: title) }
      combine(section.location)
    }
    for assignment in document.pillars {
      combine(field: assignment.section.rawValue)
      // What people decided is digested beside the documents, as it can change without them.
      combine(field: assignment.found.basis.rawValue)
      for pillar in assignment.found.pillars { combine(field: pillar.rawValue) }
    }
    for block in structure.blocks {
      combine(field: block.id.rawValue)
      combine(field: block.kind.rawValue)
      combine(block.location)
    }
    for passage in structure.passages {
      combine(field: passage.id.rawValue)
      combine(field: passage.text)
      combine(passage.location)
      guard let relations = document.relations[passage.id] else { continue }
      for relation in relations.laws + relations.ministries + relations.dates {
        combine(relation.target)
        combine(field: relation.origin.rawValue)
        combine(field: relation.basis.rawValue)
        combine(field: relation.evidence)
      }
    }
    for link in document.links {
      combine(field: link.surface)
      combine(link.target)
      combine(field: link.basis.rawValue)
      combine(field: link.evidence.rule)
      combine(link.location)
    }
  }

  private mutating func combine(number: Int) {
    withUnsafeBytes(of: Int64(number).littleEndian) { combine($0) }
  }

  private mutating func combine(_ location: Location) {
    for span in location.spans {
      combine(number: span.lowerBound.utf8)
      combine(number: span.upperBound.utf8)
    }
    combine(number: location.line)
    combine(number: location.lineEnd)
    combine(number: location.page ?? 0)
  }

  private mutating func combine(_ target: LinkTarget) {
    // The key tells unequal targets apart; see `TargetColumns`.
    combine(field: TargetColumns.key(target))
  }
}
