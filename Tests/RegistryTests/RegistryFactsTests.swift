import DocumentModel
import Foundation
import Registry
import TestSupport
import Testing

/// The tables held against the shared facts, where these are at hand.
@Suite(.enabled(if: Places.shared != nil)) struct RegistryFactsTests {
  /// The laws in force of `facts/laws.csv`: number by LawId.
  private static func numbers() throws -> [String: String] {
    let shared = try #require(Places.shared)
    let text = try String(contentsOf: shared.appending(path: "facts/laws.csv"), encoding: .utf8)
    var numbers: [String: String] = [:]
    for line in text.split(whereSeparator: \.isNewline) {
      let fields = line.split(separator: ",", maxSplits: 2, omittingEmptySubsequences: false)
      if fields.count == 3 { numbers[String(fields[0])] = String(fields[1]) }
    }
    return numbers
  }

  @Test func lawsHaveTheirIdAndNumber() throws {
    let numbers = try Self.numbers()
    for law in try TestRegistry.real().laws {
      // An amending Act merges into the law it amends and isn't among the laws in force.
      if law.source.contains("改正履歴") { continue }
      #expect(numbers[law.lawID.rawValue] == law.lawNumber, "\(law.title)")
    }
  }

  @Test func conceptsStandInTheProvisionTheyName() throws {
    let folder = try #require(Places.shared).appending(path: "laws")
    let files = try FileManager.default.contentsOfDirectory(
      at: folder, includingPropertiesForKeys: nil
    ).sorted { $0.lastPathComponent < $1.lastPathComponent }
    var texts: [String: String] = [:]
    for concept in try TestRegistry.real().concepts {
      let parts = concept.provision.split(separator: "#").map(String.init)
      guard parts.count == 2,
        let file = files.last(where: { $0.lastPathComponent.hasPrefix(parts[0]) })
      else { continue }
      if texts[parts[0]] == nil { texts[parts[0]] = try String(contentsOf: file, encoding: .utf8) }
      let text = try #require(texts[parts[0]])
      let main = text.components(separatedBy: "<SupplProvision").first ?? text
      let opening = "<Article Num=\"\(parts[1])\""
      let article = main.components(separatedBy: opening).dropFirst().first?
        .components(separatedBy: "</Article>").first
      #expect(article != nil, "\(concept.term) \(concept.provision)")
      // A popular name doesn't stand in the law; its row says so.
      if concept.evidence.contains("通称") { continue }
      #expect(article?.contains(concept.term) == true, "\(concept.term) \(concept.provision)")
    }
  }
}
