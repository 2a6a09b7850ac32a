import DocumentModel

/// The rows of all tables with their lines, before and while they are checked.
struct ParsedTables {
  var acts: [Numbered<LawEntry>] = []
  var laws: [Numbered<LawEntry>] = []
  var foreignLaws: [Numbered<ForeignLawEntry>] = []
  var ministries: [Numbered<MinistryEntry>] = []
  var organizations: [Numbered<OrganizationEntry>] = []
  var documents: [Numbered<PolicyDocumentEntry>] = []
  var eras: [Numbered<EraEntry>] = []
  var measures: [Numbered<MeasureEntry>] = []
  var concepts: [Numbered<LawConceptEntry>] = []
  var spellings: [Numbered<SpellingEntry>] = []
  var variants: [Numbered<VariantEntry>] = []

  mutating func read(
    _ tables: [String: [UInt8]], only kinds: [RegistryTable]
  ) throws(RegistryError) {
    for kind in kinds { try read(kind, tables) }
  }

  private mutating func read(
    _ kind: RegistryTable, _ tables: [String: [UInt8]]
  ) throws(RegistryError) {
    switch kind {
    case .acts:
      acts = try Self.rows(kind, tables, LawEntry.CodingKeys.self, "law_id", \.lawID.rawValue)
    case .laws:
      laws = try Self.rows(kind, tables, LawEntry.CodingKeys.self, "law_id", \.lawID.rawValue)
    case .foreignLaws:
      foreignLaws = try Self.rows(kind, tables, ForeignLawEntry.CodingKeys.self, "name", \.name)
    case .ministries:
      ministries = try Self.rows(kind, tables, MinistryEntry.CodingKeys.self, "name", \.name)
    case .organizations:
      organizations = try Self.rows(kind, tables, OrganizationEntry.CodingKeys.self, "name", \.name)
    case .documents:
      documents = try Self.rows(
        kind, tables, PolicyDocumentEntry.CodingKeys.self, "title", \.title)
    case .eras:
      eras = try Self.rows(kind, tables, EraEntry.CodingKeys.self, "first_day", \.firstDay)
    case .measures:
      measures = try Self.rows(kind, tables, MeasureEntry.CodingKeys.self, "name", \.name)
    case .concepts:
      concepts = try Self.rows(kind, tables, LawConceptEntry.CodingKeys.self, "term", \.term)
    case .spellings:
      spellings = try Self.rows(
        kind, tables, SpellingEntry.CodingKeys.self, "forms", { $0.forms.first ?? "" })
    case .variants:
      variants = try Self.rows(kind, tables, VariantEntry.CodingKeys.self, "from", \.from)
    }
  }

  private static func rows<Row: Decodable, Keys: CodingKey & CaseIterable>(
    _ table: RegistryTable, _ tables: [String: [UInt8]], _ fields: Keys.Type, _ keyField: String,
    _ key: (Row) -> String
  ) throws(RegistryError) -> [Numbered<Row>] {
    guard let bytes = tables[table.fileName] else {
      throw RegistryError(.missingTable, file: table.fileName)
    }
    return try RowDecoder(table).rows(
      bytes, as: Row.self, fields: fields, key: key, keyField: keyField)
  }

  /// Makes the registry of the rows read.
  func registry(digest: String) -> Registry {
    var characters = CharacterVariants()
    for entry in variants.map(\.row) {
      guard let from = entry.from.unicodeScalars.first?.value,
        let to = entry.to.unicodeScalars.first?.value
      else { continue }
      if entry.kind == .radical {
        characters.radicals[from] = to
      } else {
        characters.folds[from] = to
      }
    }
    return Registry(
      laws: (laws + acts).map(\.row), foreignLaws: foreignLaws.map(\.row),
      ministries: ministries.map(\.row), organizations: organizations.map(\.row),
      documents: documents.map(\.row), eras: eras.map(\.row), measures: measures.map(\.row),
      concepts: concepts.map(\.row), spellings: spellings.map(\.row), variants: characters,
      digest: digest)
  }
}
