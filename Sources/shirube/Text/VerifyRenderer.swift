import Citations
import DocumentModel
import Verification
import Workbench

/// Writes what `verify` found as text or Markdown.
struct VerifyRenderer {
  /// Whether sound statements are shown beside the faults.
  var showsAll: Bool

  /// Returns the faults line by line, then how much was checked.
  func text(_ verified: VerifiedDraft, draft: String, isColoured: Bool) -> TextPage {
    var page = TextPage(isColoured: isColoured)
    for check in shown(verified) {
      page.blank()
      page.line(
        "\(draft):\(check.location.line)  " + status(check),
        check.status.isFault ? .warning : .label)
      page.paragraph(excerpt(check.text), indent: 2)
      page.paragraph(detail(check), indent: 2)
      if !check.differences.isEmpty {
        page.field(
          Words.say("原稿", "Draft"), side(check, isDraft: true), indent: 2, labelWidth: 8)
        page.field(
          Words.say("原文", "Source"), side(check, isDraft: false), indent: 2, labelWidth: 8)
      }
      if let passage = check.place?.passages.first?.id.rawValue {
        page.field("ID", passage, indent: 2, labelWidth: 8)
      }
    }
    page.blank()
    page.line(summary(verified), .title)
    return page
  }

  /// Returns the same as a table for a colleague to read.
  func markdown(_ verified: VerifiedDraft, draft: String) -> String {
    var lines = [
      "# " + Words.say("照合の結果", "Verification") + ": \(escaped(draft))", "", summary(verified), "",
    ]
    let shown = shown(verified)
    guard !shown.isEmpty else { return lines.joined(separator: "\n") }
    lines.append(
      Words.say(
        "| 行 | 種別 | 結果 | 原稿の語 | 所見 |", "| Line | Kind | Result | The draft's words | Finding |"))
    lines.append("|---:|---|---|---|---|")
    for check in shown {
      var finding = escaped(detail(check))
      if !check.differences.isEmpty {
        finding += "<br>" + check.differences.map(marked).joined()
      }
      lines.append(
        "| \(check.location.line) | \(kind(check.kind)) | \(word(check.status)) | "
          + "\(escaped(excerpt(check.text))) | \(finding) |")
    }
    return lines.joined(separator: "\n")
  }

  private func shown(_ verified: VerifiedDraft) -> [DraftCheck] {
    verified.checks.filter { showsAll || $0.status.isFault }
  }

  private func status(_ check: DraftCheck) -> String {
    "\(kind(check.kind)): \(word(check.status))"
  }

  private func detail(_ check: DraftCheck) -> String {
    let words = MessageCatalogue.words(of: check.detail, in: Console.language)
    guard !check.conversions.isEmpty else { return words }
    let names = check.conversions.sorted { $0.rawValue < $1.rawValue }.map(conversion)
    return words + Words.say("　変換: ", " Conversions: ")
      + names.joined(separator: Words.say("、", ", "))
  }

  /// One side of a comparison, its own characters in 【】.
  private func side(_ check: DraftCheck, isDraft: Bool) -> String {
    check.differences.map { part in
      switch part {
      case .same(let text): text
      case .draft(let text): isDraft ? "【\(text)】" : ""
      case .source(let text): isDraft ? "" : "【\(text)】"
      }
    }.joined()
  }

  private func marked(_ part: TextDifference) -> String {
    switch part {
    case .same(let text): escaped(text)
    case .draft(let text): "<del>\(escaped(text))</del>"
    case .source(let text): "<ins>\(escaped(text))</ins>"
    }
  }

  private func summary(_ verified: VerifiedDraft) -> String {
    let faults = verified.checks.count { $0.status.isFault }
    let unknown = verified.checks.count { $0.status == .unknown }
    let all = verified.checks.count
    return Words.say(
      "\(all)件を確かめ、直すところ\(faults)件、確かめられないもの\(unknown)件。",
      "\(all) checked, \(faults) to mend, \(unknown) that can't be told.")
  }

  /// The first 80 characters of what the draft says, in one line.
  private func excerpt(_ text: String) -> String {
    let line = text.filter { !$0.isNewline }
    return line.count > 80 ? line.prefix(80) + "…" : line
  }

  private func escaped(_ text: String) -> String {
    MarkdownWriter.escaped(Printable.safe(text)).replacing("|", with: "\\|")
  }

  private func kind(_ kind: DraftCheck.Kind) -> String {
    switch kind {
    case .quotation: Words.say("引用", "quotation")
    case .law: Words.say("法令", "law")
    case .document: Words.say("文書", "document")
    case .figure: Words.say("数値", "figure")
    case .date: Words.say("日付", "date")
    }
  }

  private func word(_ status: DraftCheck.Status) -> String {
    switch status {
    case .verbatim: Words.say("一致", "verbatim")
    case .converted: Words.say("一致（表記の変換あり）", "verbatim (converted)")
    case .moved: Words.say("一致（位置が移動）", "verbatim (moved)")
    case .near: Words.say("語が違う", "near")
    case .elsewhere: Words.say("出典が違う", "elsewhere")
    case .missing: Words.say("見当たらない", "missing")
    case .exists: Words.say("あり", "exists")
    case .noSuchProvision: Words.say("条項なし", "no such provision")
    case .notInForce: Words.say("基準日に施行されていない", "not in force that day")
    case .otherDate: Words.say("日付が違う", "another date")
    case .noSuchDay: Words.say("ない日", "no such day")
    case .agrees: Words.say("一致", "agrees")
    case .differs: Words.say("相違", "differs")
    case .superseded: Words.say("後の文書で更新", "superseded")
    case .unknown: Words.say("確かめられない", "can't be told")
    }
  }

  private func conversion(_ conversion: TextConversion) -> String {
    switch conversion {
    case .numerals: Words.say("数字", "numerals")
    case .width: Words.say("全角・半角", "width")
    case .variants: Words.say("字体", "variant characters")
    case .punctuation: Words.say("句読点", "punctuation")
    case .brackets: Words.say("括弧", "brackets")
    }
  }
}
