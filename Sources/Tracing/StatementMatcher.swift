internal import DocumentModel

/// What became of a statement that was held against others.
package enum StatementFinding: Sendable {
  /// Another says the same; `later` is one of a later date that says otherwise, where the statement
  /// itself says of which day it speaks.
  case agrees(Statement, later: Statement?)
  /// Another of the same thing says otherwise, and none says the same.
  case differs(Statement)
  /// One says the same, a later one of the same thing otherwise.
  case superseded(Statement, later: Statement)
  /// Nothing of the same thing was found.
  case untied
}

/// Holds a figure or a date against those that other texts state of the same thing.
///
/// Two statements are of one thing as far as the words of the one are the words of the other: those
/// beside the figure count most, those of headings above it less, those of the sentence's other
/// figures hardly; a word that few of the texts have counts more than one that all have. To say that
/// a figure differs, the words must agree far better than to say that it is right, since one number
/// may be given of many things and a right one is seldom a chance.
package struct StatementMatcher: Sendable {
  /// A statement of the corpus, with what is known of its document.
  package struct Candidate: Sendable {
    package var statement: Statement
    /// The date of its document in EDTF.
    package var documentDate: String?
    /// Whether the draft gives the document as its source.
    package var isCited: Bool

    package init(_ statement: Statement, documentDate: String?, isCited: Bool) {
      self.statement = statement
      self.documentDate = documentDate
      self.isCited = isCited
    }

    /// The day that tells which of two is the later: its own date's, else its document's.
    fileprivate var day: String? {
      statement.date.map(TraceMerger.sortKey)
        ?? documentDate.map { TraceMerger.sortKey(EDTF($0)) }
    }
  }

  private typealias Token = StatementSubject.Token

  private let candidates: [Candidate]
  private let weights: [StatementSubject.Token: Double]

  /// The least agreement of words at which another value is told as a difference.
  private static let firm = 0.58
  /// The least at which an equal value is told as the same.
  private static let loose = 0.42

  /// Makes a matcher over the statements that may be of the same thing.
  package init(_ candidates: [Candidate]) {
    self.candidates = candidates
    var (counts, seen) = ([Token: Int](), Set<PassageID>())
    for candidate in candidates
    where seen.insert(candidate.statement.evidence.passage).inserted {
      let subject = candidate.statement.subject
      let all = subject.own.union(subject.shared).union(subject.lead)
        .union(subject.others).union(subject.around)
      for token in all { counts[token, default: 0] += 1 }
    }
    let total = Double(seen.count)
    weights = counts.mapValues { count in
      min(2.5, max(0.3, Self.log2(1 + total / Double(count)) * 0.7))
    }
  }

  /// Returns what the others say of the thing that a statement is of.
  ///
  /// `siblings` are the statements of its sentence: of 10% to 1% the one isn't held against the other.
  package func finding(
    for draft: Statement, beside siblings: [Statement] = []
  ) -> StatementFinding {
    let ties = candidates.compactMap { candidate -> Tie? in
      guard var isFirm = comparable(draft, candidate.statement) else { return nil }
      isFirm = isFirm && Self.speaks(candidate.statement.subject, ofAll: draft.subject.topics)
      return Tie(
        candidate: candidate, score: score(draft, candidate.statement), isFirm: isFirm,
        isEqual: Self.isEqual(draft.value, candidate.statement.value),
        isVaguer: Self.isVaguer(candidate.statement.value, than: draft.value))
    }
    let others = ties.filter { tie in
      tie.isFirm && !tie.isEqual
        && !siblings.contains { Self.isEqual($0.value, tie.candidate.statement.value) }
    }
    let bestOther = others.map(\.score).max() ?? 0
    let equal = ties.filter { tie in
      tie.isEqual && tie.score >= (tie.isVaguer ? Self.firm : Self.least(draft))
        && !others.contains { $0.score > tie.score + Self.margin($0, tie) }
    }
    if let best = equal.max(by: Self.isWorse) {
      let later = laterValue(draft, than: best, equal: equal, others: others)
      guard let later else { return .agrees(best.candidate.statement, later: nil) }
      let isDated = draft.date.map { TraceMerger.sortKey($0) < later.candidate.day ?? "" } ?? false
      return isDated
        ? .agrees(best.candidate.statement, later: later.candidate.statement)
        : .superseded(best.candidate.statement, later: later.candidate.statement)
    }
    guard bestOther >= Self.firm, let best = others.max(by: Self.isWorse) else { return .untied }
    // Values that tie alike are of several things; which one is meant can't be told.
    let rivals = Set(
      others.filter { $0.score > bestOther - 0.08 }.map { Self.key($0.candidate.statement.value) })
    guard rivals.count <= (draft.isDate ? 1 : 2), !isOtherEvent(draft) else { return .untied }
    return .differs(best.candidate.statement)
  }

  private struct Tie {
    var candidate: Candidate
    var score: Double
    /// Whether they are of one kind, time and scope, so that another value is another answer.
    var isFirm: Bool
    var isEqual: Bool
    /// Whether it gives the month where the draft gives the day.
    var isVaguer: Bool
  }

  /// How much better the words of another value must agree for an equal value not to count: of two
  /// figures of one sentence the nearer is meant, and a month says less than a day.
  private static func margin(_ other: Tie, _ equal: Tie) -> Double {
    if equal.isVaguer { return 0 }
    return other.candidate.statement.evidence == equal.candidate.statement.evidence ? 0.04 : 0.2
  }

  private static func isWorse(_ a: Tie, _ b: Tie) -> Bool {
    let worth = { (tie: Tie) in tie.score + (tie.candidate.isCited ? 0.3 : 0) }
    let (x, y) = (worth(a), worth(b))
    return x == y ? (a.candidate.day ?? "") < (b.candidate.day ?? "") : x < y
  }

  /// A figure of many digits is seldom the same by chance.
  private static func least(_ draft: Statement) -> Double {
    guard case .quantity(let quantity) = draft.value else { return loose }
    var digits = 0
    var number = quantity.number
    while number >= 1, number.truncatingRemainder(dividingBy: 10) == 0 { number /= 10 }
    while number >= 1 {
      digits += 1
      number = (number / 10).rounded(.down)
    }
    return digits >= 3 ? 0.3 : loose
  }

  /// The value of a later date, where the thing is one that is counted again and again.
  private func laterValue(
    _ draft: Statement, than best: Tie, equal: [Tie], others: [Tie]
  ) -> Tie? {
    guard case .quantity(let quantity) = draft.value, !draft.isMoney,
      !Self.lasting.contains(quantity.unit), let day = best.candidate.day
    else { return nil }
    let last = equal.compactMap(\.candidate.day).max() ?? day
    return others.filter { other in
      other.score >= max(Self.firm, best.score - 0.15) && (other.candidate.day ?? "") > last
    }.max { ($0.candidate.day ?? "", $0.score) < ($1.candidate.day ?? "", $1.score) }
  }

  /// Units of what a rule lays down once, which no later count replaces.
  private static let lasting: Set<String> = ["か月", "年", "日", "週間", "時間", "倍"]

  /// Whether the day is told of the same thing with another act: a designation is decided on one day
  /// and takes effect on another, and either may be meant.
  private func isOtherEvent(_ draft: Statement) -> Bool {
    guard case .events(let events, _) = draft.value, events.isDisjoint(with: EventWords.legal)
    else { return false }
    return candidates.contains {
      $0.statement.isDate && Self.key($0.statement.value) == Self.key(draft.value)
        && score(draft, $0.statement) >= Self.loose
    }
  }

  // MARK: Of one thing

  /// Returns whether two statements can be held against each other, and if so whether firmly.
  private func comparable(_ a: Statement, _ b: Statement) -> Bool? {
    switch (a.value, b.value) {
    case (.quantity(let x), .quantity(let y)):
      guard x.unit == y.unit else { return nil }
      var isFirm = Self.part(a.scope) == Self.part(b.scope)
      if let one = a.date, let other = b.date {
        let isSameTime = Self.overlap(one, other)
        if a.isMoney, !isSameTime { return nil }
        isFirm = isFirm && isSameTime
      } else if a.isMoney, a.date != nil {
        isFirm = false
      }
      if a.isMoney {
        if let one = MoneyClass(a.counted), let other = MoneyClass(b.counted), one != other,
          !Self.speaks(b.subject, of: Self.pairs(a.counted ?? ""))
        {
          isFirm = false
        }
      } else if let one = a.counted, let other = b.counted {
        // The one may count 事業者 by its noun and the other call it by its heading.
        let (p, q) = (Self.pairs(one), Self.pairs(other))
        isFirm =
          isFirm
          && (!p.isDisjoint(with: q) || Self.speaks(b.subject, of: p)
            || Self.speaks(a.subject, of: q))
      }
      return isFirm
    case (.events(let x, let day), .events(let y, let other)):
      guard !x.isDisjoint(with: y) else { return nil }
      return Self.isPlain(day) && Self.isPlain(other) && !a.isGuessed
    default: return nil
    }
  }

  /// What a scope leaves out or adds; 総額 and 見込み leave the thing what it is.
  private static func part(_ scope: String?) -> String? {
    scope == "総額" || scope == "見込み" ? nil : scope
  }

  /// Whether a date is a day, month or year, without an open end.
  private static func isPlain(_ date: EDTF) -> Bool {
    !date.rawValue.contains("/") && !date.rawValue.contains("..")
  }

  private static func pairs(_ string: String) -> Set<Token> {
    let scalars = string.unicodeScalars.map(\.value)
    return Set(zip(scalars, scalars.dropFirst()).map { .pair($0, $1) })
  }

  /// Whether a text has at least half of the words of each topic.
  private static func speaks(_ subject: StatementSubject, ofAll topics: [Set<Token>]) -> Bool {
    topics.allSatisfy { topic in
      topic.count { nearness($0, in: subject) > 0 } * 2 >= topic.count
    }
  }

  private static func speaks(_ subject: StatementSubject, of words: Set<Token>) -> Bool {
    !words.isDisjoint(with: subject.own) || !words.isDisjoint(with: subject.shared)
  }

  private static func isEqual(_ a: Statement.Value, _ b: Statement.Value) -> Bool {
    switch (a, b) {
    case (.quantity(let x), .quantity(let y)):
      // A figure that is blurred itself, and yet more exact than the source's, isn't the source's.
      let allowed =
        x.isApproximate && x.tolerance < y.tolerance
        ? x.tolerance : max(x.tolerance, y.tolerance)
      let tolerance = min(allowed, 0.1 * max(abs(x.number), abs(y.number)))
      if abs(x.number - y.number) <= tolerance { return true }
      // 80件以上 holds of 85件, but isn't 85件以上.
      let (isOpen, isOther) = (!x.bounds.isSingle, !y.bounds.isSingle)
      return isOpen != isOther && (x.bounds.contains(y.number) || y.bounds.contains(x.number))
    case (.events(_, let x), .events(_, let y)): return overlap(x, y)
    default: return false
    }
  }

  private static func isVaguer(_ other: Statement.Value, than draft: Statement.Value) -> Bool {
    guard case .events(_, let x) = draft, case .events(_, let y) = other else { return false }
    return x.rawValue.utf8.count == 10 && y.rawValue.utf8.count != 10
  }

  private static func overlap(_ a: EDTF, _ b: EDTF) -> Bool {
    guard let x = a.interval, let y = b.interval else { return a == b }
    return x.overlaps(y)
  }

  /// What two values must share to be one.
  private static func key(_ value: Statement.Value) -> String {
    switch value {
    case .quantity(let quantity): "\(quantity.number)"
    case .events(_, let date): date.rawValue
    }
  }

  // MARK: Words

  /// How far the words about two statements agree, from 0 to 1.
  private func score(_ draft: Statement, _ other: Statement) -> Double {
    let (mine, theirs) = (draft.subject, other.subject)
    var (found, all) = (0.0, 0.0)
    func count(_ token: Token, _ share: Double) {
      let weight = (weights[token] ?? 1) * share * Self.length(token)
      all += weight
      found += weight * Self.nearness(token, in: theirs)
    }
    for token in mine.own { count(token, 1.3) }
    for token in mine.shared where !mine.own.contains(token) { count(token, 1) }
    // A sentence that names nothing goes by what stands above it.
    if mine.own.count + mine.shared.count < 5 {
      for token in mine.around where !mine.own.contains(token) && !mine.shared.contains(token) {
        count(token, 0.4)
      }
    }
    let named = mine.own.union(mine.shared).reduce(0) { $0 + Self.length($1) }
    guard named >= 2.5 else { return 0 }
    let known = mine.own.union(mine.shared).union(mine.around)
    var (shared, whole) = (1.0, 1.0)
    for token in theirs.own {
      let weight = (weights[token] ?? 1) * Self.length(token)
      whole += weight
      if known.contains(token) { shared += weight }
    }
    return found / all * (0.65 + 0.35 * shared / whole)
  }

  /// A name counts for as many words as it stands for.
  private static func length(_ token: Token) -> Double {
    switch token {
    case .name: 3
    case .pair: 1
    case .letter: 0.7
    }
  }

  private static func nearness(_ token: Token, in subject: StatementSubject) -> Double {
    if subject.own.contains(token) { return 1 }
    if subject.shared.contains(token) { return 0.95 }
    if subject.lead.contains(token) { return 0.9 }
    if subject.around.contains(token) { return 0.85 }
    return subject.others.contains(token) ? 0.3 : 0
  }

  /// The logarithm to base 2, without a library.
  private static func log2(_ value: Double) -> Double {
    var (rest, whole) = (value, 0.0)
    while rest >= 2 {
      rest /= 2
      whole += 1
    }
    // Between 1 and 2 a parabola is near enough for a weight.
    let x = rest - 1
    return whole + x * (1.343 - 0.343 * x)
  }
}

/// Kinds of money that are never one sum.
private enum MoneyClass {
  case appropriated, requested, granted, spent, invested

  init?(_ name: String?) {
    switch name {
    case "補正予算", "当初予算", "本予算", "年度予算", "予算額", "予備費", "基金", "予算", "助成金", "補助金": self = .appropriated
    case "概算要求": self = .requested
    case "交付決定額", "交付額", "助成額": self = .granted
    case "支出額": self = .spent
    case "投資額", "投資", "融資": self = .invested
    default: return nil
    }
  }
}

extension ClosedRange where Bound == Double {
  fileprivate var isSingle: Bool { lowerBound == upperBound }
}
