import Foundation
import Synchronization

/// Does work on a thread of its own and waits for it no longer than a limit.
///
/// Work that goes on for longer is left behind: its thread runs on, its result is dropped. So a file
/// that no stage foresaw can't hold up the others.
struct TimedWork: Sendable {
  /// The seconds to wait.
  var limit: Double

  /// Returns the work's result, or nil where it took longer or the task was ended.
  func run<Value: Sendable>(_ work: @escaping @Sendable () -> Value) async -> Value? {
    let (limit, box) = (limit, Box<Value>())
    return await withTaskCancellationHandler {
      await withCheckedContinuation { continuation in
        guard box.begin(continuation) else { return continuation.resume(returning: nil) }
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
    } onCancel: {
      box.end(with: nil)
    }
  }

  /// Who waits, until it has been answered once.
  private final class Box<Value: Sendable>: Sendable {
    private enum State {
      case new
      case waiting(CheckedContinuation<Value?, Never>)
      case ended
    }

    private let state = Mutex(State.new)

    /// Takes who waits, unless all has ended before it began.
    func begin(_ continuation: CheckedContinuation<Value?, Never>) -> Bool {
      state.withLock { state in
        guard case .new = state else { return false }
        state = .waiting(continuation)
        return true
      }
    }

    func end(with value: Value?) {
      let waiting = state.withLock { state -> CheckedContinuation<Value?, Never>? in
        defer { state = .ended }
        guard case .waiting(let continuation) = state else { return nil }
        return continuation
      }
      waiting?.resume(returning: value)
    }
  }
}
