package import DocumentModel

/// One act on a basket, a line of `baskets.jsonl`.
package struct BasketActShape: Codable, Sendable, Equatable {
  package var basket: String
  /// `add`, `remove` or `order`.
  package var action: String
  package var passages: [String]
  package var document: String?
  package var quote: String?
  package var note: String?
  package var date: String

  enum CodingKeys: String, CodingKey {
    case basket, action, passages, document, quote, note, date
  }

  package init(_ act: Basket.Act, in basket: String, on day: CalendarDay) {
    self.basket = basket
    date = day.iso8601
    switch act {
    case .add(let item):
      action = "add"
      passages = [item.passage.rawValue]
      document = item.document.rawValue
      quote = item.quote
      note = item.note
    case .remove(let passage):
      action = "remove"
      passages = [passage.rawValue]
    case .order(let order):
      action = "order"
      passages = order.map(\.rawValue)
    }
  }

  /// Returns the act, or the field that can't be read.
  func act() -> (decision: (basket: String, act: Basket.Act)?, field: String) {
    guard let day = EDTF(date).interval?.first else { return (nil, "date") }
    guard let first = passages.first else { return (nil, "passages") }
    switch action {
    case "add":
      guard let document, let quote else { return (nil, document == nil ? "document" : "quote") }
      let item = Basket.Item(
        passage: PassageID(first), document: DocumentID(document), quote: quote, note: note,
        added: day)
      return ((basket, .add(item)), "")
    case "remove": return ((basket, .remove(PassageID(first))), "")
    case "order": return ((basket, .order(passages.map { PassageID($0) })), "")
    default: return (nil, "action")
    }
  }
}

/// A basket as `basket list` prints it.
package struct BasketShape: Encodable, Sendable, Equatable {
  package struct Item: Encodable, Sendable, Equatable {
    package var passage: String
    package var document: String
    package var quote: String
    package var note: String?
    package var added: String
    /// Whether the index has the passage.
    package var isFound: Bool

    enum CodingKeys: String, CodingKey {
      case passage, document, quote, note, added
      case isFound = "found"
    }
  }

  package var name: String
  package var items: [Item]

  enum CodingKeys: String, CodingKey { case name, items }

  package init(_ basket: Basket, found: Set<PassageID>) {
    name = basket.name
    items = basket.items.map { item in
      Item(
        passage: item.passage.rawValue, document: item.document.rawValue, quote: item.quote,
        note: item.note, added: item.added.iso8601, isFound: found.contains(item.passage))
    }
  }
}
