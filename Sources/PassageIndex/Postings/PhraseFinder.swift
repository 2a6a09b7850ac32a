/// Finds the rows in which tokens stand one after the other.
///
/// The rarest token gives the rows and places; each other one is asked for those alone.
struct PhraseFinder {
  let index: InvertedIndex
  /// The last row of the table.
  let lastRow: Int
  private let known = KnownTokens()

  init(_ index: InvertedIndex, lastRow: Int) {
    self.index = index
    self.lastRow = lastRow
  }

  /// A token of the phrase with the posting lists it is looked up in.
  private struct Token {
    /// Its place in the phrase.
    var offset: Int
    /// The lists of the terms it stands for, those of one term together: a prefix has many.
    var terms: [[PostingList]]

    var size: Int { terms.reduce(0) { $1.reduce($0) { $0 + $1.size } } }
    /// Whether its rows come in order: those of one list do.
    var isOrdered: Bool { terms.count == 1 && terms[0].count == 1 }
  }

  /// About how many bytes of postings the rarest token of a form has.
  func leastSize(of form: MatchForm) throws -> Int {
    try tokens(of: form)?.map(\.size).min() ?? 0
  }

  /// Returns the rows that hold a form, of the given ones where some are given.
  func postings(of form: MatchForm, among rows: [Int64]? = nil) throws -> Postings {
    guard let tokens = try tokens(of: form)?.sorted(by: { $0.size < $1.size }),
      let rarest = tokens.first
    else { return Postings() }
    if tokens.count == 1 { return try single(rarest, among: rows) }
    var places = try places(of: rarest, among: rows)
    for token in tokens.dropFirst() where !places.isEmpty {
      places = try keep(places, where: token)
    }
    return Postings(places.postings())
  }

  /// Returns the tokens of a form with their lists, or nil where one of them stands nowhere.
  private func tokens(of form: MatchForm) throws -> [Token]? {
    var tokens: [Token] = []
    for (offset, token) in form.tokens.enumerated() {
      let isPrefix = form.endsInPrefix && offset == form.tokens.count - 1
      let terms = try terms(of: token, isPrefix: isPrefix)
      if terms.isEmpty { return nil }
      tokens.append(Token(offset: offset, terms: terms))
    }
    return tokens
  }

  private func terms(of token: [UInt8], isPrefix: Bool) throws -> [[PostingList]] {
    // A prefix is kept apart from the token of its letters by a byte that no token has.
    let key = isPrefix ? token + [0] : token
    if let terms = known.terms[key] { return terms }
    let lists = isPrefix ? try index.lists(withPrefix: token) : [try index.lists(of: token)]
    let terms = lists.filter { !$0.isEmpty }
    known.terms[key] = terms
    return terms
  }

  /// Reads the postings of a token that hold today, of the given rows where some are given.
  private func read(
    _ token: Token, among rows: [Int64]?, into receiver: inout some PostingReceiver & ~Copyable
  ) throws {
    guard let rows else { return try read(token, AllRows(), into: &receiver) }
    try rows.withUnsafeBufferPointer { try read(token, ChosenRows($0), into: &receiver) }
  }

  private func read(
    _ token: Token, _ choice: some RowChoice, into receiver: inout some PostingReceiver & ~Copyable
  ) throws {
    for lists in token.terms {
      if lists.count == 1 {
        var choice = choice
        try index.read(lists[0], &choice, into: &receiver)
      } else {
        var choice = NewestRows(choice, upTo: lastRow)
        for list in lists {
          choice.restart()
          try index.read(list, &choice, into: &receiver)
        }
      }
    }
  }

  /// The rows of a token by itself.
  private func single(_ token: Token, among rows: [Int64]?) throws -> Postings {
    if token.isOrdered {
      var receiver = PostingsReceiver(size: token.size, hasColumns: index.hasColumns)
      try read(token, among: rows, into: &receiver)
      return Postings(receiver.columns)
    }
    // The postings of many lists come in no order of rows.
    var receiver = TotalsReceiver(count: rows?.count ?? lastRow + 1, hasColumns: index.hasColumns)
    try read(token, among: rows, into: &receiver)
    return Postings(receiver.postings(of: rows))
  }

  /// Where the phrase may begin by one of its tokens.
  private func places(of token: Token, among rows: [Int64]?) throws -> Places {
    var receiver = PlacesReceiver(offset: token.offset, size: token.size)
    try read(token, among: rows, into: &receiver)
    return receiver.inOrder()
  }

  /// Keeps the places at which a token follows as the phrase has it.
  private func keep(_ places: consuming Places, where token: Token) throws -> Places {
    let choice = ChosenRows(places.rows.buffer)
    if token.isOrdered {
      var receiver = FollowingReceiver(places, offset: token.offset)
      try read(token, choice, into: &receiver)
      return receiver.kept()
    }
    var receiver = MarkingReceiver(places, offset: token.offset)
    try read(token, choice, into: &receiver)
    return receiver.kept()
  }
}

/// The posting lists that one search has looked up: the parts of a query share tokens.
private final class KnownTokens {
  var terms = [[UInt8]: [[PostingList]]](minimumCapacity: 16)
}
