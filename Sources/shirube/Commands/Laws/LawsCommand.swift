import ArgumentParser
import Workbench

/// The laws the registry knows.
struct LawsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "laws",
    abstract: Console.say("法令の一覧と照会", "Lists and shows laws."),
    subcommands: [
      LawsImport.self, LawsList.self, LawsShow.self, LawsOutline.self, LawsDiff.self,
      LawsCited.self, LawsCheck.self, LawsTerms.self,
    ])
}
