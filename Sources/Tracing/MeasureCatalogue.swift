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

  /// A measure with its names as they are compared, made once.
  private struct Entry: Sendable {
    var known: KnownMeasure
    var keys: [[UInt32]]
    var related: [[UInt32]]
    /// What its names are about: 半導体 of 半導体の安定供給確保.
    var subjects: [String]
    var subjectKeys: [[UInt32]]
  }

  private let entries: [Entry]
  private var measures: [KnownMeasure] { entries.map(\.known) }
  private let concepts: [Concept]
  private let fold: TraceFolding

  package init(
    measures: [KnownMeasure], concepts: [Concept] = [],
    fold: @escaping TraceFolding = TraceText.foldWidth
  ) {
    let key = { (name: String) in MeasureMatcher.squeeze(fold(name)).scalars }
    self.entries = measures.map { known in
      let names = [known.name] + known.aliases
      let subjects = names.compactMap(Self.subject)
      return Entry(
        known: known, keys: names.map(key), related: known.related.map(key), subjects: subjects,
        subjectKeys: subjects.map(key))
    }
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
    let named = entries.filter { $0.keys.contains(key) }
    if named.count == 1 { return (expanded(named[0], as: term), []) }
    if named.count > 1 {
      let known = named.map(\.known)
      return (Measure(name: term, others: others(than: known)), known.map(\.name))
    }
    let holding = entries.filter { $0.keys.contains { holds($0, key) } }.map(\.known)
    if let subject = entries.first(where: { $0.subjectKeys.contains(key) }) {
      return (expanded(subject, as: term), apart(holding))
    }
    if let known = entry(inWordsOf: term) { return (expanded(known, as: term), []) }
    let about = entries.filter { $0.related.contains(key) }.map(\.known)
    let candidates = about + holding.filter { known in !about.contains { $0.name == known.name } }
    return (Measure(name: term, others: others(than: candidates)), apart(candidates))
  }

  /// The only measure that has all words of a term, set apart by spaces, in one of its names.
  private func entry(inWordsOf term: String) -> Entry? {
    let words = term.split(whereSeparator: \.isWhitespace).map { key(String($0)) }
    guard words.count >= 2 else { return nil }
    let found = entries.filter { entry in
      entry.keys.contains { name in words.allSatisfy { holds(name, $0) } }
    }
    return found.count == 1 ? found[0] : nil
  }

  /// Returns the names of the measures that passages or the headings above them may speak of.
  ///
  /// It only passes over measures that none of the passages can be a step of, so that the others
  /// alone need to be traced.
  package func measures(in passages: [PassageRecord]) -> [String] {
    let texts = Set(passages.map(\.passage.text) + passages.flatMap(\.section.path)).map {
      (text: MeasureMatcher.prepare($0, fold), bytes: 0..<$0.utf8.count)
    }
    let laws = passages.flatMap(\.links).compactMap { link in
      if case .law(let law) = link.target { law } else { nil }
    }
    return entries.filter { entry in
      var measure = expanded(entry, as: entry.known.name)
      measure.others = []
      let matcher = MeasureMatcher(measure, fold: fold)
      return laws.contains(where: matcher.governs)
        || texts.contains { matcher.match($0.text, bytes: $0.bytes) != nil }
    }.map(\.known.name)
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
    return entries.filter { !family.contains($0.known.name) }.flatMap { other in
      [other.known.name] + other.known.aliases + other.subjects
    }
  }

  /// The measure with the terms that only it and its parts use.
  ///
  /// A provision that governs a parent as well is the parent's: 第7条 is that of all critical goods. A
  /// measure for one of them goes by that thing's names, and has no terms of its own.
  private func expanded(_ entry: Entry, as term: String) -> Measure {
    let known = entry.known
    let isOneOfMany = !entry.subjects.isEmpty && !known.parents.isEmpty
    let names = [known.name] + known.aliases + (isOneOfMany ? entry.subjects : [])
    let parts = parts(of: known)
    var measure = Measure(
      name: term, aliases: unique(names, except: [term]), parents: known.parents,
      parts: parts.map(\.name), others: others(than: [known]))
    guard !isOneOfMany else { return measure }
    let parents = measures.filter { known.parents.contains($0.name) }
    let shared = Set(parents.flatMap(\.provisions))
    let provisions = Set(
      (known.provisions + parts.flatMap(\.provisions)).filter { !shared.contains($0) })
    let terms = concepts.filter { provisions.contains($0.provision) }.map(\.term)
    measure.concepts = unique(terms + known.related, except: [term])
    measure.related = known.related
    measure.provisions = provisions.sorted()
    return measure
  }

  private func unique(_ names: [String], except: [String]) -> [String] {
    var seen = Set(except.map(key))
    return names.filter { seen.insert(key($0)).inserted }
  }

  private func key(_ name: String) -> [UInt32] { MeasureMatcher.squeeze(fold(name)).scalars }

  /// Returns the thing whose supply a measure secures, or nil: 半導体 of 半導体の安定供給確保.
  private static func subject(of name: String) -> String? {
    for ending in ["の安定的な供給の確保", "の安定供給確保", "の安定的な提供の確保"] where name.hasSuffix(ending) {
      return String(name.dropLast(ending.count))
    }
    return nil
  }
}
