package import DocumentModel

/// A measure as the registry knows it, with what places it among the others.
package struct KnownMeasure: Sendable, Hashable {
  package var name: String
  /// Names that mean this measure and nothing else.
  package var aliases: [String]
  /// Names that also mean something wider or narrower.
  package var related: [String]
  /// The measures it is part of.
  package var parents: [String]
  /// The provisions that govern it, `504AC0000000043#7`.
  package var provisions: [String]

  package init(
    name: String, aliases: [String] = [], related: [String] = [], parents: [String] = [],
    provisions: [String] = []
  ) {
    self.name = name
    self.aliases = aliases
    self.related = related
    self.parents = parents
    self.provisions = provisions
  }
}

/// Tells which measure a term means, and which names and terms of law stand for it.
package struct MeasureCatalogue: Sendable {
  /// A term of law with the provision that defines it.
  package struct Concept: Sendable, Hashable {
    package var term: String
    package var provision: String

    package init(term: String, provision: String) {
      self.term = term
      self.provision = provision
    }
  }

  private let measures: [KnownMeasure]
  private let concepts: [Concept]
  private let fold: TraceFolding

  package init(
    measures: [KnownMeasure], concepts: [Concept] = [],
    fold: @escaping TraceFolding = TraceText.foldWidth
  ) {
    self.measures = measures
    self.concepts = concepts
    self.fold = fold
  }

  /// Returns the measure that a term means; a term of no known measure is a measure of its own.
  ///
  /// A name or alias means its measure. What a name is about (半導体 in 半導体の安定供給確保) means that
  /// thing under all its names (抗菌薬, 抗菌性物質製剤), but not the measure's terms of law, which the
  /// other things under the same provisions share. `ambiguous` names the measures where a term is the
  /// name of several, or stands in the names of several that aren't part of each other.
  package func measure(for term: String) -> (measure: Measure, ambiguous: [String]) {
    let key = key(term)
    let named = measures.filter { known in
      ([known.name] + known.aliases).contains { self.key($0) == key }
    }
    if named.count == 1 { return (expanded(named[0], as: term), []) }
    if named.count > 1 {
      return (Measure(name: term, others: others(than: named)), named.map(\.name))
    }
    let holding = measures.filter { known in
      ([known.name] + known.aliases).contains { holds(self.key($0), key) }
    }
    let subject = measures.first { known in
      ([known.name] + known.aliases).contains { self.subject(of: $0).map(self.key) == key }
    }
    if let subject {
      let names = ([subject.name] + subject.aliases).compactMap { self.subject(of: $0) }
      let measure = Measure(
        name: term, aliases: unique(names, except: [term]), parents: subject.parents,
        parts: parts(of: subject).map(\.name), others: others(than: [subject]))
      return (measure, apart(holding))
    }
    let about = measures.filter { $0.related.contains { self.key($0) == key } }
    let candidates = about + holding.filter { known in !about.contains { $0.name == known.name } }
    return (Measure(name: term, others: others(than: candidates)), apart(candidates))
  }

  /// Returns a law as a measure: under its names, with the measures that rest on it as its parts.
  package func measure(for term: String, law: String, names: [String]) -> Measure {
    let own = measures.filter { $0.provisions.contains { $0.hasPrefix(law) } }
    let family = Set(own.map(\.name))
    let parts = own.filter { family.isDisjoint(with: $0.parents) }
    return Measure(
      name: term, aliases: unique(names, except: [term]), provisions: [law],
      parts: parts.map(\.name), others: others(than: own))
  }

  /// The names of measures where there are several, those that are part of another of them left out.
  private func apart(_ candidates: [KnownMeasure]) -> [String] {
    let names = Set(candidates.map(\.name))
    let heads = candidates.filter { names.isDisjoint(with: $0.parents) }
    return heads.count > 1 ? heads.map(\.name) : []
  }

  private func holds(_ long: [UInt32], _ short: [UInt32]) -> Bool {
    !short.isEmpty
      && TraceText(scalars: long, ranges: []).contains(short, in: long.indices)
  }

  private func parts(of known: KnownMeasure) -> [KnownMeasure] {
    measures.filter { $0.parents.contains(known.name) }
  }

  /// The names of measures that are none of these, nor a parent or a part of them.
  private func others(than own: [KnownMeasure]) -> [String] {
    let family = Set(own.flatMap { [$0.name] + $0.parents + parts(of: $0).map(\.name) })
    return measures.filter { !family.contains($0.name) }.flatMap { other in
      ([other.name] + other.aliases).flatMap { [$0] + [subject(of: $0)].compactMap { $0 } }
    }
  }

  /// The measure with the terms that only it and its parts use.
  ///
  /// A provision that governs a parent as well is the parent's: 第7条 is that of all critical goods.
  private func expanded(_ known: KnownMeasure, as term: String) -> Measure {
    let parents = measures.filter { known.parents.contains($0.name) }
    let shared = Set(parents.flatMap(\.provisions))
    let parts = parts(of: known)
    let provisions = Set(
      (known.provisions + parts.flatMap(\.provisions)).filter { !shared.contains($0) })
    let terms = concepts.filter { provisions.contains($0.provision) }.map(\.term)
    return Measure(
      name: term, aliases: unique([known.name] + known.aliases, except: [term]),
      concepts: unique(terms + known.related, except: [term]), provisions: provisions.sorted(),
      parents: known.parents, parts: parts.map(\.name), others: others(than: [known]))
  }

  private func unique(_ names: [String], except: [String]) -> [String] {
    var seen = Set(except.map(key))
    return names.filter { seen.insert(key($0)).inserted }
  }

  private func key(_ name: String) -> [UInt32] { MeasureMatcher.squeeze(fold(name)).scalars }

  /// Returns the thing whose supply a measure secures, or nil: 半導体 of 半導体の安定供給確保.
  private func subject(of name: String) -> String? {
    for ending in ["の安定的な供給の確保", "の安定供給確保", "の安定的な提供の確保"] where name.hasSuffix(ending) {
      return String(name.dropLast(ending.count))
    }
    return nil
  }
}
