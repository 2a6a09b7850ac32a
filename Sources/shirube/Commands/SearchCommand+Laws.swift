import ArgumentParser
import DocumentModel
import Workbench

extension QuestionStep: ExpressibleByArgument {}

/// What a search looks into.
enum SearchScope: String, ExpressibleByArgument, CaseIterable {
  case policy, laws
}

extension SearchCommand {
  /// Searches the imported texts of laws.
  func runLaws(_ base: KnowledgeBase, _ names: RegistryNames, _ format: OutputFormat) throws {
    var options = LawSearchOptions()
    options.laws = filters.law
    options.asOf = try version.day()
    options.limit = filters.limit ?? (format == .json || batch != nil ? 20 : 10)
    options.offset = filters.offset
    options.isExact = filters.exact
    options.without = Set(without)
    let library = LawLibrary(base, today: try Today.day())
    let search = SearchLaws(base, names: names, library: library)
    if let batch {
      return try run(batch: batch) { query, elapsed in
        var shape = LawSearchShape(try search.run(query, options), query: query)
        shape.elapsed = elapsed()
        return try JSONText.line(shape)
      }
    }
    guard let query else { return }
    let result = try search.run(query, options)
    let printer = try ResultPrinter()
    if format == .json {
      try printer.line(JSONText.pretty(LawSearchShape(result, query: query)))
    } else if !result.hits.isEmpty {
      try LawHitRenderer().page(result, query: query, offset: options.offset).print(to: printer)
    }
    try printer.finish()
    if result.total == 0 {
      if format == .text {
        let reasons = try result.absence.map { try search.diagnostics($0) } ?? []
        global.report([Diagnostic("query.nothing-found", .warning)] + reasons)
      }
      try ExitStatus.nothing.leave()
    }
  }
}
