package import DocumentModel
package import PassageIndex

/// A basket with its passages as the index has them now.
package struct FilledBasket: Sendable {
  package var basket: Basket
  /// In the order of the basket; passages that the index has no more are left out.
  package var records: [PassageRecord] = []
  /// The drafter's words by passage, under the passage's present id.
  package var remarks: [PassageID: String] = [:]
  /// What was found under another id, and what wasn't found.
  package var diagnostics: [Diagnostic] = []
}

/// Collects passages in baskets, kept beside the index with everything else that people decide.
package struct KeepBaskets: Sendable {
  private let base: KnowledgeBase
  private let store: DecisionStore

  package init(_ base: KnowledgeBase, store: DecisionStore) {
    self.base = base
    self.store = store
  }

  /// Returns all baskets by name.
  package func baskets() throws -> Staged<[Basket]> {
    let acts = try store.basketActs()
    return Staged(Basket.baskets(acts.value), diagnostics: acts.diagnostics)
  }

  /// Returns one basket.
  ///
  /// - Throws: `WorkbenchError` with exit status 1 where there is none of that name.
  package func basket(_ name: String) throws -> Basket {
    guard let basket = try baskets().value.first(where: { $0.name == name }) else {
      throw WorkbenchError(.nothing, "basket.unknown", ["basket": name])
    }
    return basket
  }

  /// Puts passages into a basket, each with the note where one is given.
  ///
  /// - Throws: `WorkbenchError` with exit status 1 for an id the index doesn't have.
  package func add(
    _ ids: [String], to basket: String, note: String?, on day: CalendarDay
  ) throws {
    if basket.allSatisfy(\.isWhitespace) {
      throw WorkbenchError(.badUse, "decision.blank", ["field": "--basket"])
    }
    for record in try ids.map({ try base.record($0) }) {
      let item = Basket.Item(
        passage: record.passage.id, document: record.document.id, quote: record.passage.text,
        note: note, added: day)
      try store.append(.add(item), in: basket, on: day)
    }
  }

  /// Takes passages out of a basket.
  ///
  /// - Throws: `WorkbenchError` with exit status 1 for one that isn't in it.
  package func remove(_ ids: [String], from name: String, on day: CalendarDay) throws {
    try checkHeld(ids, in: try basket(name))
    for id in ids { try store.append(.remove(PassageID(id)), in: name, on: day) }
  }

  /// Puts the given passages of a basket first, in the given order.
  ///
  /// - Throws: `WorkbenchError` with exit status 1 for one that isn't in it.
  package func order(_ ids: [String], in name: String, on day: CalendarDay) throws {
    try checkHeld(ids, in: try basket(name))
    try store.append(.order(ids.map { PassageID($0) }), in: name, on: day)
  }

  private func checkHeld(_ ids: [String], in basket: Basket) throws {
    for id in ids where !basket.items.contains(where: { $0.passage.rawValue == id }) {
      throw WorkbenchError(.nothing, "basket.not-in-it", ["value": id, "basket": basket.name])
    }
  }

  /// Finds the words in baskets that aren't those of the passage they were taken from.
  ///
  /// A passage's id is made of its words, so one under the same id has had no others. What was noticed
  /// in reading the file of the baskets is told beside.
  package func findings() throws -> Staged<[IntegrityFinding]> {
    let read = try baskets()
    var findings: [IntegrityFinding] = []
    for basket in read.value {
      let records = try base.records(basket.items.map(\.passage))
      for item in basket.items {
        guard let record = records[item.passage], record.passage.text != item.quote else {
          continue
        }
        findings.append(
          .init("check.basket", subject: item.passage.rawValue, detail: basket.name))
      }
    }
    return Staged(findings, diagnostics: read.diagnostics)
  }

  /// Returns a basket with its passages; one whose id has gone is found by its words.
  package func fill(_ name: String) throws -> FilledBasket {
    let basket = try basket(name)
    var filled = FilledBasket(basket: basket)
    for item in basket.items {
      let known = try base.ask { reader throws(IndexError) in try reader.records([item.passage]) }
      let record = try known.first ?? moved(item)
      guard let record else {
        filled.diagnostics.append(
          Diagnostic(
            "basket.orphan", .warning,
            arguments: [
              "value": item.passage.rawValue, "basket": name,
              "quote": String(item.quote.prefix(60)),
            ]))
        continue
      }
      if known.isEmpty {
        filled.diagnostics.append(
          Diagnostic(
            "basket.moved", .note,
            arguments: ["value": item.passage.rawValue, "now": record.passage.id.rawValue]))
      }
      filled.records.append(record)
      filled.remarks[record.passage.id] = item.note
    }
    return filled
  }

  /// The passage that has the same words today.
  private func moved(_ item: Basket.Item) throws -> PassageRecord? {
    guard let clause = QuotedClauses.clauses(of: item.quote).first else { return nil }
    let query = Query(text: clause, expression: .term(QueryTerm(clause)))
    let records = try base.ask { reader throws(IndexError) in
      try reader.allRecords(matching: query)
    }
    let same = records.filter { $0.passage.text == item.quote }
    return same.first { $0.document.id == item.document } ?? same.first
  }
}
