import Glibc

/// A fault of the kind that is looked for, to see that the harness finds it (`--planted`).
///
/// Behind the words of an article with three digits or more (`第100条`) stands a read of a heap
/// block by the number as it was written, which nothing bounds.
enum PlantedFault {
  static let isWanted = getenv("FUZZ_PLANTED") != nil

  static func run(_ bytes: [UInt8]) {
    let opening = Array("第".utf8)
    let closing = Array("条".utf8)
    guard bytes.count < 10_000 else { return }
    for start in bytes.indices where bytes[start...].starts(with: opening) {
      let digits = bytes[(start + opening.count)...].prefix { (0x30...0x39).contains($0) }
      guard digits.count >= 3, bytes[digits.endIndex...].starts(with: closing) else { continue }
      let number = digits.reduce(0) { ($0 * 10 + Int($1 - 0x30)) & 0xFFFF }
      let block = UnsafeMutablePointer<UInt8>.allocate(capacity: 100)
      block.initialize(repeating: 1, count: 100)
      sink = block[number]
      block.deallocate()
    }
  }

  /// What was read, so that the reading isn't left out.
  nonisolated(unsafe) private static var sink: UInt8 = 0
}
