/// Chooses what a trace reads where its words stand in more passages than it can read.
///
/// A step needs a date, so passages with a date of their own come first, then headings with the words,
/// then passages of dated sections. Within each of these the documents with the most such passages
/// come first, and each chosen passage is read with its nearest neighbours alone.
struct TraceSelection {
  /// The most passages that one trace reads, headings and date lines above them not counted.
  static let limit = 5000
  /// How many passages before and behind a chosen one are read.
  static let reach = 6

  /// What is read, ascending.
  let rows: [Int64]

  init(_ hits: [Int64], _ table: PassageTable) {
    let groups = Self.groups(hits, table)
    var wanted = RowSet(upTo: table.maximumRow)
    var count = 0
    fill: for group in groups {
      for hit in group {
        for row in Self.neighbours(of: hit, table) where !wanted.contains(row) {
          wanted.insert(row)
          count += 1
        }
        if count >= Self.limit { break fill }
      }
    }
    rows = wanted.rows
  }

  /// The hits by how likely they tell a step, the likeliest first.
  private static func groups(_ hits: [Int64], _ table: PassageTable) -> [[Int64]] {
    var sections = RowSet(upTo: hits.compactMap { table[$0].map { Int($0.section) } }.max() ?? 0)
    for traits in table.traits {
      if let traits, traits.isDated { sections.insert(Int64(traits.section)) }
    }
    var groups: [[Int64]] = [[], [], [], []]
    for hit in hits {
      guard let traits = table[hit] else { continue }
      let group =
        traits.isDated
        ? 0 : traits.isHeading ? 1 : sections.contains(Int64(traits.section)) ? 2 : 3
      groups[group].append(hit)
    }
    return groups.map { group in
      let byDocument = Dictionary(grouping: group) { table.document(of: $0) }
      return byDocument.sorted { a, b in
        (-a.value.count, a.key) < (-b.value.count, b.key)
      }.flatMap(\.value)
    }
  }

  /// The passages of the same section that stand next to one, itself among them.
  private static func neighbours(of hit: Int64, _ table: PassageTable) -> [Int64] {
    let section = table[hit]?.section
    let near = max(0, hit - Int64(reach))...(hit + Int64(reach))
    return near.filter { table[$0]?.section == section }
  }
}
