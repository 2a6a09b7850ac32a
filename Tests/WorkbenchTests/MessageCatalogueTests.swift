import Citations
import DocumentModel
import Foundation
import Registry
import TestSupport
import Testing
import Workbench

/// Every identifier that the code can give has words in both languages, and no words are idle.
@Suite struct MessageCatalogueTests {
  /// Identifiers written in the sources beside the types that carry them.
  private static let written: Set<String> = {
    let sources = Places.checkout.appending(path: "Sources")
    let files = FileManager.default.enumerator(at: sources, includingPropertiesForKeys: nil)
    var found: Set<String> = []
    for case let file as URL in files ?? .init()
    where file.pathExtension == "swift" && !file.path.contains("/Messages/") {
      guard let text = try? String(contentsOf: file, encoding: .utf8) else { continue }
      for pattern in [
        #/(?:Diagnostic|WorkbenchError|IntegrityFinding|diagnose|note|refuse)\(\s*(?:\.\w+,\s*)?"([a-z]+\.[a-z0-9-]+)"/#,
        #/\.init\(\s*"(check\.[a-z-]+)"/#,
        #/case \.\w+: "((?:index|input)\.[a-z0-9-]+)"/#,
        #/Diagnostic\(\s*[^"]{0,40}\? "([a-z]+\.[a-z-]+)" : "[a-z]+\.[a-z-]+"/#,
        #/Diagnostic\(\s*[^"]{0,40}\? "[a-z]+\.[a-z-]+" : "([a-z]+\.[a-z-]+)"/#,
      ] {
        for match in text.matches(of: pattern) { found.insert(String(match.1)) }
      }
    }
    return found
  }()

  private static let made: Set<String> =
    written
    .union(RegistryError.Problem.allCases.map { "registry.\($0.rawValue)" })
    .union(QuoteVerifier.Refusal.allCases.map { "excerpt.\($0.rawValue)" })

  @Test func everyIdentifierHasWords() {
    #expect(Self.made.count > 40)
    let missing = Self.made.subtracting(MessageCatalogue.entries.keys).sorted()
    #expect(missing == [])
  }

  @Test func noWordsAreIdle() {
    let idle = Set(MessageCatalogue.entries.keys).subtracting(Self.made).sorted()
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
      "注意: b.txt 12行目（3頁）: 「令和6年2月30日」は暦にない日付なのでリンクしませんでした。"
        + "原文の誤りでないか確かめてください。",
      "warning: b.txt, line 12 (p. 3): “令和6年2月30日” is no day of the calendar and was not linked. "
        + "It may be an error of the source."
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
