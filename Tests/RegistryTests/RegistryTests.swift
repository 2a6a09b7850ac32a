import Registry
import TestSupport
import Testing

/// The checkout's own tables.
@Suite struct RegistryTests {
  @Test func realTablesLoad() throws {
    let registry = try TestRegistry.real()
    #expect(!registry.laws.isEmpty)
    #expect(registry.eras.map(\.name) == ["明治", "大正", "昭和", "平成", "令和"])
  }

  @Test func synonymGroupsHoldEqualNamesOnly() throws {
    let groups = try TestRegistry.real().synonymGroups
    #expect(groups.contains { $0.contains("外為法") && $0.contains("外国為替及び外国貿易法") })
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
}
