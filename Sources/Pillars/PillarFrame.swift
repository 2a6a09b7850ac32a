package import DocumentModel

/// A frame by which sections are keyed: its pillars, their names and the words that name them.
///
/// It is read from a file such as `corpus/registry/frameworks/know-nurture-protect.json`, so that
/// another frame can stand beside it.
package struct PillarFrame: Sendable, Hashable, Codable {
  /// A name in both languages of the interface.
  package struct Names: Sendable, Hashable, Codable {
    package var ja: String
    package var en: String
  }

  /// Where the words must stand to name the pillar.
  package enum Place: String, Sendable, Codable, CaseIterable {
    /// The whole heading, label or cell, brackets and numbers aside: 守る, ＜育てる＞.
    case label
    /// In brackets, 「守る」措置, or before a colon at the start, 守る：事前審査.
    case quoted
    /// Anywhere: 産業防衛策, Protection.
    case phrase
  }

  /// Words by which a text itself names a pillar.
  package struct Marker: Sendable, Hashable, Codable {
    package var words: String
    package var places: [Place]
    package var evidence: String
  }

  /// One pillar of the frame.
  package struct Description: Sendable, Hashable, Codable {
    package var pillar: Pillar
    package var names: Names
    package var about: Names
    package var markers: [Marker]
  }

  package var id: String
  package var names: Names
  package var source: String
  /// In the frame's own order.
  package var pillars: [Description]
  /// Words that may follow a label without changing what it is: 措置, 取組.
  package var labelSuffixes: [String]
}
