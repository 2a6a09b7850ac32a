import DocumentModel
import Linking
import Registry

/// Cost of linking against the number of law names: 100, the registry's, and every law's title.
struct LawNamesBenchmark: Benchmark {
  let name = "law-names"
  let summary = "linking with 100 laws, the registry's laws, and every law's title beside them"

  func run(_ setting: Setting, record: (Measurement) -> Void) throws {
    let size = min(setting.sizes.max() ?? 0, 10)
    for (variant, registry) in try registries(setting) {
      let linker = DocumentLinker(registry: registry)
      var total = Total()
      try setting.corpus.forEach(upTo: size) { prepared in
        total.add(prepared, repeats: setting.repeats(at: size)) {
          linker.link(prepared.structure, source: prepared.source.utf8).value.count
        }
      }
      record(total.measurement(name, variant: variant))
    }
  }

  private func registries(_ setting: Setting) throws -> [(String, Registry)] {
    let full = setting.registry
    var few = full
    // Evenly drawn, so that old and new, long and short titles are among them; aliases left out.
    let step = max(1, full.laws.count / 100)
    few.laws = full.laws.indices.filter { $0 % step == 0 }.prefix(100).map { index in
      var law = full.laws[index]
      law.aliases = []
      law.parent = nil
      return law
    }
    var registries = [("100 names", few), ("registry, \(Self.names(full)) names", full)]
    if let path = setting.lawTitles, let model = full.laws.first {
      var all = full
      let known = Set(full.laws.map(\.lawID))
      let rows = try LawTitles.read(path, like: model)
      all.laws += rows.filter { !known.contains($0.lawID) }
      registries.append(("registry and \(rows.count) laws, \(Self.names(all)) names", all))
    }
    return registries
  }

  private static func names(_ registry: Registry) -> Int {
    registry.laws.reduce(0) { $0 + 1 + $1.aliases.count }
  }
}
