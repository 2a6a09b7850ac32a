import DocumentModel

/// The kinds of publication that are cited each in their own way.
///
/// The forms are those of 法律編集者懇話会 and of cabinet papers: a council's paper by meeting and
/// number, a notice by day and sender, a web page by address and day of reading.
enum DocumentForm: Sendable, Equatable {
  /// 資料2 of a council.
  case councilPaper(String)
  /// A report or recommendation of a council: 中間取りまとめ, 提言.
  case councilReport
  /// 告示第45号, named by its number.
  case numbered(String)
  /// 当初予算 of a fiscal year.
  case budget(String)
  /// 告示, 通知, 通達.
  case notice(String)
  /// A page, with its address.
  case webPage(String)
  /// 閣議決定, 策定.
  case decision(String)
  /// Anything else, with its kind or nothing.
  case publication(String)

  init(_ document: DocumentRecord) {
    let metadata = document.metadata
    let (kind, issuer) = (metadata.kind?.value ?? "", metadata.issuer?.value ?? "")
    let isCouncil = Self.councils.contains { issuer.contains($0) }
    if isCouncil, kind.hasPrefix("資料") || kind.hasPrefix("参考資料") {
      self = .councilPaper(kind)
    } else if isCouncil, Self.reports.contains(where: { kind.hasSuffix($0) }) {
      self = .councilReport
    } else if let place = kind.firstRange(of: "告示第"), kind[place.upperBound...].hasSuffix("号") {
      self = .numbered(kind)
    } else if kind.hasSuffix("予算"), metadata.date?.value.hasPrefix("FY") == true {
      self = .budget(kind)
    } else if Self.decisions.contains(where: { kind.hasSuffix($0) }) {
      self = .decision(kind)
    } else if Self.notices.contains(where: { kind.hasSuffix($0) }) {
      self = .notice(kind)
    } else if document.mediaType == "text/html", let url = metadata.url?.value {
      self = .webPage(url)
    } else {
      self = .publication(kind)
    }
  }

  private static let councils = ["会議", "審議会", "委員会", "部会", "懇談会", "検討会", "研究会"]
  private static let decisions = ["決定", "策定", "改定", "改訂", "了承"]
  private static let reports = ["取りまとめ", "とりまとめ", "報告", "報告書", "提言", "答申", "論点整理"]
  private static let notices = ["告示", "通知", "通達", "訓令"]
}
