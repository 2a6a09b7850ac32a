import Dispatch
import Glibc

/// Ends work in good order where the user or the system asks the program to end.
enum Interruption {
  /// Does work until it is done, or until Ctrl-C or SIGTERM; then it is ended at the next point at which
  /// it can stop, with nothing half done.
  ///
  /// - Throws: what the work throws, other than that it was ended.
  static func ending(_ work: @escaping @Sendable () async throws -> Void) async throws {
    let task = Task { try await work() }
    let sources = [SIGINT, SIGTERM].map { number in
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: .global(qos: .default))
      source.setEventHandler { task.cancel() }
      source.resume()
      return source
    }
    defer { for source in sources { source.cancel() } }
    do { try await task.value } catch is CancellationError {}
  }
}
