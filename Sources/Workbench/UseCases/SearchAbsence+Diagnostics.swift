import DocumentModel
import PassageIndex

extension SearchAbsence {
  /// Returns why nothing was found, for a reader; `titles` names where a word is seen.
  func diagnostics(titles: (Word) throws -> [String]) rethrows -> [Diagnostic] {
    var told = try words.map { word in
      guard word.passages > 0 else {
        let near = word.nearest.map { "\($0.text) (\($0.passages))" }.joined(separator: ", ")
        return near.isEmpty
          ? Diagnostic("query.word-unseen", .note, arguments: ["word": word.text])
          : Diagnostic("query.word-near", .note, arguments: ["word": word.text, "near": near])
      }
      return Diagnostic(
        "query.word-seen", .note,
        arguments: [
          "word": word.text, "count": "\(word.passages)",
          "documents": try titles(word).joined(separator: " / "),
        ])
    }
    if unfiltered == 0, words.count > 1, words.allSatisfy({ $0.passages > 0 }) {
      told.append(Diagnostic("query.words-apart", .note))
    }
    told += exclusions.map { exclusion in
      Diagnostic(
        exclusion.kind == .not ? "query.word-excludes" : "query.filter-excludes", .note,
        arguments: [
          "filter": exclusion.kind.rawValue, "value": exclusion.value,
          "count": "\(exclusion.passages)", "total": "\(unfiltered)",
        ])
    }
    return told
  }
}
