/// Excerpts that a drafter collects for a paper, in the order in which they are to stand.
package struct Basket: Sendable, Equatable {
  /// One collected passage.
  package struct Item: Sendable, Equatable {
    package var passage: PassageID
    package var document: DocumentID
    /// The passage's words, by which it is found again where its id has gone.
    package var quote: String
    /// The drafter's own words on it.
    package var note: String?
    package var added: CalendarDay

    package init(
      passage: PassageID, document: DocumentID, quote: String, note: String?, added: CalendarDay
    ) {
      self.passage = passage
      self.document = document
      self.quote = quote
      self.note = note
      self.added = added
    }
  }

  /// One act of collecting, as it is kept: nothing is ever rewritten.
  package enum Act: Sendable, Equatable {
    /// A passage put in, or its note changed.
    case add(Item)
    case remove(PassageID)
    /// These come first, in this order.
    case order([PassageID])
  }

  package var name: String
  package var items: [Item]

  package init(name: String, items: [Item] = []) {
    self.name = name
    self.items = items
  }

  /// Does one act.
  package mutating func apply(_ act: Act) {
    switch act {
    case .add(let item):
      if let place = items.firstIndex(where: { $0.passage == item.passage }) {
        items[place].note = item.note ?? items[place].note
      } else {
        items.append(item)
      }
    case .remove(let passage): items.removeAll { $0.passage == passage }
    case .order(let passages):
      let first = passages.compactMap { id in items.first { $0.passage == id } }
      items = first + items.filter { !passages.contains($0.passage) }
    }
  }

  /// Returns the baskets that acts leave, by name; an emptied basket is gone.
  package static func baskets(_ acts: [(basket: String, act: Act)]) -> [Basket] {
    var baskets: [String: Basket] = [:]
    for (name, act) in acts { baskets[name, default: Basket(name: name)].apply(act) }
    return baskets.values.filter { !$0.items.isEmpty }.sorted { $0.name < $1.name }
  }
}
