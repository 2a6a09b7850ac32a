import DocumentModel
import Workbench

/// Writes how a cited law stood on its document's day.
enum VersionText {
  /// Returns the version, the rule that chose it and what became of the article, in one line.
  static func line(_ version: CitedVersion) -> String {
    let rule =
      switch version.rule {
      case .documentDate:
        Words.say(
          "文書の日付 \(version.day.iso8601) 時点", "on the document's date, \(version.day.iso8601)")
      case .asOf: Words.say("\(version.day.iso8601) 時点", "on \(version.day.iso8601)")
      }
    var parts = [rule + Words.say(": ", ": ") + state(version)]
    if let mark = mark(version) { parts.append(mark) }
    return parts.joined(separator: "  ")
  }

  /// Returns the mark of an article that isn't today what it was, or was not there; else nil.
  static func mark(_ version: CitedVersion) -> String? {
    switch version.since {
    case .changed: return Words.say("〔その後改正〕", "[amended since]")
    case .removed: return Words.say("〔その後削除〕", "[removed since]")
    case .moved:
      let place = version.movedTo ?? ""
      return Words.say("〔現行は\(place)〕", "[now \(place)]")
    case nil: break
    }
    switch version.status {
    case .notYetInForce: return Words.say("〔当時は未施行〕", "[not yet in force]")
    case .notYetEnacted: return Words.say("〔当時は未制定〕", "[not yet enacted]")
    case .removed: return Words.say("〔当時は削除済み〕", "[removed by then]")
    case .noSuchProvision: return Words.say("〔該当条なし〕", "[no such article]")
    case .inForce, .unknown, nil: return nil
    }
  }

  private static func state(_ version: CitedVersion) -> String {
    let since = version.revision?.inForceFrom?.iso8601 ?? ""
    return switch version.status {
    case .inForce:
      Words.say("\(since) 施行の版", "the revision in force from \(since)")
    case .notYetInForce:
      Words.say("公布済み・未施行（\(since) 施行）", "enacted, in force only from \(since)")
    case .notYetEnacted:
      Words.say("未制定（\(since) 施行）", "not yet enacted (in force from \(since))")
    case .removed:
      Words.say("削除済み（最後の版は \(since)）", "removed (last in the revision of \(since))")
    case .unknown:
      Words.say("当時の版は手元になし", "no revision of that time is held")
    case .noSuchProvision:
      Words.say("手元のどの版にもこの条はない", "no held revision has the article")
    case nil:
      version.revision == nil
        ? Words.say("当時の版は手元になし", "no revision of that time is held")
        : Words.say("\(since) 施行の版", "the revision in force from \(since)")
    }
  }
}
