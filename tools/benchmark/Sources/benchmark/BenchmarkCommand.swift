import Foundation
import Pillars
import Registry
import TextNormalization

/// Measures the stages on real text and prints, or keeps, what came out.
@main
struct BenchmarkCommand {
  private static let help = """
    usage: benchmark [options] PATH…

    Measures the stages of shirube on the .txt and .md files given, and prints a table.
    PATH is a file or a folder; files are taken in the order given.

      --registry FOLDER   the data tables (default: ../../corpus/registry)
      --law-titles FILE   CSV with law_id, law_num, title: further names for law-names
      --sizes LIST        megabytes of citable text (default: 1,10)
      --only LIST         the benchmarks to run (default: all)
      --output FOLDER     keeps results.csv and summary.md there
      --help              this text

    """

  static func main() throws {
    do {
      let options = try Options(CommandLine.arguments.dropFirst())
      if options.isHelp {
        print(help + Benchmarks.all.map { "  \($0.name): \($0.summary)" }.joined(separator: "\n"))
        return
      }
      try run(options)
    } catch let failure as Failure {
      FileHandle.standardError.write(Data("benchmark: \(failure)\n".utf8))
      exit(2)
    }
  }

  private static func run(_ options: Options) throws {
    #if DEBUG
      throw Failure("a debug build measures nothing: swift run -c release benchmark …")
    #else
      let (registry, classifier) = try Tables.load(options.registry)
      let corpus = try Corpus(
        paths: options.paths, normalizer: Normalizer(variants: registry.variants),
        divider: classifier.divider)
      let setting = Setting(
        registry: registry, classifier: classifier, corpus: corpus, sizes: options.sizes,
        lawTitles: options.lawTitles)
      var report = Report()
      print(Report.header)
      for benchmark in Benchmarks.all
      where options.only.isEmpty || options.only.contains(benchmark.name) {
        try benchmark.run(setting) { measurement in
          report.measurements.append(measurement)
          print(Report.row(measurement))
        }
      }
      if let folder = options.output { try report.write(to: folder, options: options) }
    #endif
  }
}

/// The options of a run.
struct Options {
  var registry = "../../corpus/registry"
  var lawTitles: String?
  var sizes = [1, 10]
  var only: Set<String> = []
  var output: String?
  var isHelp = false
  var paths: [String] = []

  init(_ arguments: some Sequence<String>) throws {
    var rest = Array(arguments)[...]
    while let argument = rest.popFirst() {
      guard argument.hasPrefix("--") else {
        paths.append(argument)
        continue
      }
      if argument == "--help" {
        isHelp = true
        return
      }
      guard let value = rest.popFirst() else { throw Failure("\(argument) needs a value") }
      switch argument {
      case "--registry": registry = value
      case "--law-titles": lawTitles = value
      case "--sizes":
        sizes = value.split(separator: ",").compactMap { Int($0) }.filter { $0 > 0 }.sorted()
      case "--only":
        only = Set(value.split(separator: ",").map(String.init))
        let known = Set(Benchmarks.all.map(\.name))
        if let stray = only.subtracting(known).min() { throw Failure("no benchmark \(stray)") }
      case "--output": output = value
      default: throw Failure("no option \(argument)")
      }
    }
    guard !paths.isEmpty else { throw Failure("no text to measure on; see --help") }
    guard !sizes.isEmpty else { throw Failure("--sizes takes megabytes, such as 1,10,100") }
  }
}
