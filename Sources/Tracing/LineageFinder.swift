internal import DocumentModel

/// Finds how the documents that tell of a measure stand to each other, from what they say.
///
/// What a sentence says of two named documents is between those two; what it says of one is between
/// the document it stands in and that one.
struct LineageFinder: Sendable {
  private let basisWords: [[UInt32]]
  private let supersedingWords: [[UInt32]]
  private let fold: TraceFolding
  private var nodes: [String: DocumentLineage.Node] = [:]
  private var order: [String] = []
  private var edges: [DocumentLineage.Edge] = []
  /// The corpus documents by their folded titles, for recognizing one where it is named.
  private var titles: [[UInt32]: String] = [:]

  init(fold: @escaping TraceFolding) {
    self.fold = fold
    basisWords = ["に基づ", "を踏まえ", "にのっと", "に則", "に即し", "を受け", "の実行計画", "に沿って"].map {
      fold($0).scalars
    }
    supersedingWords = ["を改定", "を改訂", "を改正", "に代わ", "を廃止", "に代え", "の改定", "の改訂"].map {
      fold($0).scalars
    }
  }

  /// Takes in the passages of one document that name the measure or tell one of its events.
  mutating func add(
    _ passages: [TracePassage], _ relevance: TraceRelevance, told: [TraceEvent]
  ) {
    guard let document = passages.first?.record.document else { return }
    let events = Set(told.map(\.passage))
    var isNoted = false
    for (index, passage) in passages.enumerated() {
      let isAbout =
        events.contains(index) || relevance.isUnderHeading(passage)
        || relevance.match(passage, passage.text.scalars.indices) != nil
      guard isAbout else { continue }
      if !isNoted {
        note(document)
        isNoted = true
      }
      for sentence in passage.sentences { read(sentence, of: passage, in: document) }
    }
  }

  private mutating func note(_ document: DocumentRecord) {
    let id = document.id.rawValue
    guard nodes[id] == nil else { return }
    let title = document.metadata.title?.value ?? document.source
    nodes[id] = DocumentLineage.Node(
      id: id, title: title, document: document.id,
      date: document.metadata.date.map { EDTF($0.value) },
      issuer: document.metadata.issuer?.value)
    order.append(id)
    titles[key(title)] = id
  }

  private func key(_ title: String) -> [UInt32] { MeasureMatcher.squeeze(fold(title)).scalars }

  /// A place in a sentence that names a document or an Act.
  private struct Naming {
    var place: Range<Int>
    var node: DocumentLineage.Node
  }

  private mutating func read(
    _ sentence: Range<Int>, of passage: TracePassage, in document: DocumentRecord
  ) {
    let named = namings(in: passage, sentence)
    for (index, naming) in named.enumerated() {
      let end = index + 1 < named.count ? named[index + 1].place.lowerBound : sentence.upperBound
      // Names may touch or overlap: a paper's name inside another's, an Act's over a sentence's end.
      let start = naming.place.upperBound
      let (relation, words) = relation(after: start..<max(start, end), in: passage.text)
      // Laws are cited everywhere; only what is decided on one is of the lineage.
      if naming.node.law != nil, relation != .basis { continue }
      // 「甲は、乙に基づき…」: what is named first rests on what is named next.
      let subject =
        index > 0 && relation != .cites && isSubject(named[index - 1].place, in: passage.text)
        ? named[index - 1].node : nil
      let from = subject ?? DocumentLineage.Node(id: document.id.rawValue, title: "")
      guard from.id != naming.node.id else { continue }
      if let subject { keep(subject) }
      keep(naming.node)
      add(
        DocumentLineage.Edge(
          from: from.id, to: naming.node.id, relation: relation,
          evidence: StepMaker(passages: [], ownLaw: nil).evidence(
            passage, clause: sentence, isCell: false),
          basis: "lineage.\(relation.rawValue)" + (words.isEmpty ? "" : ": \(words)")))
    }
  }

  private mutating func keep(_ node: DocumentLineage.Node) {
    guard nodes[node.id] == nil else { return }
    nodes[node.id] = node
    order.append(node.id)
  }

  private mutating func add(_ edge: DocumentLineage.Edge) {
    if let place = edges.firstIndex(where: {
      $0.from == edge.from && $0.to == edge.to && $0.relation == edge.relation
    }) {
      edges[place].count += 1
    } else {
      edges.append(edge)
    }
  }

  private func namings(in passage: TracePassage, _ sentence: Range<Int>) -> [Naming] {
    let start = passage.record.passage.span.lowerBound.utf8
    return passage.record.links.compactMap { link -> Naming? in
      let lower = passage.text.index(atByte: link.span.lowerBound.utf8 - start)
      let upper = passage.text.index(atByte: link.span.upperBound.utf8 - start)
      guard lower < upper, sentence.contains(lower) else { return nil }
      switch link.target {
      case .document(let title):
        let known = titles[key(title)].flatMap { nodes[$0] }
        return Naming(place: lower..<upper, node: known ?? .init(id: title, title: title))
      case .law(let law) where link.basis != .concept && !law.isForeign:
        guard let id = law.lawID?.rawValue else { return nil }
        let article = law.provision.article.map { "\(id)#\($0)" } ?? id
        return Naming(
          place: lower..<upper,
          node: .init(id: article, title: law.title ?? link.surface, law: law))
      default: return nil
      }
    }.sorted { $0.place.lowerBound < $1.place.lowerBound }
  }

