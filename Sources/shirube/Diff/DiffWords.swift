import DocumentModel
import Workbench

/// The words in which every form of a comparison tells what changed.
enum DiffWords {
  /// 追加, 削除, 移動, 字句・数値の変更.
  static func kind(_ change: DocumentDiff.Change) -> String {
    switch change.kind {
    case .added: return Words.say("追加", "added")
    case .removed: return Words.say("削除", "removed")
    case .moved: return Words.say("移動", "moved")
    case .changed:
      let words = Words.say("字句", "wording")
      let figures = Words.say("数値", "figures")
      if change.figures.isEmpty { return words }
      return change.changesWords
        ? Words.say("\(words)・\(figures)", "\(words), \(figures)") : figures
    }
  }

  /// 11物資 → 12物資、—→ 3件.
  static func figures(_ change: DocumentDiff.Change) -> String {
    change.figures.map { "\($0.old ?? "—") → \($0.new ?? "—")" }
      .joined(separator: Words.say("、", ", "))
  }

  /// What became of a section as a whole; empty where only its sentences changed.
  static func section(_ section: DocumentDiff.SectionChange) -> String {
    if section.old == nil { return Words.say("〔節を追加〕", "[section added]") }
    if section.new == nil { return Words.say("〔節を削除〕", "[section removed]") }
    var told: [String] = []
    if section.isMoved { told.append(Words.say("節を移動", "section moved")) }
    if section.isRetitled {
      let title = oneLine(section.old?.title ?? "")
      told.append(Words.say("旧「\(title)」", "was “\(title)”"))
    }
    guard !told.isEmpty else { return "" }
    return Words.say("〔\(told.joined(separator: "、"))〕", "[\(told.joined(separator: ", "))]")
  }

  /// The titles from below the document's own down to the section's.
  static func path(_ section: DocumentDiff.SectionChange) -> String {
    guard let shown = section.new ?? section.old else { return "" }
    let path = shown.path.count > 1 ? Array(shown.path.dropFirst()) : shown.path
    let titles = path.map(oneLine).filter { !$0.isEmpty }
    return titles.isEmpty
      ? Words.say("（見出しのない部分）", "(without heading)") : titles.joined(separator: " > ")
  }

  /// 節: 追加1・削除0・移動2 and so on, in two lines.
  static func summary(_ compared: ComparedDocuments) -> [String] {
    let counts = compared.counts
    return [
      Words.say(
        "節: 追加 \(counts.addedSections)、削除 \(counts.removedSections)、移動 \(counts.movedSections)",
        "Sections: \(counts.addedSections) added, \(counts.removedSections) removed, "
          + "\(counts.movedSections) moved"),
      Words.say(
        "文・項目・行: 追加 \(counts.added)、削除 \(counts.removed)、移動 \(counts.moved)、"
          + "字句の変更 \(counts.wording)、数値の変更 \(counts.figures)、同じ \(compared.diff.unchanged)",
        "Sentences, items, rows: \(counts.added) added, \(counts.removed) removed, "
          + "\(counts.moved) moved, \(counts.wording) reworded, \(counts.figures) with other figures, "
          + "\(compared.diff.unchanged) the same"),
    ]
  }

  static func oneLine(_ text: String) -> String { text.replacing("\n", with: "") }

  /// Returns the parts of a side's text: each with whether the other version lacks it.
  ///
  /// Text that is new or gone as a whole has no marks.
  static func parts(_ side: DocumentDiff.Side) -> [(text: String, isMarked: Bool)] {
    let scalars = Array(side.text.unicodeScalars)
    var parts: [(String, Bool)] = []
    var from = 0
    let string = { (range: Range<Int>) in String(scalars: scalars[range]) }
    for mark in side.marks {
      if from < mark.lowerBound { parts.append((string(from..<mark.lowerBound), false)) }
      parts.append((string(mark), true))
      from = mark.upperBound
    }
    if from < scalars.count { parts.append((string(from..<scalars.count), false)) }
    return parts
  }
}
