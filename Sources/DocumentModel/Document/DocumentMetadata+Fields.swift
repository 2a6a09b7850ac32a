extension DocumentMetadata {
  /// What a value of a description is called in manifests, side-cars, front matter and decisions.
  package enum Name: String, Sendable, CaseIterable {
    case title, issuer, date, kind, url, licence
    case retrievedAt = "retrieved_at"

    /// Returns the value that a key names, in any of its usual spellings.
    package init?(key: String) {
      switch key.lowercased().filter({ $0 != "_" && $0 != "-" && $0 != " " }) {
      case "title": self = .title
      case "issuer", "publisher", "author": self = .issuer
      case "date", "issued": self = .date
      case "kind", "type": self = .kind
      case "url", "sourceurl": self = .url
      case "licence", "license": self = .licence
      case "retrievedat", "retrieved": self = .retrievedAt
      default: return nil
      }
    }

    fileprivate var path: WritableKeyPath<DocumentMetadata, Field?> {
      switch self {
      case .title: \.title
      case .issuer: \.issuer
      case .date: \.date
      case .kind: \.kind
      case .url: \.url
      case .licence: \.licence
      case .retrievedAt: \.retrievedAt
      }
    }
  }

  package subscript(name: Name) -> Field? {
    get { self[keyPath: name.path] }
    set { self[keyPath: name.path] = newValue }
  }

  /// Returns the description with every value of another in the place of its own.
  package func overlaid(by other: DocumentMetadata) -> Self {
    var result = self
    for name in Name.allCases { if let field = other[name] { result[name] = field } }
    return result
  }

  /// Only the values of one origin.
  package func only(_ origin: Origin) -> Self {
    var result = Self()
    for name in Name.allCases where self[name]?.origin == origin { result[name] = self[name] }
    return result
  }

  /// Whether nothing is known.
  package var isEmpty: Bool { Name.allCases.allSatisfy { self[$0] == nil } }
}
