package import DocumentModel
package import TextNormalization

/// Reads what people type into a query tree; odd input is searched as text, never refused.
///
/// Words stand for AND, `OR` joins its two neighbours, `NEAR` and `NEAR/10` ask for them close
/// together, `-` excludes, `"…"` and 「…」 hold words together, `*` ends a prefix, and fields narrow
/// (`title:`, `law:`, `ministry:`, `pillar:`, `date:`, `document:`), all in half and full width.
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

  /// No query of words has more characters: beyond, somebody has pasted a document.
  private static let longestQuery = 10_000

  /// Whether a text is too long for one of words, and is taken to the letter as it stands.
  package static func isPasted(_ text: String) -> Bool {
    text.utf8.count > longestQuery && text.unicodeScalars.count > longestQuery
  }

  /// Parses a query; with `isExact` without synonyms, spelling expansion and question mode.
  package func parse(_ text: String, isExact: Bool = false) -> Query {
    guard !Self.isPasted(text) else {
      let phrase = QueryExpression.term(QueryTerm(text))
      return Query(
        text: text, expression: isSearchable(text) ? phrase : nil,
        reading: QueryNotation.reading(phrase, fields: []))
    }
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
    let questions = words.map { QuestionText($0, sites: expansion.sites(of: $0)) }
    query.isQuestion = words.count == 1 && questions.contains(where: QuestionReader.isQuestion)
    let isLoose =
      words.count >= 3
      || zip(words, questions).contains { QuestionReader.isSentence($1) && !isUnit($0) }
    // The chapters of a measure are its parts; a law or a ministry heads chapters on other things.
    query.isName =
      words.count == 1
      && words.allSatisfy { isName($0) && lawTarget($0) == nil && !isOrganization($0) }
    if query.isQuestion || isLoose {
      query.contentWords = zip(words, questions).flatMap(contentWords)
      query.topics.answers = words.flatMap(AnswerReader.answers)
      query.expanded = query.contentWords.flatMap { word in
        [word.term.text]
          + word.term.alternatives.filter { $0.kind != .guess }.map(\.text)
      }.filter { !text.contains($0) }
    }
    return query
  }

  private func contentWords(of text: String, _ question: QuestionText) -> [ContentWord] {
    let words =
      isUnit(text) ? [question.written(question.text)] : QuestionReader.contentWords(of: question)
    return words.map { word in
      ContentWord(
        QueryTerm(word.canonical, alternatives: expansion.alternatives(of: word.canonical)),
        typed: word.typed, ministry: topicFinder.organization(word.canonical),
        isLaw: topicFinder.isLaw(word.typed),
        pillar: QuestionReader.pillar(word.canonical, in: text))
    }
  }

  /// Returns a question as law text is searched for it: without the names of laws, which their own
  /// texts don't hold, and with each name and spelling in the form that stands for all of them.
  package func lawQuestion(
    _ text: String, leavesOutLaws: Bool = true, unifies: Bool = true
  ) -> String {
    let rest = leavesOutLaws ? topicFinder.withoutLaws(text) : text
    return unifies ? QuestionText(rest, sites: expansion.sites(of: rest)).canonical : rest
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

  /// Joins neighbouring words where a name goes from one into the next (K Programの公募).
  private func merged(_ tokens: [QueryToken]) -> [QueryToken] {
    var merged: [QueryToken] = []
    var words: [String] = []
    func close() {
      merged += joined(words).map { .word($0, isPrefix: false) }
      words = []
    }
    for token in tokens {
      if case .word(let word, isPrefix: false) = token {
        words.append(word)
      } else {
        close()
        merged.append(token)
      }
    }
    close()
    return merged
  }

  /// Returns words in their order, those that share a name as one with a space between.
  private func joined(_ words: [String]) -> [String] {
    guard words.count > 1 else { return words }
    let text = words.joined(separator: " ")
    let names = expansion.sites(of: text).filter { $0.kind == .name || $0.kind == .spelling }
    var joined = [words[0]]
    var end = words[0].utf8.count
    // The names are in the order of the text and don't overlap.
    var next = 0
    for word in words.dropFirst() {
      while next < names.count, names[next].range.upperBound <= end + 1 { next += 1 }
      if next < names.count, names[next].range.lowerBound < end {
        joined[joined.count - 1] += " " + word
      } else {
        joined.append(word)
      }
      end += 1 + word.utf8.count
    }
    return joined
  }
}
