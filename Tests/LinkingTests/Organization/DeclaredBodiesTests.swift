import DocumentModel
import Linking
import Testing

/// Bodies by the words that a document uses for them; one case a line.
@Suite struct DeclaredBodiesTests {
  private static let linker = DocumentLinker(registry: checkoutRegistry)

  private func found(_ text: String) -> String {
    let document = document(text)
    return Self.linker.link(document, source: document.citable.utf8).value
      .filter { $0.kind == .org || $0.kind == .ministry }
      .map { link in
        guard case .org(let unit) = link.target else {
          guard case .ministry(let unit) = link.target else { return "" }
          return "\(link.surface)=\(unit.value)"
        }
        return "\(link.surface)=\(unit.value)"
      }.joined(separator: " ")
  }

  @Test(arguments: [
    ("理化学研究所（以下「研究所」という。）。研究所の公募", "理化学研究所=理化学研究所 研究所=理化学研究所 研究所=理化学研究所"),
    ("外務省（以下「当省」という。）の任務。当省の予算", "外務省=外務省 当省=外務省 当省=外務省"),
    ("科学技術振興機構（以下「機構」という。）。機構図の例", "科学技術振興機構=科学技術振興機構 機構=科学技術振興機構"),
    (
      "港湾の保安に関する有識者会議を開催。有識者会議は提言した",
      "港湾の保安に関する有識者会議=港湾の保安に関する有識者会議 有識者会議=港湾の保安に関する有識者会議"
    ),
    (
      "港湾の保安に関する有識者会議と航路の安全に関する有識者会議。有識者会議は提言した",
      "港湾の保安に関する有識者会議=港湾の保安に関する有識者会議 航路の安全に関する有識者会議=航路の安全に関する有識者会議"
    ),
    ("産構審の議論。同審議会の答申", "産構審=産業構造審議会 同審議会=産業構造審議会"),
    ("有識者会議の開催", ""), ("各国の審議会の例", ""),
  ])
  func bodies(text: String, expected: String) { #expect(found(text) == expected) }
}
