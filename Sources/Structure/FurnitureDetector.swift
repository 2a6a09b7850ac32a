import DocumentModel

/// Finds what belongs to the page and not to the text: page numbers, running heads and agendas
/// that are repeated as dividers.
struct FurnitureDetector: Sendable {
  /// Returns the 0-based lines that are furniture.
  func detect(in table: LineTable, roles: [LineRole]) -> Set<Int> {
    pageNumbers(in: table, roles: roles).union(repeatedAgendas(in: table, roles: roles))
  }

  /// Bare numbers on lines of their own that ascend through the document.
  private func pageNumbers(in table: LineTable, roles: [LineRole]) -> Set<Int> {
    var candidates: [(line: Int, number: Int)] = []
    for (index, line) in table.lines.enumerated() where roles[index] == .text {
      if let number = pageNumber(line.body, in: table) { candidates.append((index, number)) }
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
    guard var last = best.indices.max(by: { best[$0].length < best[$1].length }) else { return [] }
    guard best[last].length >= 2 || candidates.count == 1 else { return [] }
    var lines: Set<Int> = [candidates[last].line]
    while let previous = best[last].previous {
      lines.insert(candidates[previous].line)
      last = previous
    }
    return lines
  }

  /// The number of a line such as 12, - 12 - or p.12, else nil.
  private func pageNumber(_ body: Range<Int>, in table: LineTable) -> Int? {
    var digits = table.trimmed(body)
    while let first = digits.first,
      [0x2D, 0x2015, 0x2014, 0x2212, 0x50, 0x70, 0x2E, 0x20].contains(
        table[first]), digits.count > 1
    {
      digits = digits.dropFirst().startIndex..<digits.upperBound
    }
    while let last = digits.last, [0x2D, 0x2015, 0x2014, 0x2212, 0x20].contains(table[last]) {
      digits = digits.lowerBound..<last
    }
    guard (1...3).contains(digits.count) else { return nil }
    var value = 0
    for i in digits {
      guard CharacterClass.isDigit(table[i]) else { return nil }
      value = value * 10 + Int(table[i] - 0x30)
    }
    return value
  }

  /// Runs of short list lines that come back word for word: the agenda with the next point marked.
  private func repeatedAgendas(in table: LineTable, roles: [LineRole]) -> Set<Int> {
    var runs: [(lines: [Int], key: [String])] = []
    var current: [Int] = []
    func close() {
      if current.count >= 3 {
        runs.append((current, current.map { key(of: $0, in: table, roles: roles) }))
      }
      current = []
    }
    for (index, role) in roles.enumerated() {
      switch role {
      case .text, .item:
        if table.lines[index].width <= 60 { current.append(index) } else { close() }
      default: close()
      }
    }
    close()
    var count: [[String]: Int] = [:]
    for run in runs { count[run.key, default: 0] += 1 }
    return Set(runs.filter { count[$0.key, default: 0] >= 3 }.flatMap(\.lines))
  }

  /// The words of a line without marks.
  private func key(of line: Int, in table: LineTable, roles: [LineRole]) -> String {
    var range = table.lines[line].body
    if case .item(_, let content) = roles[line] { range = content }
    var key = String.UnicodeScalarView()
    for i in range where table[i] != 0x2A && !CharacterClass.isSpace(table[i]) {
      key.append(Unicode.Scalar(table[i]) ?? " ")
    }
    return String(key)
  }
}
