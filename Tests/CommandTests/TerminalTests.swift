import Foundation
import Glibc
import TestSupport
import Testing

/// What goes to a terminal: one line of progress that never breaks, and nothing where a program reads.
@Suite struct TerminalTests {
  /// A paper whose name alone is wider than the terminal.
  private func folder() throws -> Scratch {
    let scratch = try Scratch()
    for number in 0..<3 {
      let name = String(repeating: "港湾における設備の点検の記録", count: 4) + "\(number).md"
      try scratch.write("in/" + name, samplePaper)
    }
    return scratch
  }

  /// Ingests with standard error on a terminal of so many columns, and returns what went to it.
  private func errors(
    _ scratch: Scratch, columns: UInt16, _ arguments: [String], terminal: String = "xterm"
  ) throws -> String {
    let master = open("/dev/ptmx", O_RDWR | O_NOCTTY)
    // Glibc's module lacks posix_openpt and its like: these are TIOCSPTLCK and TIOCGPTN of ioctl_tty(2).
    var (lock, number): (CInt, CUnsignedInt) = (0, 0)
    let isOpen = ioctl(master, 0x4004_5431, &lock) == 0 && ioctl(master, 0x8004_5430, &number) == 0
    #expect(isOpen)
    var size = winsize(ws_row: 24, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0)
    let isSized = ioctl(master, UInt(TIOCSWINSZ), &size) == 0
    #expect(isSized)
    let slave = try #require(FileHandle(forUpdatingAtPath: "/dev/pts/\(number)"))
    let process = Process()
    process.executableURL = URL(filePath: Binary.path)
    process.arguments =
      ["ingest", scratch.path("in"), "--force", "--index", scratch.path("i.sqlite")] + arguments
    process.environment = ProcessInfo.processInfo.environment.merging([
      "SHIRUBE_DATA": Binary.data, "TERM": terminal, "LC_ALL": "ja_JP.UTF-8",
    ]) { $1 }
    process.standardOutput = Pipe()
    process.standardError = slave
    try process.run()
    try slave.close()
    // Reading fails where the last writer has gone.
    var told: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 4096)
    while true {
      let count = read(master, &buffer, buffer.count)
      guard count > 0 else { break }
      told += buffer[..<count]
    }
    close(master)
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    return String(decoding: told, as: UTF8.self)
  }

  private func columns(_ line: Substring) -> Int {
    line.unicodeScalars.reduce(0) { $0 + ($1.value < 0x1100 || $1 == "…" ? 1 : 2) }
  }

  /// However narrow the terminal is, and though standard output is none.
  @Test(arguments: [80, 33, 12] as [UInt16])
  func progressKeepsToOneLine(width: UInt16) throws {
    let told = try errors(try folder(), columns: width, [])
    let lines = told.split(separator: "\r\u{1B}[K").filter { $0.hasPrefix("[") }
    #expect(lines.count == 3)
    #expect(lines.allSatisfy { columns($0) < Int(width) }, "\(lines)")
  }

  /// A line of the log doesn't go on where the progress stands.
  @Test func theLogHasLinesOfItsOwn() throws {
    let told = try errors(try folder(), columns: 40, ["--log-level", "debug"])
    let lines = told.split(separator: "\r\n").filter { $0.contains(" debug ") }
    #expect(lines.count == 4)
    for line in lines {
      let begin = line.split(separator: "\u{1B}[K").last ?? ""
      #expect(begin.hasPrefix("20"), "\(line)")
    }
  }

  @Test(arguments: [("dumb", []), ("xterm", ["--quiet"]), ("xterm", ["--log-format", "json"])])
  func noProgressWhereNobodyCanSeeIt(terminal: String, arguments: [String]) throws {
    let told = try errors(try folder(), columns: 80, arguments, terminal: terminal)
    #expect(!told.contains("\u{1B}") && !told.contains("[1/3]"))
  }
}
