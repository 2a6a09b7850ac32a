import DocumentModel
import Foundation
import Registry
import TestSupport
import Testing

/// The checkout's own tables.
@Suite struct RegistryTests {
  @Test func realTablesLoad() throws {
    let registry = try TestRegistry.real()
    #expect(registry.laws.count >= 120)
    #expect(registry.measures.count >= 25)
    #expect(registry.eras.map(\.name) == ["明治", "大正", "昭和", "平成", "令和"])
  }

  @Test(arguments: [
    ("外為法", "324AC0000000228"), ("独禁法", "322AC0000000054"), ("不競法", "405AC0000000047"),
    ("推進法", "504AC0000000043"), ("経済安保推進法", "504AC0000000043"),
    ("5G促進法", "502AC0000000037"), ("特定秘密保護法", "425AC0000000108"),
    ("重要経済安保情報保護活用法", "506AC0000000027"), ("サイバー対処能力強化法", "507AC0000000042"),
    ("個人情報保護法", "415AC0000000057"), ("輸出令", "324CO0000000378"),
    ("下請法", "331AC0000000120"), ("GX推進法", "505AC0000000032"),
  ])
  func lawIsKnownByItsShortName(name: String, id: String) throws {
    let laws = try TestRegistry.real().laws.filter { law in
      law.title == name || law.aliases.contains { $0.name == name && $0.kind != .ambiguous }
    }
    #expect(laws.map(\.lawID.rawValue) == [id])
  }

  @Test(arguments: [
    ("内閣サイバーセキュリティセンター", "2025-06-30", "国家サイバー統括室"),
    ("通商産業省", "2001-01-05", "経済産業省"), ("防衛庁", "2007-01-08", "防衛省"),
    ("経済産業省貿易経済協力局", "2024-06-30", "経済産業省貿易経済安全保障局"),
  ])
  func formerBodyHasItsLastDayAndSuccessor(
    name: String, until: String, successor: String
  ) throws {
    let entry = try #require(TestRegistry.real().ministries.first { $0.name == name })
    #expect(entry.until == until)
    #expect(entry.successor == successor)
  }

  @Test func erasFollowEachOtherWithoutAGap() throws {
    let eras = try TestRegistry.real().eras
    for (earlier, later) in zip(eras, eras.dropFirst()) {
      let last = try #require(earlier.lastDay.flatMap { EDTF($0).interval?.first })
      let first = try #require(EDTF(later.firstDay).interval?.first)
      #expect(last < first)
      let next =
        CalendarDay(year: last.year, month: last.month, day: last.day + 1)
        ?? CalendarDay(year: last.year, month: last.month + 1, day: 1)
      #expect(next == first, "\(later.name)")
    }
  }

  @Test func synonymGroupsHoldEqualNamesOnly() throws {
    let groups = try TestRegistry.real().synonymGroups
    #expect(groups.contains { $0.contains("外為法") && $0.contains("外国為替及び外国貿易法") })
    #expect(!groups.contains { $0.contains("サプライチェーンの強靱化") })
    for group in groups {
      #expect(group.count > 1)
      for name in group {
        #expect(name.unicodeScalars.count > 1, "\(name)")
        #expect(!name.contains("{"), "\(name)")
      }
    }
    let names = groups.flatMap { $0 }
    #expect(Set(names).count == names.count)
  }

  /// Each table has a schema beside it that names the fields its rows have.
  @Test(arguments: RegistryTable.allCases)
  func schemaFitsTheRows(_ table: RegistryTable) throws {
    let file = Places.registry.appending(path: "\(table.rawValue).schema.json")
    let schema = try #require(
      JSONSerialization.jsonObject(with: Data(contentsOf: file)) as? [String: Any])
    let fields = Set(try #require(schema["properties"] as? [String: Any]).keys)
    let required = Set(try #require(schema["required"] as? [String]))
    let rows = try #require(TestRegistry.tables()[table.fileName])
    for line in rows.split(separator: 0x0A) {
      let row = try #require(JSONSerialization.jsonObject(with: Data(line)) as? [String: Any])
      #expect(required.isSubset(of: row.keys) && fields.isSuperset(of: row.keys))
    }
  }
}
