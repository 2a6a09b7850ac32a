import ArgumentParser
import DocumentModel
import Registry
import Workbench

/// What a search looks into.
enum SearchScope: String, ExpressibleByArgument, CaseIterable {
  case policy, laws
}

extension SearchCommand {
  /// Searches the imported texts of laws.
  func run(
    laws query: String, _ base: KnowledgeBase, _ registry: Registry, _ format: OutputFormat
  ) throws {
    var options = LawSearchOptions()
    options.laws = filters.law
    options.asOf = try version.day()
    options.limit = filters.limit ?? (format == .json ? 20 : 10)
    options.offset = filters.offset
    options.isExact = filters.exact
    let library = LawLibrary(base, today: try Today.day())
    let result = try SearchLaws(base, registry: registry, library: library).run(query, options)
    let printer = try ResultPrinter()
    if format == .json {
      try printer.line(JSONText.pretty(LawSearchShape(result, query: query)))
    } else if !result.hits.isEmpty {
      try LawHitRenderer().page(result, query: query, offset: options.offset).print(to: printer)
    }
    try printer.finish()
    if result.total == 0 {
      if format == .text { global.report([Diagnostic("query.nothing-found", .warning)]) }
      try ExitStatus.nothing.leave()
    }
  }
}
