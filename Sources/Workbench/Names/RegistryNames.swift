package import Citations
package import DocumentModel
import PassageIndex
import QueryGrammar
package import Registry

/// What asking and showing need of the registry, looked up name by name.
///
/// An index keeps the names of the tables it was last written with. Where the tables on disk are
/// still the same, a command asks the index for the few names its words hold and reads no table; else
/// it loads and validates them all, so that a changed row counts at once and a broken one is told.
package struct RegistryNames: Sendable {
  private let base: KnowledgeBase
  private let store: RegistryStore?
  /// Nil where the index is asked.
  private let registry: Registry?
  /// A parser that knows all names; nil where each query asks for its own.
  private let parser: QueryParser?

  /// Takes the names from the index, if it has those of the tables on disk, else from the tables.
  ///
  /// With `keepsAll` all names are read at once, which pays where many queries follow.
  ///
  /// - Throws: `WorkbenchError` that names a broken row by file and line.
  package init(_ base: KnowledgeBase, store: RegistryStore, keepsAll: Bool = false) throws {
    let kept = base.reader.header.namesFingerprint
    let isSame = try !kept.isEmpty && kept == store.fingerprint()
    self.base = base
    self.store = store
    registry = isSame ? nil : try store.load()
    parser =
      isSame && !keepsAll
      ? nil
      : QueryParser(
        folding: base.reader.folding,
        vocabulary: try registry?.vocabulary ?? Self.vocabulary(of: nil, in: base))
  }

  /// Takes the names from loaded tables.
  package init(_ base: KnowledgeBase, registry: Registry) {
    self.base = base
    store = nil
    self.registry = registry
    parser = QueryParser(folding: base.reader.folding, vocabulary: registry.vocabulary)
  }

  /// Returns a parser that knows every name that stands in the texts.
  func parser(for texts: [String]) throws -> QueryParser {
    if let parser { return parser }
    // Words are joined by one space where they make a name (K Program).
    let texts = texts.filter { !QueryParser.isPasted($0) }.map {
      $0.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
    return QueryParser(
      folding: base.reader.folding, vocabulary: try Self.vocabulary(of: texts, in: base))
  }

  private static func vocabulary(
    of texts: [String]?, in base: KnowledgeBase
  ) throws -> QueryVocabulary {
    QueryVocabulary(
      try base.ask { reader throws(IndexError) in try reader.registryNames(in: texts) })
  }

  /// Returns the names by which things are shown: of some laws, without ids those of all laws.
  package func display(
    of ids: Set<LawID>? = nil, form: CitationStyle.Form = .official
  ) throws -> DisplayNames {
    if let registry { return DisplayNames(registry, form: form) }
    let stored = try base.ask { reader throws(IndexError) in try reader.lawNames(of: ids) }
    return DisplayNames(
      laws: LawNames(stored, form: form), calendar: try tables(.eras).calendar)
  }

  /// The terms of law to which the registry gives a provision.
  func conceptTerms() throws -> Set<String> {
    if let registry { return Set(registry.concepts.map(\.term)) }
    return Set(
      try base.ask { reader throws(IndexError) in try reader.registryNames(.concept) })
  }

  /// Returns a registry that holds at least the given tables.
  func tables(_ kinds: RegistryTable...) throws -> Registry {
    if let registry { return registry }
    return try store?.load(only: kinds) ?? Registry()
  }

  /// Loads the tables as a whole, where some rows are needed in full.
  package func wholeRegistry() throws -> Registry {
    if let registry { return registry }
    return try store?.load() ?? Registry()
  }
}

extension QueryVocabulary {
  /// Puts together the names that an index gave.
  fileprivate init(_ names: [StoredName]) {
    self.init()
    for name in names {
      switch name.kind {
      case .synonym where synonymGroups.last != name.values: synonymGroups.append(name.values)
      case .spelling where spellings.last != name.values: spellings.append(name.values)
      case .law: laws.append((name.name, LawID(name.values.first ?? "")))
      case .organization: organizations.append((name.name, name.values.first ?? name.name))
      case .synonym, .spelling, .concept: continue
      }
    }
  }
}

extension Registry {
  /// The names of the registry as an index keeps them.
  var storedNames: (names: [StoredName], laws: [StoredLawName]) {
    let vocabulary = vocabulary
    var names: [StoredName] = []
    for (kind, groups) in [
      (StoredName.Kind.synonym, vocabulary.synonymGroups), (.spelling, vocabulary.spellings),
    ] {
      for group in groups { names += group.map { StoredName(kind, $0, values: group) } }
    }
    names += vocabulary.laws.map { StoredName(.law, $0.name, values: [$0.lawID.rawValue]) }
    names += vocabulary.organizations.map {
      StoredName(.organization, $0.name, values: [$0.value])
    }
    names += concepts.map { StoredName(.concept, $0.term) }
    return (names, laws.map(LawNames.stored))
  }
}
