import DocumentModel
import Glibc

/// Adds up the processor time of one piece of work over documents.
struct Total {
  private(set) var documents = 0
  private(set) var bytes = 0
  private(set) var seconds = 0.0
  private(set) var results = 0

  /// Does the work on one document, several times where asked, and adds the least time it took.
  ///
  /// Processor time of this thread is counted, so that other programs on the machine don't.
  mutating func add(_ document: Prepared, repeats: Int, work: () -> Int) {
    var least = Double.infinity
    var count = 0
    for _ in 0..<max(1, repeats) {
      let start = Self.now()
      count = work()
      least = min(least, Self.now() - start)
    }
    documents += 1
    bytes += document.structure.citable.utf8.count
    seconds += least
    results += count
  }

  func measurement(_ benchmark: String, variant: String) -> Measurement {
    Measurement(
      benchmark: benchmark, variant: variant, documents: documents, bytes: bytes,
      seconds: seconds, results: results)
  }

  private static func now() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
