import DocumentModel
import Workbench

/// Writes held revisions and the gaps between them.
enum RevisionText {
  /// The first day in force.
  static func day(_ revision: LawRevisionID) -> String {
    revision.inForceFrom?.iso8601 ?? Words.say("日付なし", "undated")
  }

  /// What the texts show to be missing, and where.
  static func line(_ gap: RevisionGap) -> String {
    let before = day(gap.before)
    guard let after = gap.after.map(day) else {
      return Words.say(
        "\(before) より前の版（改正を経ているが手元にない）",
        "what stood before \(before) (amended by then; not held)")
    }
    let count = gap.amendments ?? 1
    let laws =
      gap.amendingLaws.isEmpty
      ? "" : ": " + gap.amendingLaws.joined(separator: Words.say("、", ", "))
    return Words.say(
      "\(after) と \(before) の間: 附則によればほかに\(count)件の改正がある\(laws)",
      "between \(after) and \(before): the supplementary provisions count "
        + "\(count) more amendment(s)\(laws)")
  }
}
