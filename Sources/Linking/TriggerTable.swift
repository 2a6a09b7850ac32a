import DocumentModel

/// The scanners of the finders, one bit each: which of them may find something at a place.
package struct Trigger: OptionSet, Sendable {
  package let rawValue: UInt16

  package init(rawValue: UInt16) { self.rawValue = rawValue }

  static let law = Trigger(rawValue: 1 << 0)
  static let lawName = Trigger(rawValue: 1 << 1)
  static let lawEnding = Trigger(rawValue: 1 << 2)
  static let lawConcept = Trigger(rawValue: 1 << 3)
  static let document = Trigger(rawValue: 1 << 4)
  static let title = Trigger(rawValue: 1 << 5)
  static let ownTitle = Trigger(rawValue: 1 << 6)
  static let address = Trigger(rawValue: 1 << 7)
  static let ministry = Trigger(rawValue: 1 << 8)
  static let ministryList = Trigger(rawValue: 1 << 9)
  static let ministryPronoun = Trigger(rawValue: 1 << 10)
  static let bracket = Trigger(rawValue: 1 << 11)
  static let organization = Trigger(rawValue: 1 << 12)
  static let council = Trigger(rawValue: 1 << 13)
  static let date = Trigger(rawValue: 1 << 14)
  static let quotation = Trigger(rawValue: 1 << 15)
  static let all = Trigger(rawValue: .max)
}

/// Tells in one pass over a text which scanners may find something at each place.
///
/// A dozen scanners read every block, and at most places none of them finds anything. Each of them
/// looking at every character with tables of its own was a third of the time of linking. Here each
/// character and each pair of neighbours is looked up once for all scanners. The table may name a
/// scanner at a place where it finds nothing, but never leaves one out.
package struct TriggerTable: Sendable {
  /// By code point of the basic plane.
  private var singles: [Trigger]
  /// By a hash of two code points.
  private var pairs: [Trigger]

  package init() {
    singles = Array(repeating: [], count: 0x10000)
    pairs = Array(repeating: [], count: 0x10000)
  }

  /// Lets a scanner look where one of the openings stands, each of one or two code points.
  mutating func add(_ trigger: Trigger, at openings: some Sequence<[UInt32]>) {
    for opening in openings {
      guard let first = opening.first else { continue }
      if opening.count > 1 {
        pairs[Self.hash(first, opening[1])].insert(trigger)
      } else if first < 0x10000 {
        singles[Int(first)].insert(trigger)
      }
    }
  }

  /// Lets a scanner look where one of the characters of a string stands, width folded.
  mutating func add(_ trigger: Trigger, atAny characters: String) {
    add(trigger, at: scalars(characters).map { [$0] })
  }

  /// Returns for each code point of a text which scanners may find something there.
  func triggers(in text: ScalarText) -> [Trigger] {
    let scalars = text.scalars
    return Array(unsafeUninitializedCapacity: scalars.count) { triggers, count in
      for index in scalars.indices {
        let scalar = scalars[index]
        var found = scalar < 0x10000 ? singles[Int(scalar)] : []
        if index + 1 < scalars.count {
          let second = scalars[index + 1]
          found.formUnion(pairs[Self.hash(scalar, second)])
          // 経 済 産 業 省: a name may be set with white space after every character.
          if index + 2 < scalars.count, second <= 0xA0, ScalarClass.isSpace(second) {
            found.formUnion(pairs[Self.hash(scalar, scalars[index + 2])])
          }
        }
        triggers.initializeElement(at: index, to: found)
      }
      count = scalars.count
    }
  }

  @inline(__always) private static func hash(_ first: UInt32, _ second: UInt32) -> Int {
    Int((first &* 0x9E37_79B1 ^ second &* 0x85EB_CA77) >> 16)
  }
}
