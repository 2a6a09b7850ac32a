import DocumentModel
import Foundation
import Registry
import TestSupport
import Testing

/// The briefs that come with the program.
@Suite struct BriefsTests {
  private static let briefs: [URL] =
    ((try? FileManager.default.contentsOfDirectory(
      at: Places.checkout.appending(path: "corpus/documents"), includingPropertiesForKeys: nil))
    ?? []).filter { $0.pathExtension == "md" }

  @Test func thereAreEnough() {
    #expect(Self.briefs.count >= 12)
  }

  @Test(arguments: briefs)
  func frontMatterAndSources(_ brief: URL) throws {
    let text = try String(contentsOf: brief, encoding: .utf8)
    let parts = text.components(separatedBy: "---\n")
    try #require(parts.count >= 3)
    for key in ["title: ", "issuer: ", "date: ", "kind: ", "licence: CC BY 4.0", "sources:"] {
      #expect(parts[1].contains(key), "\(key)")
    }
    #expect(parts[2].contains("\n## 出典\n"))
    #expect((400...4000).contains(parts[2].count))
    let known = Set(try TestRegistry.real().laws.map(\.lawID.rawValue))
    for link in text.components(separatedBy: "laws.e-gov.go.jp/law/").dropFirst() {
      #expect(known.contains(String(link.prefix(15))))
    }
  }
}
