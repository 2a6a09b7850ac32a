import ArgumentParser
import Workbench

/// A command of the interface that this version doesn't have yet: it says so and exits with 2.
protocol LaterCommand: ParsableCommand {
  /// The command's words as they are typed.
  static var words: String { get }
  var arguments: [String] { get set }
}

extension LaterCommand {
  func run() throws {
    throw WorkbenchError(.badUse, "command.later", ["command": "shirube \(Self.words)"])
  }

  static func later(_ name: String) -> CommandConfiguration {
    CommandConfiguration(
      commandName: name, abstract: Console.say("（後の版で）", "(in a later version)"),
      shouldDisplay: false)
  }
}

struct VerifyLater: LaterCommand {
  static let words = "verify"
  static let configuration = later("verify")
  @Argument(parsing: .captureForPassthrough) var arguments: [String] = []
}
