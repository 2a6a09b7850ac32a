/// Two versions of one document compared section by section.
package struct DocumentDiff: Sendable {
  /// A sentence, item or row of one version.
  package struct Side: Sendable, Hashable {
    package var passage: PassageID
    package var section: SectionID
    /// The place of its passage.
    package var location: Location
    /// The words, as they stand in the citable text.
    package var text: String
    /// The code points of `text` that the other version doesn't have; empty where all differ.
    package var marks: [Range<Int>]

    package init(
      passage: PassageID, section: SectionID, location: Location, text: String,
      marks: [Range<Int>] = []
    ) {
      self.passage = passage
      self.section = section
      self.location = location
      self.text = text
      self.marks = marks
    }
  }

  /// A quantity of one version beside that which stands in its place in the other.
  package struct FigureChange: Sendable, Hashable {
    /// As the text writes it, with its unit; nil where the older version gives none.
    package var old: String?
    package var new: String?

    package init(old: String?, new: String?) {
      self.old = old
      self.new = new
    }
  }

  package enum Kind: String, Sendable, Codable, CaseIterable {
    case added, removed, changed
    /// The same words stand in another section.
    case moved
  }

  /// What became of one sentence, item or row.
  package struct Change: Sendable, Hashable {
    package var kind: Kind
    /// Nil for what was added.
    package var old: Side?
    /// Nil for what was removed.
    package var new: Side?
    /// Whether other words than figures differ.
    package var changesWords: Bool
    package var figures: [FigureChange]

    package init(
      kind: Kind, old: Side?, new: Side?, changesWords: Bool = true, figures: [FigureChange] = []
    ) {
      self.kind = kind
      self.old = old
      self.new = new
      self.changesWords = changesWords
      self.figures = figures
    }
  }

  /// A section of either version, or of both, with what changed in it; sub-sections stand apart.
  package struct SectionChange: Sendable {
    /// Nil where the older version has no such section.
    package var old: Section?
    package var new: Section?
    /// Whether it stands in another place among the sections that both have.
    package var isMoved: Bool
    /// In the order of the newer text, removed ones where they stood.
    package var changes: [Change]

    package init(old: Section?, new: Section?, isMoved: Bool = false, changes: [Change] = []) {
      self.old = old
      self.new = new
      self.isMoved = isMoved
      self.changes = changes
    }

    /// Whether both versions have it under different titles.
    package var isRetitled: Bool {
      guard let old, let new else { return false }
      return old.title != new.title
    }

    /// Whether there is anything to tell.
    package var isChanged: Bool {
      old == nil || new == nil || isMoved || isRetitled || !changes.isEmpty
    }
  }

  /// In the order of the newer document, removed ones where they stood; unchanged ones too.
  package var sections: [SectionChange]
  /// How many sentences, items and rows stand the same in both, in the same section.
  package var unchanged: Int

  package init(sections: [SectionChange], unchanged: Int) {
    self.sections = sections
    self.unchanged = unchanged
  }
}
