import DocumentModel
import Foundation
import Linking
import Registry

/// A small registry and documents of one block a line, for linking one sentence at a time.
enum Sample {
  private static func entries<Entry: Decodable>(_ rows: [[String: Any]]) -> [Entry] {
    rows.compactMap { row in
      (try? JSONSerialization.data(withJSONObject: row)).flatMap {
        try? JSONDecoder().decode(Entry.self, from: $0)
      }
    }
  }

  private static func aliases(_ names: [String]) -> [[String: String]] {
    names.map { ["name": $0, "kind": "staff", "evidence": "test"] }
  }

  private static func law(
    _ id: String, _ number: String, _ title: String, _ names: [String] = [],
    parent: String? = nil
  ) -> [String: Any] {
    var row: [String: Any] = [
      "law_id": id, "law_number": number, "title": title, "aliases": aliases(names),
      "ministries": [String](), "source": "test",
    ]
    row["parent"] = parent
    return row
  }

  private static func named(_ key: String, _ name: String, _ names: [String] = []) -> [String: Any]
  {
    [key: name, "aliases": aliases(names), "jurisdiction": "XX", "source": "test"]
  }

  static let registry = Registry(
    laws: entries([
      law("324AC0000000228", "昭和二十四年法律第二百二十八号", "外国為替及び外国貿易法", ["外為法"]),
      law(
        "324CO0000000378", "昭和二十四年政令第三百七十八号", "輸出貿易管理令", ["輸出令"],
        parent: "324AC0000000228"),
      law("334AC0000000121", "昭和三十四年法律第百二十一号", "特許法"),
      law("335CO0000000016", "昭和三十五年政令第十六号", "特許法施行令", parent: "334AC0000000121"),
      law("405AC0000000047", "平成五年法律第四十七号", "不正競争防止法", ["不競法"]),
      law("415AC0000000057", "平成十五年法律第五十七号", "個人情報の保護に関する法律", ["個人情報保護法"]),
      law(
        "428M60020000003", "平成二十八年個人情報保護委員会規則第三号",
        "個人情報の保護に関する法律施行規則", parent: "415AC0000000057"),
      law("425AC0000000108", "平成二十五年法律第百八号", "特定秘密の保護に関する法律", ["特定秘密保護法"]),
      law("425AC0000000098", "平成二十五年法律第九十八号", "産業競争力強化法", ["強化法"]),
      law("412AC0000000044", "平成十二年法律第四十四号", "産業技術力強化法", ["強化法"]),
      law(
        "504AC0000000043", "令和四年法律第四十三号",
        "経済施策を一体的に講ずることによる安全保障の確保の推進に関する法律",
        ["経済安全保障推進法", "経済安保推進法", "推進法"]),
      law(
        "504CO0000000394", "令和四年政令第三百九十四号",
        "経済施策を一体的に講ずることによる安全保障の確保の推進に関する法律施行令",
        parent: "504AC0000000043"),
    ]),
    foreignLaws: entries([
      named("name", "輸出管理法"), named("name", "インフレ削減法", ["IRA"]),
      named("name", "一般データ保護規則", ["GDPR"]),
    ]),
    documents: entries([
      named("title", "国家安全保障戦略"),
      named("title", "経済財政運営と改革の基本方針{year}", ["骨太の方針{year}", "骨太方針{year}"]),
      named("title", "研究開発ビジョン"), named("title", "安定供給確保基本指針"),
      named("title", "脱炭素成長型経済構造移行推進戦略", ["GX推進戦略"]),
    ]),
    concepts: entries([
      [
        "term": "特定重要物資", "provision": "504AC0000000043#7", "evidence": "test",
        "source": "test",
      ]
    ]))

  /// Makes a document of one block a line; `# ` opens a section.
  static func document(_ text: String) -> StructuredDocument {
    let source = CitableText(
      utf8: Array(text.utf8), map: .identity(count: text.utf8.count), repairs: [])
    let id = DocumentID("test")
    let lines = LineIndex(source.utf8)
    var sections: [Section] = []
    var blocks: [Block] = []
    func location(_ span: TextSpan<Citable>) -> Location {
      lines.location(source.sourceSpans(span))
    }
    func open(_ title: String, _ span: TextSpan<Citable>) {
      let number = sections.count
      sections.append(
        Section(
          id: SectionID("s\(number)"), parent: number == 0 ? nil : SectionID("s0"),
          level: number == 0 ? 1 : 2, title: title, rawTitle: title, titleSpan: span,
          span: source.span, location: location(span), isSynthetic: false, path: [title]))
    }
    open("test", TextSpan(0, 0))
    var start = 0
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      let mark = line.hasPrefix("# ") ? 2 : 0
      let span = TextSpan<Citable>(start + mark, start + line.utf8.count)
      start += line.utf8.count + 1
      guard !span.isEmpty else { continue }
      if mark > 0 { open(String(line.dropFirst(2)), span) }
      blocks.append(
        Block(
          id: BlockID("b\(blocks.count)"), section: sections[sections.count - 1].id,
          kind: mark > 0 ? .heading : .paragraph, span: span, location: location(span)))
    }
    return StructuredDocument(
      id: id, citable: source, sections: sections, blocks: blocks, passages: [], lines: lines,
      pages: [], metadata: .init())
  }

  /// Returns the links of one kind, each as `surface=target`, concepts left out.
  static func links(_ text: String, _ kind: LinkKind) -> [String] {
    let linker = DocumentLinker(registry: registry)
    return linker.link(document(text), source: Array(text.utf8)).value
      .filter { $0.kind == kind && $0.basis != .concept }
      .map { "\($0.surface)=\(describe($0.target))" }
  }

  /// `504AC0000000043#7-1-2` for a provision, `foreign` or `unknown` for a law without a LawId.
  static func describe(_ target: LinkTarget) -> String {
    switch target {
    case .law(let law):
      let name = law.lawID?.rawValue ?? (law.isForeign ? "foreign" : "unknown")
      let path = law.provision
      let parts = [path.article ?? "", path.paragraph ?? "", path.item ?? "", path.subitem ?? ""]
      let end = parts.lastIndex { !$0.isEmpty }.map { $0 + 1 } ?? 0
      let suffix = parts[..<end].joined(separator: "-")
      return name + (path.isSupplementary ? "#S" : end > 0 ? "#" : "") + suffix
    case .document(let title): return title
    case .ministry(let unit), .org(let unit): return unit.value
    case .date(let date): return date.value.rawValue
    }
  }
}
