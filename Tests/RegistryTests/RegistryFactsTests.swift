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

  /// The articles of the shared law texts: by law, the text of each by its number.
  private struct LawTexts {
    private let files: [URL]
    private var texts: [String: String] = [:]

    init() throws {
      let folder = try #require(Places.shared).appending(path: "laws")
      files = try FileManager.default.contentsOfDirectory(
        at: folder, includingPropertiesForKeys: nil
      ).sorted { $0.lastPathComponent < $1.lastPathComponent }
    }

    /// Returns the latest text of an article, empty where the law has none; nil without the law.
    mutating func article(_ provision: String) throws -> String? {
      let parts = provision.split(separator: "#").map(String.init)
      guard parts.count == 2,
        let file = files.last(where: { $0.lastPathComponent.hasPrefix(parts[0]) })
      else { return nil }
      if texts[parts[0]] == nil { texts[parts[0]] = try String(contentsOf: file, encoding: .utf8) }
      let text = try #require(texts[parts[0]])
      let main = text.components(separatedBy: "<SupplProvision").first ?? text
      return main.components(separatedBy: "<Article Num=\"\(parts[1])\"").dropFirst().first?
        .components(separatedBy: "</Article>").first ?? ""
    }
  }

  @Test func conceptsStandInTheProvisionTheyName() throws {
    var texts = try LawTexts()
    for concept in try TestRegistry.real().concepts {
      guard let article = try texts.article(concept.provision) else { continue }
      #expect(!article.isEmpty, "\(concept.term) \(concept.provision)")
      // A popular name doesn't stand in the law; its row says so.
      if concept.evidence.contains("通称") { continue }
      #expect(article.contains(concept.term), "\(concept.term) \(concept.provision)")
    }
  }

  @Test func measuresNameProvisionsThatExist() throws {
    var texts = try LawTexts()
    for measure in try TestRegistry.real().measures {
      for provision in measure.laws {
        guard let article = try texts.article(provision) else { continue }
        #expect(!article.isEmpty, "\(measure.name) \(provision)")
      }
    }
  }
}
