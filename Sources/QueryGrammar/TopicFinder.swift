import DocumentModel
import TextNormalization

/// Finds what a query names: laws with their provisions, ministries and bodies, dates.
struct TopicFinder: Sendable {
  private let laws: NameIndex<LawID>
  private let organizations: NameIndex<String>
  private let folding: SearchFolding

  init(vocabulary: QueryVocabulary, folding: SearchFolding) {
    laws = NameIndex(vocabulary.laws.map { ($0.name, $0.lawID) }, folding: folding)
    organizations = NameIndex(
      vocabulary.organizations.map { ($0.name, $0.value) }, folding: folding)
    self.folding = folding
  }

  /// Returns everything named, in the order of the text.
  func topics(of text: String) -> QueryTopics {
    let key = folding.fold(text).nameKey.scalars
    var topics = QueryTopics()
    for match in laws.matches(in: key) {
      let provision = ProvisionReader.provision(in: key, at: match.range.upperBound)
      topics.laws.append(
        LawTarget(
          lawID: match.value, title: nil, provision: provision?.provision ?? ProvisionPath()))
    }
    for match in organizations.matches(in: key) where !topics.ministries.contains(match.value) {
      topics.ministries.append(match.value)
    }
    topics.dates = QueryDates.dates(in: text).map(\.value)
    return topics
  }

  /// Returns the text with a space in the place of each law's name.
  func withoutLaws(_ text: String) -> String {
    let key = folding.fold(text).nameKey
    var utf8 = Array(text.utf8)
    for match in laws.matches(in: key.scalars).reversed() {
      let start = key.ranges[match.range.lowerBound].lowerBound
      utf8.replaceSubrange(start..<key.ranges[match.range.upperBound - 1].upperBound, with: [0x20])
    }
    return String(decoding: utf8, as: UTF8.self)
  }

  /// Whether a text is the name of a law and nothing else.
  func isLaw(_ text: String) -> Bool { laws[folding.fold(text).nameKey.scalars] != nil }

  /// Returns the provision where a text is one citation and nothing else (外為法第25条第1項).
  func citation(_ text: String) -> LawTarget? {
    let key = folding.fold(text).nameKey.scalars
    guard let match = laws.matches(in: key).first, match.range.lowerBound == 0,
      let (provision, end) = ProvisionReader.provision(in: key, at: match.range.upperBound),
      end == key.count
    else { return nil }
    return LawTarget(lawID: match.value, title: nil, provision: provision)
  }

  /// Reads the value of a law filter: a name, number or id, with `:ARTICLE` or 第N条 behind.
  func lawTarget(_ value: String) -> LawTarget? {
    var name = value
    var provision = ProvisionPath()
    if let colon = value.lastIndex(where: { $0 == ":" || $0 == "：" || $0 == "#" }) {
      name = String(value[..<colon])
      let article = folding.fold(String(value[value.index(after: colon)...])).scalars
      let numbered = String(codePoints: article)
      provision =
        ProvisionReader.provision(in: article, at: 0)?.provision
        ?? ProvisionPath(article: numbered.replacing("の", with: "_"))
    }
    if let citation = citation(name) { return citation }
    if let lawID = laws[folding.fold(name).nameKey.scalars] {
      return LawTarget(lawID: lawID, title: nil, provision: provision)
    }
    let id = name.uppercased()
    guard id.utf8.count == 15, id.utf8.allSatisfy({ $0 < 0x80 }), id.first?.isNumber == true
    else { return nil }
    return LawTarget(lawID: LawID(id), title: nil, provision: provision)
  }

  /// Returns the canonical name of a ministry or body, or nil for an unknown name.
  func organization(_ name: String) -> String? { organizations[folding.fold(name).nameKey.scalars] }
}
