/// What a link points at.
package enum LinkKind: String, Sendable, Codable, CaseIterable {
  case law, document, ministry, org, date
}

/// How a mention was resolved.
package enum LinkBasis: String, Sendable, Codable, CaseIterable {
  /// The words themselves name it.
  case explicit
  /// By a declaration such as 以下「法」という。
  case declared
  /// By what 同法, 同年 or a bare month points back to.
  case antecedent
  /// By the document's own date or subject.
  case document
  /// By a defined term that carries the provision without citing it.
  case concept
}

/// A law, or a provision of one.
package struct LawTarget: Hashable, Sendable {
  /// Nil for a law that isn't identified, or a foreign one.
  package var lawID: LawID?
  package var title: String?
  package var provision: ProvisionPath
  package var isForeign: Bool

  package init(
    lawID: LawID?, title: String?, provision: ProvisionPath = .init(), isForeign: Bool = false
  ) {
    self.lawID = lawID
    self.title = title
    self.provision = provision
    self.isForeign = isForeign
  }
}

/// A ministry, agency, bureau or public body.
package struct OrganizationTarget: Hashable, Sendable {
  /// The canonical name of the unit at the level named.
  package var value: String
  package var parent: String?
  /// The unit that holds its tasks today, where it is another one.
  package var successor: String?

  package init(value: String, parent: String? = nil, successor: String? = nil) {
    self.value = value
    self.parent = parent
    self.successor = successor
  }
}

/// What the words tell of a date's part.
package enum DateRole: String, Sendable, Codable, CaseIterable {
  case decided, promulgated
  case inForce = "in_force"
  case deadline, target
  case asOf = "as_of"
  case event
}

/// A date with how it was read.
package struct DateTarget: Hashable, Sendable {
  package var value: EDTF
  /// Whether it was resolved from context (本年5月, 同年).
  package var isRelative: Bool
  /// Whether the words blur it (頃, 目途, 末).
  package var isApproximate: Bool
  /// The date a relative one was read from.
  package var anchor: EDTF?
  package var role: DateRole?

  package init(
    value: EDTF, isRelative: Bool = false, isApproximate: Bool = false, anchor: EDTF? = nil,
    role: DateRole? = nil
  ) {
    self.value = value
    self.isRelative = isRelative
    self.isApproximate = isApproximate
    self.anchor = anchor
    self.role = role
  }
}

/// The thing a link points at.
///
/// It is boxed, since the largest is some 15 words long and mentions are moved about while they are
/// found.
package indirect enum LinkTarget: Hashable, Sendable {
  case law(LawTarget)
  /// A named policy document, by its canonical title.
  case document(String)
  case ministry(OrganizationTarget)
  case org(OrganizationTarget)
  case date(DateTarget)

  package var kind: LinkKind {
    switch self {
    case .law: .law
    case .document: .document
    case .ministry: .ministry
    case .org: .org
    case .date: .date
    }
  }
}

/// Why a link was made.
package struct Evidence: Sendable, Hashable {
  /// The stable name of the rule, such as `law.name` or `date.era`.
  package var rule: String
  /// The words or the registry row that support it.
  package var words: String
  /// What else it could have meant; more than one makes it ambiguous.
  package var candidates: [String]

  package init(rule: String, words: String, candidates: [String] = []) {
    self.rule = rule
    self.words = words
    self.candidates = candidates
  }
}

/// One mention in a document with its chosen target.
package struct Link: Sendable, Hashable {
  /// Where the mention stands in the citable text.
  package var span: TextSpan<Citable>
  package var location: Location
  /// The source's own characters, a line break as `\n`.
  package var surface: String
  package var target: LinkTarget
  package var basis: LinkBasis
  package var evidence: Evidence

  package init(
    span: TextSpan<Citable>, location: Location, surface: String, target: LinkTarget,
    basis: LinkBasis, evidence: Evidence
  ) {
    self.span = span
    self.location = location
    self.surface = surface
    self.target = target
    self.basis = basis
    self.evidence = evidence
  }

  package var kind: LinkKind { target.kind }
}

/// How a passage comes to relate to something.
package enum RelationOrigin: String, Sendable, Codable, CaseIterable {
  case passage, heading, section, concept, document
}

/// One thing a passage relates to, with where that came from.
package struct Relation: Sendable, Hashable {
  package var target: LinkTarget
  package var origin: RelationOrigin
  package var basis: LinkBasis
  /// The words that say so.
  package var evidence: String

  package init(target: LinkTarget, origin: RelationOrigin, basis: LinkBasis, evidence: String) {
    self.target = target
    self.origin = origin
    self.basis = basis
    self.evidence = evidence
  }
}

/// What a passage relates to, best first.
package struct PassageRelations: Sendable, Hashable {
  package var laws: [Relation]
  package var ministries: [Relation]
  package var dates: [Relation]

  package init(laws: [Relation] = [], ministries: [Relation] = [], dates: [Relation] = []) {
    self.laws = laws
    self.ministries = ministries
    self.dates = dates
  }
}
