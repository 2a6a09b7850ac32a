import DocumentModel

/// Finds what belongs to the page and not to the text: page numbers, running heads and agendas
/// that are repeated as dividers.
struct FurnitureDetector: Sendable {
  /// How often a line must come back to be a divider or a running head.
  private static let leastRepeats = 3

  /// Returns the 0-based lines that are furniture.
  ///
  /// - Complexity: O(*n*) in the length of the text.
  func detect(in table: LineTable, roles: [LineRole]) -> Set<Int> {
    let keys = table.lines.indices.map { key(of: $0, in: table, roles: roles) }
    return Set(roles.indices.filter { roles[$0] == .marked(.furniture) })
      .union(pageNumbers(in: table, roles: roles))
      .union(contents(in: table, roles: roles))
      .union(repeatedAgendas(in: table, keys: keys))
      .union(runningHeads(in: table, keys: keys))
  }

  // MARK: Table of contents

  /// Lines of words, a row of dots and a page's number, three of them or more close together.
  private func contents(in table: LineTable, roles: [LineRole]) -> Set<Int> {
    let entries = table.lines.indices.filter { line in
      guard isWords(roles[line]) else { return false }
      let body = table.lines[line].body
      var end = body.upperBound
      while end > body.lowerBound, CharacterClass.isDigit(table[end - 1]) { end -= 1 }
      guard (1...3).contains(body.upperBound - end) else { return false }
      let leader = body.lowerBound..<end
      let dots = leader.reversed().prefix {
        CharacterClass.isSpace(table[$0]) || Self.leaders.contains(table[$0])
      }
      return dots.count { Self.leaders.contains(table[$0]) } >= 3 && dots.count < leader.count
    }
    var lines: Set<Int> = []
    for (i, entry) in entries.enumerated() {
      let near = entries[max(0, i - 2)...min(entries.count - 1, i + 2)]
      if near.count(where: { abs($0 - entry) <= 6 }) >= 3 { lines.insert(entry) }
    }
    return lines
  }

  /// Dots that lead to a page's number: . … ‥ ・ ·
  private static let leaders: Set<UInt32> = [0x2E, 0x2026, 0x2025, 0x30FB, 0xB7]

  // MARK: Page numbers

  /// Bare numbers on lines of their own that ascend through the document.
  private func pageNumbers(in table: LineTable, roles: [LineRole]) -> Set<Int> {
    var candidates: [(line: Int, number: Int)] = []
    for index in table.lines.indices where isWords(roles[index]) {
      if let number = pageNumber(index, in: table) { candidates.append((index, number)) }
    }
    // The longest ascending run: a label that is a number by chance stands out of order.
    var best: [(length: Int, previous: Int?)] = []
    for (i, candidate) in candidates.enumerated() {
      var entry: (length: Int, previous: Int?) = (1, nil)
      for j in max(0, i - 200)..<i
      where candidates[j].number < candidate.number && best[j].length + 1 > entry.length {
        entry = (best[j].length + 1, j)
      }
      best.append(entry)
    }
    guard var last = best.indices.max(by: { best[$0].length < best[$1].length }),
      best[last].length >= 2
    else { return [] }
    var lines: Set<Int> = [candidates[last].line]
    while let previous = best[last].previous {
      lines.insert(candidates[previous].line)
      last = previous
    }
    return lines
  }

  /// Plain words, or the dash of - 12 - taken for a list's.
  private func isWords(_ role: LineRole) -> Bool {
    switch role {
    case .text, .item: true
    default: false
    }
  }

