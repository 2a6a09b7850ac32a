/// Does numbered pieces of work several at a time and gives the results in order.
struct OrderedTasks: Sendable {
  /// How many are under way at the same time; no result waits for more than as many others.
  var limit: Int

  /// Runs `work` for each number from 0 and `each` on its result, in ascending order.
  ///
  /// - Throws: what `each` throws; `CancellationError` before the next result where the task is ended.
  func run<Value: Sendable>(
    _ count: Int, _ work: @escaping @Sendable (Int) async -> Value,
    each: (Int, Value) throws -> Void
  ) async throws {
    try await withThrowingTaskGroup(of: (Int, Value).self) { group in
      var waiting: [Int: Value] = [:]
      var next = 0
      var given = 0
      while given < count {
        while next < count, next < given + limit {
          let number = next
          group.addTask { (number, await work(number)) }
          next += 1
        }
        try Task.checkCancellation()
        if let (number, value) = try await group.next() { waiting[number] = value }
        while !Task.isCancelled, let value = waiting.removeValue(forKey: given) {
          try each(given, value)
          given += 1
        }
      }
    }
  }
}
