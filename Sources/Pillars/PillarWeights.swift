package import DocumentModel

/// One number for each pillar.
package struct PillarWeights: Sendable, Hashable, Codable {
  package var know: Double
  package var nurture: Double
  package var protect: Double

  package init(know: Double = 0, nurture: Double = 0, protect: Double = 0) {
    self.know = know
    self.nurture = nurture
    self.protect = protect
  }

  package init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: CodingKeys.self)
    know = try values.decodeIfPresent(Double.self, forKey: .know) ?? 0
    nurture = try values.decodeIfPresent(Double.self, forKey: .nurture) ?? 0
    protect = try values.decodeIfPresent(Double.self, forKey: .protect) ?? 0
  }

  package subscript(pillar: Pillar) -> Double {
    get {
      switch pillar {
      case .know: know
      case .nurture: nurture
      case .protect: protect
      }
    }
    set {
      switch pillar {
      case .know: know = newValue
      case .nurture: nurture = newValue
      case .protect: protect = newValue
      }
    }
  }

  package var total: Double { know + nurture + protect }

  /// The pillars with a number above zero, highest first; equal ones in the order of the frame.
  package var ranked: [Pillar] {
    Pillar.allCases.enumerated().filter { self[$0.element] > 0 }
      .sorted { (-self[$0.element], $0.offset) < (-self[$1.element], $1.offset) }
      .map(\.element)
  }

  package static func + (a: Self, b: Self) -> Self {
    Self(know: a.know + b.know, nurture: a.nurture + b.nurture, protect: a.protect + b.protect)
  }

  package static func += (a: inout Self, b: Self) { a = a + b }

  package static func * (a: Self, factor: Double) -> Self {
    Self(know: a.know * factor, nurture: a.nurture * factor, protect: a.protect * factor)
  }
}
