import DocumentModel

/// One thing that is measured.
///
/// A benchmark is a file in `Benchmarks/` and a line in `Benchmarks.all`.
protocol Benchmark: Sendable {
  /// The name it is chosen and reported by, such as `linking`.
  var name: String { get }
  /// What a kept run says about it, in one line.
  var summary: String { get }

  /// Measures and records.
  func run(_ setting: Setting, record: (Measurement) -> Void) throws
}

/// One figure of a run.
struct Measurement: Sendable {
  var benchmark: String
  /// What was varied: `100 names`, `one document`.
  var variant: String
  var documents: Int
  /// Bytes of citable text worked on.
  var bytes: Int
  /// Processor time of the measured thread, in seconds, the least of the repetitions.
  var seconds: Double
  /// What came out, so that a fast run that finds nothing is seen: links, or sections keyed.
  var results: Int

  /// Megabytes (10⁶ bytes) of citable text a second.
  var rate: Double { seconds > 0 ? Double(bytes) / seconds / 1e6 : 0 }
}
