import ArgumentParser

@main
struct Shirube: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "shirube")
}
