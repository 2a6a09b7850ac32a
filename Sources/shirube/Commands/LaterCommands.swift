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

struct ImportLater: LaterCommand {
  static let words = "laws import"
  static let configuration = later("import")
  @Argument(parsing: .captureForPassthrough) var arguments: [String] = []
}

struct CitedLater: LaterCommand {
  static let words = "laws cited"
  static let configuration = later("cited")
  @Argument(parsing: .captureForPassthrough) var arguments: [String] = []
}

struct DiffLater: LaterCommand {
  static let words = "laws diff"
  static let configuration = later("diff")
  @Argument(parsing: .captureForPassthrough) var arguments: [String] = []
}
