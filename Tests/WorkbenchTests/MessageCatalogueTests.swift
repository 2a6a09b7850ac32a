import Citations
import DocumentModel
import Foundation
import Registry
import TestSupport
import Testing
import Workbench

/// Every identifier that the code can give has words in both languages, and no words are idle.
@Suite struct MessageCatalogueTests {
  /// The sources outside the catalogue.
  private static let sources: [String] = {
    let folder = Places.checkout.appending(path: "Sources")
    let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
    var sources: [String] = []
    for case let file as URL in files ?? .init()
    where file.pathExtension == "swift" && !file.path.contains("/Messages/") {
      if let text = try? String(contentsOf: file, encoding: .utf8) { sources.append(text) }
    }
    return sources
  }()

  /// Identifiers written beside the types that carry them.
  private static let written = found(by: [
    #/(?:Diagnostic|WorkbenchError|IntegrityFinding|diagnose|note|refuse)\(\s*(?:\.\w+,\s*)?"([a-z]+\.[a-z0-9-]+)"/#,
    #/\.init\(\s*"(check\.[a-z-]+)"/#,
    #/case \.\w+: "((?:index|input)\.[a-z0-9-]+)"/#,
    #/identifier = "([a-z]+\.[a-z0-9-]+)"/#,
    #/Diagnostic\(\s*[^"]{0,40}\? "([a-z]+\.[a-z-]+)" : "[a-z]+\.[a-z-]+"/#,
    #/Diagnostic\(\s*[^"]{0,40}\? "[a-z]+\.[a-z-]+" : "([a-z]+\.[a-z-]+)"/#,
  ])

  /// Everything in quotation marks that looks like an identifier.
  private static let mentioned = found(by: [#/"([a-z]+\.[a-z0-9-]+)"/#])

  private static func found(by patterns: [Regex<(Substring, Substring)>]) -> Set<String> {
    var found: Set<String> = []
    for source in sources {
      for pattern in patterns {
        for match in source.matches(of: pattern) { found.insert(String(match.1)) }
      }
    }
    return found
  }

  private static let made: Set<String> =
    written
    .union(RegistryError.Problem.allCases.map { "registry.\($0.rawValue)" })
    .union(QuoteVerifier.Refusal.allCases.map { "excerpt.\($0.rawValue)" })

  @Test func everyIdentifierHasWords() {
    #expect(Self.made.count > 40)
    let missing = Self.made.subtracting(MessageCatalogue.entries.keys).sorted()
    #expect(missing == [])
  }

  @Test func noMessageIsNamedTwice() {
    let names = MessageCatalogue.parts.flatMap(\.keys)
    let twice = Dictionary(grouping: names, by: \.self).filter { $1.count > 1 }.keys.sorted()
    #expect(twice == [])
  }

  @Test func noWordsAreIdle() {
    let idle = Set(MessageCatalogue.entries.keys).subtracting(Self.made).subtracting(Self.mentioned)
      .sorted()
    #expect(idle == [])
  }

  @Test(arguments: MessageCatalogue.entries.keys.sorted(), Language.allCases)
  func isWhole(identifier: String, language: Language) throws {
    let entry = try #require(MessageCatalogue.entries[identifier])
    let words = entry[language]
    #expect(!words.what.isEmpty)
    let isJapanese = words.what.unicodeScalars.contains { $0.value > 0x3000 }
    #expect(isJapanese == (language == .ja), "\(words.what)")
    #expect(words.what.last == (language == .ja ? "。" : "."), "\(words.what)")
    // Both languages name the same particulars.
    #expect(Self.names(entry.ja) == Self.names(entry.en))
  }

  private static func names(_ words: MessageWords) -> Set<String> {
    Set((words.what + words.next).matches(of: #/\{(\w+)\}/#).map { String($0.1) })
  }

  @Test(arguments: [
    (
      Diagnostic("input.empty", .error, arguments: ["file": "a.txt"]),
      "エラー: a.txt: 中身のないファイルです（空か、空白と改行だけ）。原文を取り直してください。",
      "error: a.txt: The file is empty or holds only white space. Fetch it again."
    ),
    (
      Diagnostic(
        "date.impossible", .warning, arguments: ["source": "b.txt", "text": "令和6年2月30日"],
        location: Location(spans: [], line: 12, lineEnd: 12, page: 3)),
      "注意: b.txt 12行目（3頁）: 「令和6年2月30日」という日はありません。リンクしていません。"
        + "原文の誤りでないか確かめてください。",
      "warning: b.txt, line 12 (p. 3): There is no such day as 令和6年2月30日; it isn't linked. "
        + "Check the source for a mistake."
    ),
    (
      Diagnostic("made.up", .note, arguments: ["b": "2", "a": "1"]), "注記: made.up a=1 b=2",
      "note: made.up a=1 b=2"
    ),
  ])
  func text(diagnostic: Diagnostic, ja: String, en: String) {
    #expect(MessageCatalogue.text(for: diagnostic, in: .ja) == ja)
    #expect(MessageCatalogue.text(for: diagnostic, in: .en) == en)
  }
}
