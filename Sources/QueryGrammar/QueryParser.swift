package import DocumentModel
package import TextNormalization

/// Reads what people type into a query tree; odd input is searched as text, never refused.
package struct QueryParser: Sendable {
  /// Folds with the tables of the index that is searched.
  package init(folding: SearchFolding, vocabulary: QueryVocabulary = .init()) {}

  /// Parses a query; with `isExact` without synonyms, spelling expansion and question mode.
  package func parse(_ text: String, isExact: Bool = false) -> Query {
    Query(text: text, expression: nil)
  }

  /// Reads the value of `--law`: a name, number or id, with `:ARTICLE`.
  package func lawTarget(_ value: String) -> LawTarget? { nil }

  /// Reads the value of `--ministry` as a canonical name; an unknown one stays as it is.
  package func organization(_ value: String) -> String { value }

  /// Reads `--since` and `--until`, dates such as `2024-05`, `FY2024` or `令和6年`, as days.
  package func days(since: String?, until: String?) -> CalendarInterval? { nil }
}
