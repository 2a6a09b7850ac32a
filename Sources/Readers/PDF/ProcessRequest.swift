/// An outside program to be run on bytes.
package struct ProcessRequest: Sendable, Equatable {
  /// The program's name, looked up on the PATH.
  package var program: String
  package var arguments: [String]
  /// What it reads from its standard input.
  package var input: [UInt8]

  package init(program: String, arguments: [String], input: [UInt8] = []) {
    self.program = program
    self.arguments = arguments
    self.input = input
  }
}

/// What an outside program printed, and how it ended.
package struct ProcessOutput: Sendable, Equatable {
  /// Its exit status; that of a program ended by a signal is 128 and the signal's number.
  package var status: Int
  package var output: [UInt8]
  /// The beginning of what it wrote to its standard error.
  package var errors: String

  package init(status: Int, output: [UInt8], errors: String) {
    self.status = status
    self.output = output
    self.errors = errors
  }
}

/// Why an outside program gave nothing.
package enum ProcessFailure: Error, Sendable, Equatable {
  /// No program of this name is on the PATH.
  case missing
  /// It could not be started; the system's error number.
  case unstartable(Int32)
  /// It ran longer than allowed, in seconds, and was ended.
  case tooSlow(seconds: Int)
  /// It printed more than allowed, in bytes, and was ended.
  case tooMuch(bytes: Int)
}

/// Runs an outside program to its end; what touches the world is handed in, so that a reader can be
/// tested without it.
package typealias ProcessRunner =
  @Sendable (ProcessRequest) throws(ProcessFailure) -> ProcessOutput
