import DocumentModel
import Linking
import Pillars

/// Throughput of keying sections to pillars, links given.
struct PillarsBenchmark: Benchmark {
  let name = "pillars"
  let summary = "pillars of all sections of structured documents, links given, one core"

  func run(_ setting: Setting, record: (Measurement) -> Void) throws {
    let linker = DocumentLinker(registry: setting.registry)
    for size in setting.sizes {
      var total = Total()
      try setting.corpus.forEach(upTo: size) { prepared in
        let links = linker.link(prepared.structure, source: prepared.source.utf8).value
        total.add(prepared, repeats: setting.repeats(at: size)) {
          setting.classifier.classify(prepared.structure, links: links)
            .value.count { !$0.pillars.isEmpty }
        }
      }
      record(total.measurement(name, variant: "many documents"))
    }
  }
}
