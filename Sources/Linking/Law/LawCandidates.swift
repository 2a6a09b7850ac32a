import DocumentModel
import Registry

/// What each name, number or LawId of the registry can mean.
struct LawCandidates: Sendable {
  /// One name found in a text.
  struct Name: Sendable {
    var range: Range<Int>
    /// More than one where the name is shared.
    var candidates: [LawReference]
    /// Whether it is a law's full title.
    var isTitle: Bool
  }

  private let matcher: NameMatcher
  private let references: [LawReference]
  private let isTitle: [Bool]
  private let numbers: [LawNumberKey: LawReference]
  private let identifiers: [LawID: LawReference]
  /// The orders and regulations made under an Act.
  private let children: [LawID: [LawReference]]

  init(registry: Registry) {
    var names: [String] = []
    var references: [LawReference] = []
    var isTitle: [Bool] = []
    var numbers: [LawNumberKey: LawReference] = [:]
    var identifiers: [LawID: LawReference] = [:]
    var children: [LawID: [LawReference]] = [:]
    let scanner = LawNumberScanner()
    for law in registry.laws {
      let reference = LawReference(lawID: law.lawID, title: law.title)
      identifiers[law.lawID] = reference
      if let key = scanner.key(of: law.lawNumber) { numbers[key] = reference }
      if let parent = law.parent { children[parent, default: []].append(reference) }
      for name in [law.title] + law.aliases.map(\.name) {
        names.append(name)
        references.append(reference)
        isTitle.append(name == law.title)
      }
    }
    for law in registry.foreignLaws {
      let reference = LawReference(lawID: nil, title: law.name, isForeign: true)
      for name in [law.name] + law.aliases.map(\.name) {
        names.append(name)
        references.append(reference)
        isTitle.append(name == law.name)
      }
    }
    matcher = NameMatcher(names, folds: registry.variants.folds)
    self.references = references
    self.isTitle = isTitle
    self.numbers = numbers
    self.identifiers = identifiers
    self.children = children
  }

  /// What the names start with.
  var openings: [[UInt32]] { matcher.openings() }

  /// Returns the longest name that starts at an index, with all it can mean.
  func name(in text: ScalarText, at index: Int) -> Name? {
    guard let match = matcher.longest(in: text, at: index) else { return nil }
    var candidates: [LawReference] = []
    for name in match.names where !candidates.contains(references[name]) {
      candidates.append(references[name])
    }
    return Name(
      range: match.range, candidates: candidates, isTitle: match.names.contains { isTitle[$0] })
  }

  func law(numbered key: LawNumberKey) -> LawReference? { numbers[key] }

  func law(_ id: LawID) -> LawReference? { identifiers[id] }

  /// Returns the orders or regulations of one form made under an Act.
  func children(of law: LawReference, form: LawForm) -> [LawReference] {
    guard let id = law.lawID else { return [] }
    return (children[id] ?? []).filter { $0.form == form }
  }
}
