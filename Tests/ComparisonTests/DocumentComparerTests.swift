import DocumentModel
import Testing

@testable import Comparison

/// A version written as lines: `# ` and `## ` begin sections, `| ` a row of a table, all else is a
/// passage of its own.
private func version(_ text: String) -> DocumentComparer.Version {
  var sections: [Section] = []
  var passages: [Passage] = []
  var above: [Section] = []
  for (index, line) in text.split(separator: "\n").map(String.init).enumerated() {
    let location = Location(spans: [], line: index + 1, lineEnd: index + 1)
    let level = line.prefix { $0 == "#" }.count
    if level > 0 {
      let title = line.drop { $0 == "#" || $0 == " " }
      above = Array(above.prefix(level - 1))
      let section = Section(
        id: SectionID("s\(index + 1)"), parent: above.last?.id, level: level, title: String(title),
        rawTitle: String(title), titleSpan: nil, span: TextSpan(0, 0), location: location,
        isSynthetic: false, path: above.map(\.title) + [String(title)])
      sections.append(section)
      above.append(section)
    } else {
      passages.append(
        Passage(
          id: PassageID("p\(index + 1)"), document: DocumentID("d"),
          section: sections.last?.id ?? SectionID("none"), block: BlockID("b\(index + 1)"),
          kind: line.hasPrefix("| ") ? .table : .paragraph, span: TextSpan(0, 0),
          location: location, text: line, context: []))
    }
  }
  return DocumentComparer.Version(sections: sections, passages: passages)
}

/// A comparison as lines: the section, then `kind old → new`, changed words in brackets.
private func told(_ old: String, _ new: String) -> [String] {
  let diff = DocumentComparer().compare(version(old), with: version(new))
  return diff.sections.filter(\.isChanged).flatMap { section -> [String] in
    var head = section.new?.title ?? section.old?.title ?? ""
    if section.old == nil { head += " 新設" }
    if section.new == nil { head += " 廃止" }
    if section.isMoved { head += " 移動" }
    if section.isRetitled { head += " 旧\(section.old?.title ?? "")" }
    return [head]
      + section.changes.map { change in
        var line = change.kind.rawValue
        if change.kind == .changed, !change.changesWords { line += " 数値のみ" }
        for figure in change.figures { line += " \(figure.old ?? "-")>\(figure.new ?? "-")" }
        for side in [change.old, change.new].compactMap({ $0 }) {
          line += " \(side.location.line):\(marked(side))"
        }
        return line
      }
  }
}

private func marked(_ side: DocumentDiff.Side) -> String {
  var text = ""
  for (index, scalar) in side.text.unicodeScalars.enumerated() {
    if side.marks.contains(where: { $0.lowerBound == index }) { text += "[" }
    text.unicodeScalars.append(scalar)
    if side.marks.contains(where: { $0.upperBound == index + 1 }) { text += "]" }
  }
  return text
}

/// Versions of one document compared.
@Suite struct DocumentComparerTests {
  @Test(arguments: [
    // Nothing differs: white space, width and the style of commas don't count.
    ("# 題\n## 1 備蓄\n重要な物資を，１２か月分 備える。", "# 題\n## 1 備蓄\n重要な物資を、12か月分備える。", []),
    // A figure and nothing else.
    (
      "# 題\n## 1 備蓄\n対象は11物資である。", "# 題\n## 1 備蓄\n対象は12物資である。",
      ["1 備蓄", "changed 数値のみ 11物資>12物資 3:対象は[11]物資である。 3:対象は[12]物資である。"]
    ),
    // Words and no figure.
    (
      "# 題\n## 1 備蓄\n国は備蓄の量を毎年度見直す。", "# 題\n## 1 備蓄\n国は備蓄の量を定期的に見直す。",
      ["1 備蓄", "changed 3:国は備蓄の量を[毎年度]見直す。 3:国は備蓄の量を[定期的に]見直す。"]
    ),
    // Both; a power and a unit belong to the figure.
    (
      "# 題\n## 1 予算\n基金に1,366億円を充てる。", "# 題\n## 1 予算\n基金におよそ1,360億円を充てる。",
      [
        "1 予算",
        "changed 1,366億円>1,360億円 3:基金に[1,366億]円を充てる。 3:基金に[およそ1,360億]円を充てる。",
      ]
    ),
    // A date is one figure; a unit may follow after の.
    (
      "# 題\n令和6年6月4日時点で12の物資が並ぶ。", "# 題\n令和8年6月1日時点で16の物資が並ぶ。",
      [
        "題",
        "changed 数値のみ 令和6年6月4日>令和8年6月1日 12の物資>16の物資"
          + " 2:[令和6年6月4日]時点で[12]の物資が並ぶ。 2:[令和8年6月1日]時点で[16]の物資が並ぶ。",
      ]
    ),
    // A comma between thousands, and one between two numbers.
    (
      "# 題\n登録は12,500件、3社である。", "# 題\n登録は13,500件、3社である。",
      ["題", "changed 数値のみ 12,500件>13,500件 2:登録は[12,500]件、3社である。 2:登録は[13,500]件、3社である。"]
    ),
    (
      "# 題\n注8、2010年の値による。", "# 題\n注9、2010年の値による。",
      ["題", "changed 2:注[8]、2010年の値による。 2:注[9]、2010年の値による。"]
    ),
    // A number without a unit is a figure in a row, but in a sentence it may be the mark of a note.
    (
      "# 題\n| 認定 | 55 |", "# 題\n| 認定 | 85 |",
      ["題", "changed 数値のみ 55>85 2:| 認定 | [55] | 2:| 認定 | [85] |"]
    ),
    (
      "# 題\n供給網を点検する3。", "# 題\n供給網を点検する4。",
      ["題", "changed 2:供給網を点検する[3]。 2:供給網を点検する[4]。"]
    ),
    // A sentence within a passage; two in a row are told as one.
    (
      "# 題\n先に述べた。後で見直す。", "# 題\n先に述べた。資金を用意する。人を育てる。後で見直す。",
      ["題", "added 2:資金を用意する。人を育てる。"]
    ),
    ("# 題\n一つ目である。\n二つ目も要る。", "# 題\n一つ目である。", ["題", "removed 3:二つ目も要る。"]),
  ])
  func sentences(_ old: String, _ new: String, _ expected: [String]) {
    #expect(told(old, new) == expected)
  }

