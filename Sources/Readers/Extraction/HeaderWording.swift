/// Tells by the words alone whether a table's first row may hold the names of its columns.
enum HeaderWording {
  /// Characters beyond which a cell is no column's name.
  private static let longestName = 40

  /// Whether there are two cells or more, all short, none a sentence, the first no number.
  static func holdsNames(_ cells: [String]) -> Bool {
    guard cells.count >= 2, let first = cells[0].unicodeScalars.first else { return false }
    return first.properties.numericType == nil
      && cells.allSatisfy { $0.unicodeScalars.count <= longestName && !$0.contains("。") }
  }
}
