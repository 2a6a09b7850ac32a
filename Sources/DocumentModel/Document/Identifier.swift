/// A stable name of one record, such as a document or a passage; the phantom type keeps them apart.
package struct Identifier<Record>: RawRepresentable, Hashable, Comparable, Sendable,
  CustomStringConvertible
{
  package var rawValue: String

  package init(rawValue: String) { self.rawValue = rawValue }

  package init(_ rawValue: String) { self.rawValue = rawValue }

  package var description: String { rawValue }

  // Written out, since what `RawRepresentable` gives is looked up at run time, at each comparison.
  package static func == (a: Self, b: Self) -> Bool { a.rawValue == b.rawValue }

  package func hash(into hasher: inout Hasher) { hasher.combine(rawValue) }

  package static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }
}

package typealias DocumentID = Identifier<SourceDocument>
package typealias SectionID = Identifier<Section>
package typealias BlockID = Identifier<Block>
package typealias PassageID = Identifier<Passage>
