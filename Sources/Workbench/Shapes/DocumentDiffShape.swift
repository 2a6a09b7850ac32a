import DocumentModel

/// What `documents diff --format json` prints.
package struct DocumentDiffShape: Encodable, Sendable, Equatable {
  package struct Counts: Encodable, Sendable, Equatable {
    package var added: Int
    package var removed: Int
    package var moved: Int
    package var wording: Int
    package var figures: Int
    package var unchanged: Int
    package var addedSections: Int
    package var removedSections: Int
    package var movedSections: Int

    enum CodingKeys: String, CodingKey {
      case added, removed, moved, wording, figures, unchanged
      case addedSections = "added_sections"
      case removedSections = "removed_sections"
      case movedSections = "moved_sections"
    }
  }

  package struct SectionShape: Encodable, Sendable, Equatable {
    package var id: String
    package var title: String
    package var path: [String]
    package var line: Int
    package var page: Int?

    enum CodingKeys: String, CodingKey { case id, title, path, line, page }

    init(_ section: Section) {
      id = section.id.rawValue
      title = section.title
      path = section.path
      line = section.location.line
      page = section.location.page
    }
  }

  package struct Side: Encodable, Sendable, Equatable {
    package var passage: String
    package var section: String
    package var line: Int
    package var lineEnd: Int
    package var page: Int?
    package var text: String
    /// The code points of `text` that the other version doesn't have, half-open.
    package var marks: [[Int]]

    enum CodingKeys: String, CodingKey {
      case passage, section, line, page, text, marks
      case lineEnd = "line_end"
    }

    init(_ side: DocumentDiff.Side) {
      passage = side.passage.rawValue
      section = side.section.rawValue
      line = side.location.line
      lineEnd = side.location.lineEnd
      page = side.location.page
      text = side.text
      marks = side.marks.map { [$0.lowerBound, $0.upperBound] }
    }
  }

  package struct FigureShape: Encodable, Sendable, Equatable {
    package var old: String?
    package var new: String?

    enum CodingKeys: String, CodingKey { case old, new }
  }

  package struct Change: Encodable, Sendable, Equatable {
    package var kind: String
    package var old: Side?
    package var new: Side?
    /// Whether other words than figures differ.
    package var wording: Bool
    package var figures: [FigureShape]

    enum CodingKeys: String, CodingKey { case kind, old, new, wording, figures }
  }

  package struct SectionChange: Encodable, Sendable, Equatable {
    package var old: SectionShape?
    package var new: SectionShape?
    package var moved: Bool
    package var retitled: Bool
    package var changes: [Change]

    enum CodingKeys: String, CodingKey { case old, new, moved, retitled, changes }
  }

  package var old: DocumentShape
  package var new: DocumentShape
  package var counts: Counts
  /// Those with anything to tell.
  package var sections: [SectionChange]

  enum CodingKeys: String, CodingKey { case old, new, counts, sections }

  package init(_ compared: ComparedDocuments) {
    old = DocumentShape(brief: compared.old)
    new = DocumentShape(brief: compared.new)
    let counted = compared.counts
    counts = Counts(
      added: counted.added, removed: counted.removed, moved: counted.moved,
      wording: counted.wording, figures: counted.figures, unchanged: compared.diff.unchanged,
      addedSections: counted.addedSections, removedSections: counted.removedSections,
      movedSections: counted.movedSections)
    sections = compared.diff.sections.filter(\.isChanged).map { section in
      SectionChange(
        old: section.old.map(SectionShape.init), new: section.new.map(SectionShape.init),
        moved: section.isMoved, retitled: section.isRetitled,
        changes: section.changes.map { change in
          Change(
            kind: change.kind.rawValue, old: change.old.map(Side.init),
            new: change.new.map(Side.init), wording: change.changesWords,
            figures: change.figures.map { FigureShape(old: $0.old, new: $0.new) })
        })
    }
  }
}
