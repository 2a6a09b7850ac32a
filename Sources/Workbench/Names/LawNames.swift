package import Citations
package import DocumentModel
import PassageIndex
package import Registry

/// The names by which laws are shown to a reader.
package struct LawNames: Sendable {
  private let names: [LawID: LawCitation.Names]
  private let citation: LawCitation

  package init(_ registry: Registry, form: CitationStyle.Form = .official) {
    citation = LawCitation(form: form)
    names = Dictionary(
      registry.laws.map { ($0.lawID, Self.names(of: $0)) }, uniquingKeysWith: { first, _ in first })
  }

  /// Takes the names that an index keeps.
  init(_ stored: [StoredLawName], form: CitationStyle.Form) {
    citation = LawCitation(form: form)
    names = Dictionary(
      stored.map {
        ($0.lawID, LawCitation.Names(title: $0.title, number: $0.number, short: $0.short))
      }, uniquingKeysWith: { first, _ in first })
  }

  /// Returns the names of a law as an index keeps them.
  static func stored(_ entry: LawEntry) -> StoredLawName {
    let names = names(of: entry)
    return StoredLawName(
      lawID: entry.lawID, title: names.title, number: names.number, short: names.short)
  }

  /// Returns the names of a law, or nil where the registry doesn't know it.
  package func names(of id: LawID) -> LawCitation.Names? { names[id] }

  /// Returns a law with its provision in the short form: 経済安全保障推進法第7条.
  package func short(_ law: LawTarget) -> String {
    guard let id = law.lawID, let names = names[id] else {
      return (law.title ?? law.lawID?.rawValue ?? "") + citation.text(law.provision)
    }
    return citation.later(names, law.provision)
  }

  /// Returns the name of a law by its id as facets give it, or the key itself.
  package func short(facet key: String) -> String {
    names[LawID(key)].map { citation.later($0, ProvisionPath()) } ?? key
  }

  /// Returns an article as facets give it, `504AC0000000043#50`, in the short form.
  package func short(article key: String) -> String {
    let fields = key.split(separator: "#").map(String.init)
    guard fields.count == 2 else { return key }
    return short(
      LawTarget(
        lawID: LawID(fields[0]), title: nil, provision: ProvisionPath(article: fields[1])))
  }

  /// Returns a law in the form of its first mention.
  package func first(_ law: LawTarget) -> String {
    guard let id = law.lawID, let names = names[id] else { return short(law) }
    return citation.first(names, law.provision)
  }

  /// The short name is the first official one shorter than the title, else the title where it is
  /// short by itself, else the first that staff use.
  private static func names(of entry: LawEntry) -> LawCitation.Names {
    // Some official names are long: an old Act's number with its later title in brackets.
    let official = entry.aliases.first { alias in
      alias.kind == .official && alias.name.unicodeScalars.count < entry.title.unicodeScalars.count
    }?.name
    let staff = entry.aliases.first { $0.kind == .staff }?.name
    let isShort = entry.title.unicodeScalars.count <= 15
    return LawCitation.Names(
      title: entry.title, number: entry.lawNumber, short: official ?? (isShort ? nil : staff))
  }
}

extension Registry {
  /// The calendar of the eras table.
  package var calendar: JapaneseCalendar {
    JapaneseCalendar(
      eras: eras.compactMap { era in
        EDTF(era.firstDay).interval?.first.map { .init(name: era.name, firstDay: $0) }
      })
  }
}