  @Test(arguments: [
    // Renumbered, and a chapter put before it.
    (
      "# 題\n## 1 備蓄\n量を定める。", "# 題\n## 1 背景\n事情が変わった。\n## 2 備蓄\n量を定める。",
      ["1 背景 新設", "added 3:事情が変わった。", "2 備蓄 旧1 備蓄"]
    ),
    // Moved with its parts, which are not told again.
    (
      "# 題\n## 甲\n### 細目\n量を定める。\n## 乙\n人を置く。\n## 丙\n資金を積む。\n## 丁\n以上。",
      "# 題\n## 乙\n人を置く。\n## 丙\n資金を積む。\n## 丁\n以上。\n## 甲\n### 細目\n量を定める。",
      ["甲 移動"]
    ),
    // Another title over the same sentences.
    (
      "# 題\n## 当面の対応\n荷役の設備を二重にする。\n予備の部品を備える。",
      "# 題\n## 今後の取組\n荷役の設備を二重にする。\n予備の部品を備える。", ["今後の取組 旧当面の対応"]
    ),
    // A title that was only a draft's.
    ("# 題\n## 結び※記載予定", "# 題\n## 結び※記載\n以上である。", ["結び※記載 旧結び※記載予定", "added 3:以上である。"]),
    ("# 題\n## 甲\n量を定める。", "# 題", ["甲 廃止", "removed 3:量を定める。"]),
    // The same title under two chapters.
    (
      "# 題\n## 甲\n### 目的\n量を定める。\n## 乙\n### 目的\n人を置く。",
      "# 題\n## 甲\n### 目的\n量を定める。\n## 乙\n### 目的\n人を多く置く。",
      ["目的", "changed 7:人を置く。 7:人を[多く]置く。"]
    ),
    // A sentence that went to another section.
    (
      "# 題\n## 甲\n部品の備蓄は港ごとに行うものとする。\n量を定める。\n## 乙\n人を置く。",
      "# 題\n## 甲\n量を定める。\n## 乙\n人を置く。\n部品の備蓄は港ごとに行うものとする。",
      ["乙", "moved 3:部品の備蓄は港ごとに行うものとする。 6:部品の備蓄は港ごとに行うものとする。"]
    ),
  ])
  func sections(_ old: String, _ new: String, _ expected: [String]) {
    #expect(told(old, new) == expected)
  }

  /// Every sentence of either version is told once: as the same, or as one side of a change.
  @Test func nothingIsLostOrToldTwice() {
    let words = ["供給網", "備蓄の量", "港の設備", "研究の費用", "人の配置", "点検の結果"]
    var random = Sequence(seed: 7)
    for _ in 0..<200 {
      let texts = (0..<2).map { _ in
        (0..<3).map { chapter in
          "## 第\(chapter)章 \(words[random.next(6)])\n"
            + (0..<random.next(5)).map { _ in
              "\(words[random.next(6)])を\(random.next(3))件まで\(words[random.next(6)])とする。"
            }.joined(separator: "\n")
        }.joined(separator: "\n")
      }
      let (old, new) = (version("# 題\n" + texts[0]), version("# 題\n" + texts[1]))
      let diff = DocumentComparer().compare(old, with: new)
      let changes = diff.sections.flatMap(\.changes)
      #expect(diff.unchanged + changes.count { $0.old != nil } == old.passages.count)
      #expect(diff.unchanged + changes.count { $0.new != nil } == new.passages.count)
      #expect(diff.sections.compactMap(\.old).count == old.sections.count)
      #expect(diff.sections.compactMap(\.new).map(\.id) == new.sections.map(\.id))
    }
  }

  /// A version against itself has nothing to tell.
  @Test func theSameIsTheSame() {
    let text = "# 題\n## 甲\n量を定める。人を置く。\n| 港 | 12 |\n## 乙\n量を定める。"
    #expect(told(text, text).isEmpty)
  }

  /// A generator that gives the same numbers for the same seed.
  private struct Sequence {
    var seed: UInt64
    mutating func next(_ count: Int) -> Int {
      seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(seed >> 33) % count
    }
  }
}
