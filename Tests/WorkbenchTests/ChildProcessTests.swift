import Readers
import Testing
import Workbench

/// Real programs of every system, run as the reader of PDF runs its own.
@Suite struct ChildProcessTests {
  private func run(
    _ program: String, _ arguments: [String] = [], input: [UInt8] = []
  ) throws(ProcessFailure) -> ProcessOutput {
    try ChildProcess().run(ProcessRequest(program: program, arguments: arguments, input: input))
  }

  /// Far more than any pipe holds, in both directions at once.
  @Test func bytesGoThroughUnchanged() throws {
    let input = (0..<3_000_000).map { UInt8(truncatingIfNeeded: $0 &* 31) }
    let output = try run("cat", input: input)
    #expect(output.output == input)
    #expect(output.status == 0)
  }

  @Test func aProgramThatDoesntListenIsNoFault() throws {
    #expect(try run("true", input: [UInt8](repeating: 1, count: 1 << 20)).status == 0)
  }

  @Test func statusAndMessages() throws {
    let output = try run("sh", ["-c", "echo 甲 >&2; exit 3"])
    #expect(output == ProcessOutput(status: 3, output: [], errors: "甲\n"))
    #expect(try run("sh", ["-c", "kill -9 $$"]).status == 137)
  }

  @Test func nothingOfTheEnvironmentIsHandedOn() throws {
    let output = try run("env")
    let names = String(decoding: output.output, as: UTF8.self).split(separator: "\n")
      .map { $0.prefix { $0 != "=" } }
    #expect(Set(names) == ["LC_ALL", "PATH"])
  }

  @Test func limitsEndTheProgram() {
    #expect(throws: ProcessFailure.missing) { try run("no-such-program-anywhere") }
    var process = ChildProcess()
    process.outputLimit = 1000
    #expect(throws: ProcessFailure.tooMuch(bytes: 1000)) {
      try process.run(ProcessRequest(program: "yes", arguments: []))
    }
    process.seconds = 0
    #expect(throws: ProcessFailure.tooSlow(seconds: 0)) {
      try process.run(ProcessRequest(program: "sleep", arguments: ["600"]))
    }
  }
}
