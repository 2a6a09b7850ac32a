package import DocumentModel
package import TextNormalization

/// Reads what people type into a query tree; odd input is searched as text, never refused.
///
/// Words stand for AND, `OR` joins its two neighbours, `NEAR` and `NEAR/10` ask for them close
/// together, `-` excludes, `"…"` and 「…」 hold words together, `*` ends a prefix, and fields narrow (`title:`, `law:`, `ministry:`, `pillar:`,
/// `date:`, `document:`), all in half and full width.
package struct QueryParser: Sendable {
  private let folding: SearchFolding
  private let expansion: QueryExpansion
  private let topicFinder: TopicFinder

  /// Folds with the tables of the index that is searched.
  package init(folding: SearchFolding, vocabulary: QueryVocabulary = .init()) {
    self.folding = folding
    expansion = QueryExpansion(vocabulary: vocabulary, folding: folding)
    topicFinder = TopicFinder(vocabulary: vocabulary, folding: folding)
  }

  /// Parses a query; with `isExact` without synonyms, spelling expansion and question mode.
  package func parse(_ text: String, isExact: Bool = false) -> Query {
    let tokens = merged(QueryLexer.tokens(of: text))
    var builder = QueryTreeBuilder(parser: self, isExact: isExact)
    let expression = builder.expression(tokens)
    var query = Query(text: text, expression: expression, filter: builder.filter)
    query.reading = QueryNotation.reading(expression, fields: builder.fieldNotes)
    query.expanded = builder.expanded
    guard !isExact else { return query }
    let words = tokens.compactMap { token -> String? in
      if case .word(let word, isPrefix: false) = token { word } else { nil }
    }
    query.topics = topicFinder.topics(of: words.joined(separator: " "))
    // Quotation marks and operators ask for the letter.
    guard words.count == tokens.count - builder.fieldNotes.count else { return query }
    query.citation = words.count == 1 ? words.first.flatMap(topicFinder.citation) : nil
    query.isQuestion = words.count == 1 && words.contains(where: QuestionReader.isQuestion)
    let isLoose =
      words.count >= 3 || words.contains { QuestionReader.isSentence($0) && !isUnit($0) }
    // The chapters of a measure are its parts; a law or a ministry heads chapters on other things.
    query.isName =
      words.count == 1 && words.allSatisfy(isName) && query.topics.laws.isEmpty
      && query.topics.ministries.isEmpty
    if query.isQuestion || isLoose {
      query.contentWords = words.flatMap(contentWords)
      query.topics.asksForDate = words.contains(where: QuestionReader.asksForDate)
      query.expanded = query.contentWords.flatMap(\.term.alternatives)
        .filter { $0.kind != .guess }.map(\.text)
    }
    return query
  }

  private func contentWords(of text: String) -> [ContentWord] {
    let words = isUnit(text) ? [text] : QuestionReader.contentWords(of: text)
    return words.map { word in
      ContentWord(
        QueryTerm(word, alternatives: expansion.alternatives(of: word)),
        ministry: topicFinder.organization(word), pillar: QuestionReader.pillar(word, in: text))
    }
  }

  /// Reads the value of `--law`: a name, number or id, with `:ARTICLE`.
  package func lawTarget(_ value: String) -> LawTarget? { topicFinder.lawTarget(value) }

  /// Reads the value of `--ministry` as a canonical name; an unknown one stays as it is.
  package func organization(_ value: String) -> String {
    topicFinder.organization(value) ?? value
  }

  /// Returns whether a text is a name of a ministry or body.
  package func isOrganization(_ value: String) -> Bool { topicFinder.organization(value) != nil }

  /// Reads `--since` and `--until`, dates such as `2024-05`, `FY2024` or 令和6年, as days.
  ///
  /// The result is nil where neither is given or one isn't a date.
  package func days(since: String?, until: String?) -> CalendarInterval? {
    guard since != nil || until != nil else { return nil }
    var days = CalendarInterval(first: nil, last: nil)
    if let since {
      guard let interval = QueryDates.date(since)?.interval else { return nil }
      days.first = interval.first
    }
    if let until {
      guard let interval = QueryDates.date(until)?.interval else { return nil }
      days.last = interval.last
    }
    return days
  }

  /// Returns whether a text has a character that can be searched for.
  func isSearchable(_ text: String) -> Bool {
    folding.fold(text).scalars.contains {
      let script = SearchCharacterClass.of($0)
      return script == .cjk || script == .word
    }
  }

  func isName(_ text: String) -> Bool { expansion.isName(text) }

  /// Returns whether a text is one thing though it may hold の: a name, or 第二十四条の二.
  private func isUnit(_ text: String) -> Bool {
    if isName(text) { return true }
    let key = folding.fold(text).scalars
    return ProvisionReader.provision(in: key, at: 0)?.end == key.count
  }

  func alternatives(of text: String) -> [QueryAlternative] { expansion.alternatives(of: text) }

  /// Joins neighbouring words that make one name (K Program).
  private func merged(_ tokens: [QueryToken]) -> [QueryToken] {
    var merged: [QueryToken] = []
    var i = 0
    while i < tokens.count {
      var words: [String] = []
      var best: (count: Int, name: String)?
      for token in tokens[i...].prefix(6) {
        guard case .word(let word, isPrefix: false) = token else { break }
        words.append(word)
        let name = words.joined(separator: " ")
        if words.count > 1, isName(name) { best = (words.count, name) }
      }
      if let best {
        merged.append(.word(best.name, isPrefix: false))
        i += best.count
      } else {
        merged.append(tokens[i])
        i += 1
      }
    }
    return merged
  }
}
