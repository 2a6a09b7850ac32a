internal import DocumentModel

/// Sets the figures that texts give for one quantity side by side.
///
/// Two values are of one quantity where they count the same thing in the same unit, or where the
/// words about them are the same but for the number (…次の14分野を外縁として規定).
struct FigureComparison: Sendable {
  /// A value with what decides whether another is of the same quantity.
  private struct Entry {
    var what: String
    var unit: String
    var value: Figure.Value
    var precision: Double
    var isApproximate: Bool
    /// The words before and behind the number, digits left out.
    var before: [UInt32]
    var after: [UInt32]
    /// The date of its document, for values without a date of their own.
    var documentDate: String
    /// Whether it was added up from the years of a row, to be held against totals told elsewhere.
    var isTotal = false
  }

  private var entries: [Entry] = []
  /// The units to which something is told to have been added on a date: 分野 of 港湾運送分野を追加.
  private var added: Set<String> = []

  /// Takes in the quantities of the sentences that are about the measure.
  mutating func add(_ passages: [TracePassage], _ relevance: TraceRelevance) {
    let snapshots = SnapshotFinder.dates(in: passages)
    for passage in passages where passage.record.passage.kind != .heading && !passage.isRow {
      // A short passage that names the measure is about it in all its sentences.
      let isInherited =
        relevance.isUnderHeading(passage)
        || passage.sentences.count <= 2
          && relevance.match(passage, passage.text.scalars.indices) != nil
      let quantities = AmountScanner.quantities(in: passage.text, passage.text.scalars.indices)
      let tellsMore = Self.tellsAddition(passage)
      guard !quantities.isEmpty || tellsMore else { continue }
      for sentence in passage.sentences
      where (isInherited || relevance.match(passage, sentence) != nil)
        && !relevance.isForeign(passage, sentence)
      {
        if tellsMore { added.formUnion(AmountScanner.things(in: passage.text, sentence)) }
        let own = FigureReader.parallel(
          to: relevance.match(passage, sentence)?.place, quantities, in: passage.text, sentence)
        for quantity in own
        where sentence.contains(quantity.range.lowerBound)
          && quantity.range.upperBound <= sentence.upperBound
        {
          add(quantity, passage, sentence, snapshot: snapshots[passage.record.passage.section])
        }
      }
    }
  }

  /// Whether a passage with a date tells that something was added.
  private static func tellsAddition(_ passage: TracePassage) -> Bool {
    !passage.dates.isEmpty
      && passage.text.contains([0x8FFD, 0x52A0], in: passage.text.scalars.indices)
  }

  /// Adds up the amounts that the columns of a row give the measure for several years.
  mutating func add(rows events: [TraceEvent], _ passages: [TracePassage]) {
    let rows = Dictionary(grouping: events.filter { $0.amountPlace != nil }) { $0.passage }
    for (index, row) in rows.sorted(by: { $0.key < $1.key }) where row.count >= 2 {
      let holder = passages[row[0].amounts ?? index]
      let places = row.compactMap(\.amountPlace)
      let amounts = places.flatMap { AmountScanner.amounts(in: holder.text, $0) }
      guard amounts.count == places.count else { continue }
      let record = passages[index].record
      let value = Figure.Value(
        value: places.map(holder.string).joined(separator: "＋"),
        number: amounts.reduce(0) { $0 + $1.value }, date: nil,
        evidence: TraceEvidence(
          passage: holder.record.passage.id, document: record.document.id,
          location: holder.record.passage.location, quote: holder.record.passage.text))
      entries.append(
        Entry(
          what: String(codePoints: passages[index].letters), unit: "円", value: value,
          precision: amounts.map(\.precision).max() ?? 1, isApproximate: false, before: [],
          after: [], documentDate: record.document.metadata.date?.value ?? "", isTotal: true))
    }
  }

  private mutating func add(
    _ quantity: Amount, _ passage: TracePassage, _ sentence: Range<Int>, snapshot: DateTarget?
  ) {
    let text = passage.text
    // A date's own number (5年度) is no quantity, nor is a level (1%以上の株式) a count of the measure.
    guard !passage.dates.contains(where: { $0.range.overlaps(quantity.range) }),
      let what = FigureReader.counted(quantity, in: text, sentence)
    else { return }
    let record = passage.record
    let value = Figure.Value(
      value: Self.words(quantity, what, in: passage), number: quantity.value,
      date: Self.date(of: quantity, passage, sentence) ?? snapshot?.value,
      scope: FigureReader.scope(of: quantity, in: text, sentence),
      evidence: TraceEvidence(
        passage: record.passage.id, document: record.document.id,
        location: record.passage.location,
        quote: sentence == text.scalars.indices ? record.passage.text : passage.string(sentence)))
    let isWord = { (scalar: UInt32) in TracePassage.isLetter(scalar) && !(0x30...0x39 ~= scalar) }
    entries.append(
      Entry(
        what: what, unit: quantity.unit, value: value, precision: quantity.precision,
        isApproximate: quantity.isApproximate,
        before: Array(
          text.scalars[sentence.lowerBound..<quantity.range.lowerBound].filter(isWord).suffix(10)),
        after: Array(
          text.scalars[quantity.range.upperBound..<sentence.upperBound].filter(isWord).prefix(10)),
        documentDate: record.document.metadata.date?.value ?? ""))
  }