  /// What the words right behind a name say it is to the one that names it.
  private func relation(
    after range: Range<Int>, in text: TraceText
  ) -> (DocumentLineage.Relation, words: String) {
    // Brackets behind a name (（令和4年12月閣議決定）) belong to it.
    var start = range.lowerBound
    while start < range.upperBound, [0x300D, 0x300F, 0x20].contains(text.scalars[start]) {
      start += 1
    }
    if start < range.upperBound, text.scalars[start] == 0x28,
      let close = text.scalars[start..<range.upperBound].firstIndex(of: 0x29)
    {
      start = close + 1
    }
    while start < range.upperBound, [0x300D, 0x300F, 0x20].contains(text.scalars[start]) {
      start += 1
    }
    let near = start..<min(range.upperBound, start + 8)
    guard !near.isEmpty else { return (.cites, "") }
    for (words, relation) in [
      (supersedingWords, DocumentLineage.Relation.supersedes), (basisWords, .basis),
    ] {
      if let word = words.first(where: { text.contains($0, in: near) }) {
        return (relation, String(codePoints: word))
      }
    }
    return (.cites, "")
  }

  /// Whether は or が follows a name, brackets passed over: it is what the sentence is about.
  private func isSubject(_ place: Range<Int>, in text: TraceText) -> Bool {
    text.scalars[place.upperBound...].prefix(3).contains { $0 == 0x306F || $0 == 0x304C }
  }

  /// Returns the documents and what is between them; editions of one title follow each other.
  func lineage() -> DocumentLineage {
    var all = order.compactMap { nodes[$0] }
    all = all.filter { node in
      node.document != nil || edges.contains { $0.from == node.id || $0.to == node.id }
    }
    all.sort { a, b in
      (
        a.document == nil ? 1 : 0, a.law == nil ? 0 : 1, a.date.map(TraceMerger.sortKey) ?? "9",
        a.title
      )
        < (
          b.document == nil ? 1 : 0, b.law == nil ? 0 : 1, b.date.map(TraceMerger.sortKey) ?? "9",
          b.title
        )
    }
    return DocumentLineage(nodes: all, edges: edges + editions(all))
  }

  /// （第二次） after （第一次）, 戦略2022 after 戦略2021: the later edition takes the place of the earlier.
  private func editions(_ nodes: [DocumentLineage.Node]) -> [DocumentLineage.Edge] {
    let numbered = nodes.compactMap { node in
      Edition(title: fold(node.title)).map { (node: node, edition: $0) }
    }
    return numbered.flatMap { later in
      let earlier = numbered.filter {
        $0.edition.stem == later.edition.stem && $0.edition.number < later.edition.number
      }.max { $0.edition.number < $1.edition.number }
      guard let earlier,
        !edges.contains(where: {
          $0.from == later.node.id && $0.to == earlier.node.id && $0.relation == .supersedes
        }),
        let evidence = edges.first(where: { $0.to == later.node.id || $0.from == later.node.id })?
          .evidence
      else { return [DocumentLineage.Edge]() }
      return [
        DocumentLineage.Edge(
          from: later.node.id, to: earlier.node.id, relation: .supersedes, evidence: evidence,
          basis: "lineage.edition: \(earlier.edition.number) \(later.edition.number)")
      ]
    }
  }

  /// A title with its number: the digits of a year at its end, or 第N次 in brackets.
  private struct Edition {
    var stem: [UInt32]
    var number: Int

    init?(title: TraceText) {
      var scalars = title.scalars
      if scalars.last == 0x29, let open = scalars.lastIndex(of: 0x28) {
        let inside = scalars[(open + 1)...].dropLast()
        guard let number = inside.compactMap(Self.digit).first, inside.first == 0x7B2C else {
          return nil
        }
        stem = Array(scalars[..<open])
        self.number = number
        return
      }
      var digits: [Int] = []
      while let last = scalars.last, (0x30...0x39).contains(last) {
        digits.insert(Int(last) - 0x30, at: 0)
        scalars.removeLast()
      }
      guard digits.count == 4 else { return nil }
      stem = scalars
      number = digits.reduce(0) { $0 * 10 + $1 }
    }

    /// 1 to 9, also in kanji.
    private static func digit(_ scalar: UInt32) -> Int? {
      if (0x31...0x39).contains(scalar) { return Int(scalar) - 0x30 }
      let kanji: [UInt32] = [
        0x4E00, 0x4E8C, 0x4E09, 0x56DB, 0x4E94, 0x516D, 0x4E03, 0x516B, 0x4E5D,
      ]
      return kanji.firstIndex(of: scalar).map { $0 + 1 }
    }
  }
}
