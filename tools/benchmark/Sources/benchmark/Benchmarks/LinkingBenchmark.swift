import DocumentModel
import Linking

/// Throughput of linking alone with the full registry, over growing amounts of text.
struct LinkingBenchmark: Benchmark {
  let name = "linking"
  let summary = "all links of structured documents, full registry, one core"

  func run(_ setting: Setting, record: (Measurement) -> Void) throws {
    let linker = DocumentLinker(registry: setting.registry)
    for size in setting.sizes {
      var total = Total()
      try setting.corpus.forEach(upTo: size) { prepared in
        total.add(prepared, repeats: setting.repeats(at: size)) {
          linker.link(prepared.structure, source: prepared.source.utf8).value.count
        }
      }
      record(total.measurement(name, variant: "many documents"))
    }
    for size in setting.sizes {
      let prepared = try setting.corpus.joined(upTo: size)
      var total = Total()
      total.add(prepared, repeats: setting.repeats(at: size)) {
        linker.link(prepared.structure, source: prepared.source.utf8).value.count
      }
      record(total.measurement(name, variant: "one document"))
    }
  }
}
