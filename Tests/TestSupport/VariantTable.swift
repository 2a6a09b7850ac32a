package import DocumentModel
private import Foundation

/// The variants table as the tests of stages below the registry read it.
package enum VariantTable {
  private struct Row: Decodable {
    var from: String
    var to: String
    var kind: String
    var source: String
  }

  /// The table of the checkout; empty where the file is absent.
  package static let variants: CharacterVariants = {
    var variants = CharacterVariants()
    let file = Places.registry.appending(path: "variants.jsonl")
    guard let text = try? String(contentsOf: file, encoding: .utf8) else { return variants }
    for line in text.split(separator: "\n") {
      guard let row = try? JSONDecoder().decode(Row.self, from: Data(line.utf8)),
        let from = row.from.unicodeScalars.first?.value, let to = row.to.unicodeScalars.first?.value
      else { continue }
      if row.kind == "radical" { variants.radicals[from] = to } else { variants.folds[from] = to }
    }
    return variants
  }()
}
