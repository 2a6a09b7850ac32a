import Foundation
import Testing

/// A cited title goes to the document of the knowledge base, the dates in order.
@Suite struct HeldDocumentTests {
  private let scratch: Scratch
  private let index: String

  init() throws {
    scratch = try Scratch()
    index = scratch.path("index.sqlite")
    let papers = [
      ("a.md", "海運強化基本計画", "2023-05-01", "荷役を点検する。"),
      ("b.md", "海運強化基本計画（概要）", "2025-05-01", "荷役を点検する。"),
      ("c.md", "点検の報告", "2024-06-04", "海運強化基本計画に沿って点検した。航路整備基本計画も見た。"),
      ("d.md", "点検の予告", "2022-06-04", "海運強化基本計画を今後定める。"),
    ]
    for (name, title, date, text) in papers {
      let path = try scratch.write(
        name, "---\ntitle: \(title)\ndate: \(date)\n---\n\n# \(title)\n\n\(text)\n")
      #expect(try Binary.run(["ingest", path, "--index", index]).status == 0)
    }
  }

  @Test(arguments: [
    ("点検の報告", "海運強化基本計画", "海運強化基本計画"), ("点検の報告", "航路整備基本計画", nil),
    // No document is cited that wasn't there yet.
    ("点検の予告", "海運強化基本計画", nil),
    // A document never cites itself.
    ("海運強化基本計画", "海運強化基本計画", nil),
  ])
  func held(citing: String, cited: String, expected: String?) throws {
    let rows = try Binary.run(["dump", "--index", index]).output.split(separator: "\n")
      .compactMap { try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any] }
    var titles: [String: String] = [:]
    for row in rows where row["type"] as? String == "document" {
      titles[row["id"] as? String ?? ""] = row["title"] as? String
    }
    let links = rows.filter {
      $0["kind"] as? String == "document" && $0["value"] as? String == cited
        && titles[$0["doc"] as? String ?? ""] == citing
    }
    #expect(
      links.map { ($0["document"] as? String).flatMap { titles[$0] } }.allSatisfy { $0 == expected }
    )
    #expect(!links.isEmpty || citing == cited)
  }
}