  /// The number as the text writes it, with the thing where it stands after の: 27の重要技術.
  private static func words(_ quantity: Amount, _ what: String, in passage: TracePassage) -> String
  {
    let number = passage.string(quantity.range)
    return number.hasSuffix(quantity.unit) ? number : number + "の" + what
  }

  /// The date that a value holds for: the one in brackets right behind it, else the sentence's as-of
  /// date, else the nearest one before it.
  static func date(
    of quantity: Amount, _ passage: TracePassage, _ sentence: Range<Int>
  ) -> EDTF? {
    let dates = passage.dates.filter { sentence.contains($0.range.lowerBound) }
    let after = quantity.range.upperBound
    let behind = dates.first { $0.range.lowerBound > after && $0.range.lowerBound - after <= 2 }
    if let behind, passage.text.scalars[after] == 0x28 { return behind.target.value }
    if let date = dates.first(where: \.isAsOf) { return date.target.value }
    return (dates.last { $0.range.upperBound <= quantity.range.lowerBound } ?? dates.first)?
      .target.value
  }

  /// Returns the quantities in the order they were met; those given one value alone only if asked.
  func figures(includingSame: Bool = false) -> [Figure] {
    var groups: [[Entry]] = []
    for entry in entries {
      if let place = groups.firstIndex(where: { $0.contains { isSame($0, entry) } }) {
        groups[place].append(entry)
      } else {
        groups.append([entry])
      }
    }
    return groups.compactMap { group in
      if group.allSatisfy(\.isTotal) { return nil }
      let relation = relation(of: group)
      guard includingSame || relation != .same else { return nil }
      let sorted = group.enumerated().sorted { a, b in
        isGrownByAddition(group)
          ? (a.element.value.number, a.offset) < (b.element.value.number, b.offset)
          : (key(a.element), a.offset) < (key(b.element), b.offset)
      }.map(\.element)
      return Figure(
        what: (sorted.first { !$0.isTotal } ?? sorted[0]).what, unit: sorted[0].unit,
        relation: relation,
        values: sorted.map(\.value))
    }
  }

  /// The day that sorts a value: its date's first, else its document's.
  private func key(_ entry: Entry) -> String {
    entry.value.date.map(TraceMerger.sortKey) ?? entry.documentDate
  }

  private func isSame(_ a: Entry, _ b: Entry) -> Bool {
    guard a.unit == b.unit else { return false }
    // A total is of whatever sum it comes to.
    if a.isTotal || b.isTotal {
      return !(a.isTotal && b.isTotal) && isRounding([a, b]) && a.value.document != b.value.document
    }
    // Money of one kind is of one thing only where a year or the words about it say so.
    if a.what == b.what {
      return a.unit != "円" || a.value.date != nil && b.value.date != nil
        || isRounding([a, b]) || isAlike(a, b)
    }
    return isAlike(a, b)
  }

  /// Whether the words about two numbers are the same.
  private func isAlike(_ a: Entry, _ b: Entry) -> Bool {
    if a.unit == "円", a.before.suffix(4) == b.before.suffix(4), a.before.count >= 4 { return true }
    return a.before.count >= 6 && a.before == b.before && a.after.count >= 4
      && a.after.prefix(6) == b.after.prefix(6)
  }

  /// Tells growth, rounding, scope and conflict apart.
  private func relation(of group: [Entry]) -> Figure.Relation {
    let numbers = Set(group.map(\.value.number))
    guard numbers.count > 1 else { return .same }
    let sorted = group.sorted { key($0) < key($1) }
    if Set(group.map(\.value.scope)).count > 1 { return .scope }
    if isRounding(group) { return .rounding }
    if isGrownByAddition(group) { return .growth }
    // Several values for one date can't all hold.
    let byDate = Dictionary(grouping: sorted, by: key)
    if byDate.values.contains(where: { Set($0.map(\.value.number)).count > 1 }) {
      let isMoney = group[0].unit == "円"
      return isMoney && !isRounding(group) ? .scope : .conflict
    }
    let values = sorted.map(\.value.number)
    if zip(values, values.dropFirst()).allSatisfy({ $0 <= $1 }) { return .growth }
    // A newer document may repeat an older figure: only dates of their own tell that less is later.
    guard sorted.allSatisfy({ $0.value.date != nil }) else { return .conflict }
    return zip(values, values.dropFirst()).allSatisfy { $0 >= $1 } ? .decline : .scope
  }

  /// Whether counts without dates of their own differ where a dated event adds to what they count: the
  /// larger one is the later, whenever its document was written.
  private func isGrownByAddition(_ group: [Entry]) -> Bool {
    added.contains(group[0].unit) && group.allSatisfy { $0.value.date == nil }
  }

  /// Whether all values are one number, written more or less exactly.
  private func isRounding(_ group: [Entry]) -> Bool {
    guard let exact = group.min(by: { $0.precision < $1.precision }) else { return false }
    return group.allSatisfy { entry in
      let difference = abs(entry.value.number - exact.value.number)
      return difference == 0 || difference < entry.precision
        || entry.isApproximate && difference <= 0.05 * exact.value.number
        || difference <= 0.005 * exact.value.number && exact.value.number >= 1e8
    }
  }
}
