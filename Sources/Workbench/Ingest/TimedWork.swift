import Foundation
import Synchronization

/// Does work on a thread of its own and waits for it no longer than a limit.
///
/// Work that goes on for longer is left behind: its thread runs on, its result is dropped. So a file
/// that no stage foresaw can't hold up the others.
struct TimedWork: Sendable {
  /// The seconds to wait.
  var limit: Double

  /// Returns the work's result, or nil where it took longer.
  func run<Value: Sendable>(_ work: @escaping @Sendable () -> Value) async -> Value? {
    let limit = limit
    return await withCheckedContinuation { continuation in
      let box = Box(continuation)
      let clock = Task.detached {
        try? await Task.sleep(for: .seconds(limit))
        box.end(with: nil)
      }
      let thread = Thread {
        box.end(with: work())
        clock.cancel()
      }
      thread.stackSize = 16 << 20
      thread.start()
    }
  }

  /// Who waits, until it has been answered once.
  private final class Box<Value: Sendable>: Sendable {
    private let waiting: Mutex<CheckedContinuation<Value?, Never>?>

    init(_ continuation: CheckedContinuation<Value?, Never>) { waiting = Mutex(continuation) }

    func end(with value: Value?) {
      let continuation = waiting.withLock { waiting in
        defer { waiting = nil }
        return waiting
      }
      continuation?.resume(returning: value)
    }
  }
}