  /// The number of a line such as 12, - 12 - or p.12, else nil.
  private func pageNumber(_ line: Int, in table: LineTable) -> Int? {
    // A digit among single characters belongs to words set vertically: 要⏎件⏎１.
    // (A line set in by one space begins a page: what stands above it is another's.)
    let neighbours = table.lines[line].indent == 1 ? [line + 1] : [line - 1, line + 1]
    for neighbour in neighbours where table.lines.indices.contains(neighbour) {
      if (1...2).contains(table.lines[neighbour].width) { return nil }
    }
    let body = table.lines[line].body
    guard table[body.lowerBound] != 0x2D || table[body.upperBound - 1] == 0x2D else { return nil }
    var low = body.lowerBound
    var high = body.upperBound
    while low < high, Self.numberMarks.contains(table[low]) { low += 1 }
    while high > low, Self.numberMarks.contains(table[high - 1]) { high -= 1 }
    guard (1...3).contains(high - low) else { return nil }
    var value = 0
    for i in low..<high {
      guard CharacterClass.isDigit(table[i]) else { return nil }
      value = value * 10 + Int(table[i] - 0x30)
    }
    return value
  }

  // MARK: Repeated lines

  /// Runs of short lines most of which come back word for word: the agenda with the next point
  /// marked, and the line that titles it each time.
  private func repeatedAgendas(in table: LineTable, keys: [String]) -> Set<Int> {
    var counts: [String: Int] = [:]
    var lastRun: [String: Int] = [:]
    var run = 0
    for key in keys {
      // Once for each run of lines: a list may hold one item several times.
      if key.isEmpty {
        run += 1
      } else if lastRun[key] != run {
        lastRun[key] = run
        counts[key, default: 0] += 1
      }
    }
    let isRepeated = keys.map { counts[$0, default: 0] >= Self.leastRepeats }
    var lines: Set<Int> = []
    var start = 0
    while start < keys.count {
      guard !keys[start].isEmpty else {
        start += 1
        continue
      }
      var end = start
      while end < keys.count, !keys[end].isEmpty { end += 1 }
      let repeated = (start..<end).count { isRepeated[$0] }
      if repeated >= 3, repeated * 10 >= (end - start) * 7 {
        lines.formUnion(start..<end)
        if let title = titleLine(above: start, in: table), isRepeated[title] {
          lines.insert(title)
        }
      }
      start = end
    }
    return lines
  }

  /// The line with words next above, if nothing but blank lines stands between.
  private func titleLine(above line: Int, in table: LineTable) -> Int? {
    var title = line - 1
    while title >= 0, table.lines[title].isBlank { title -= 1 }
    return title >= 0 ? title : nil
  }

  /// Lines at the edges of pages parted by form feeds that come back but for their numbers.
  private func runningHeads(in table: LineTable, keys: [String]) -> Set<Int> {
    var pages: [[Int]] = [[]]
    for (index, line) in table.lines.enumerated() {
      if line.full.contains(where: { table[$0] == 0x0C }) { pages.append([]) }
      if !line.isBlank { pages[pages.count - 1].append(index) }
    }
    guard pages.count >= Self.leastRepeats else { return [] }
    var edges: [String: [Int]] = [:]
    for page in pages {
      for line in Set(page.prefix(2) + page.suffix(2)) where !keys[line].isEmpty {
        let words = String(
          String.UnicodeScalarView(
            keys[line].unicodeScalars.filter { !CharacterClass.isDigit($0.value) }))
        if !words.isEmpty { edges[words, default: []].append(line) }
      }
    }
    let least = max(Self.leastRepeats, pages.count / 3)
    return Set(edges.values.filter { $0.count >= least }.flatMap { $0 })
  }

  /// The words of a short line without marks and spaces; empty for any other line.
  private func key(of line: Int, in table: LineTable, roles: [LineRole]) -> String {
    guard (5...70).contains(table.lines[line].width) else { return "" }
    var range = table.lines[line].body
    switch roles[line] {
    case .item(_, let content), .heading(_, let content): range = content
    case .text: break
    case .blank, .markup, .row, .htmlRows, .marked: return ""
    }
    var key = String.UnicodeScalarView()
    for i in range where table[i] != 0x2A && !CharacterClass.isSpace(table[i]) {
      key.append(Unicode.Scalar(table[i]) ?? " ")
    }
    return String(key)
  }

  private static let numberMarks = Set("-‐–—―−Pp. /".unicodeScalars.map(\.value))
}
