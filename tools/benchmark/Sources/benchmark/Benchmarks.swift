/// The benchmarks there are, in the order in which they run.
enum Benchmarks {
  static let all: [any Benchmark] = [
    LinkingBenchmark(), LawNamesBenchmark(), PillarsBenchmark(),
  ]
}
