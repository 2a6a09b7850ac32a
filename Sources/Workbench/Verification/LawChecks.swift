import Citations
import DocumentModel
import Verification

/// Checks that the provisions a draft cites are there on the day that counts.
struct LawChecks {
  let library: LawLibrary
  let names: LawNames
  let days: DraftDays

  /// Returns a check for each citation of an article, in the order of the links.
  func checks(of links: [Link]) throws -> [DraftCheck] {
    var known: [Key: Diagnostic] = [:]
    var texts: [LawRevisionID: LawText] = [:]
    return try links.compactMap { link in
      guard link.basis != .concept, case .law(let law) = link.target, let id = law.lawID,
        let article = law.provision.article, !law.provision.isSupplementary
      else { return nil }
      let key = Key(law: law, day: days.day(at: link.span.lowerBound.utf8))
      let detail =
        try known[key] ?? self.detail(id, article, law, on: key.day, texts: &texts)
      known[key] = detail
      return DraftCheck(
        .law, Self.status(of: detail), location: link.location, text: link.surface, detail: detail)
    }
  }

  /// Returns a check for each law that is named with its number: 外為法（昭和24年法律第228号）.
  func numberChecks(of links: [Link]) -> [DraftCheck] {
    links.compactMap { link in
      guard case .law(let law) = link.target, let known = law.lawID.flatMap(names.names),
        let stated = Self.number(in: link.surface)
      else { return nil }
      let number = KanjiNumber.arabic(known.number)
      let isSame = stated == number
      return DraftCheck(
        .law, isSame ? .agrees : .differs, location: link.location, text: link.surface,
        detail: Diagnostic(
          isSame ? "verify.law-number-agrees" : "verify.law-other-number", .note,
          arguments: ["law": known.short ?? known.title, "known": number]))
    }
  }

  /// The number that a mention of a law gives in brackets, in Arabic digits of half width.
  private static func number(in surface: String) -> String? {
    let text = ScalarText(surface.filter { !$0.isWhitespace })
    guard let open = text.scalars.lastIndex(of: 0x28), open > 0 else { return nil }
    let words = text.scalars[(open + 1)...].prefix { $0 != 0x29 }
    guard words.last == 0x53F7 else { return nil }
    return KanjiNumber.arabic(text.string(words.startIndex..<words.endIndex))
  }

  private struct Key: Hashable {
    var law: LawTarget
    var day: CalendarDay
  }

  private static func status(of detail: Diagnostic) -> DraftCheck.Status {
    switch detail.identifier {
    case "verify.law-exists": .exists
    case "verify.law-no-such-provision": .noSuchProvision
    case "verify.law-not-held", "verify.law-unknown-then": .unknown
    default: .notInForce
    }
  }

  private func detail(
    _ id: LawID, _ article: String, _ law: LawTarget, on day: CalendarDay,
    texts: inout [LawRevisionID: LawText]
  ) throws -> Diagnostic {
    func told(_ identifier: String, _ revision: LawRevisionID? = nil) -> Diagnostic {
      Diagnostic(
        identifier, .note,
        arguments: [
          "law": names.short(law), "day": day.iso8601,
          "revision": revision?.inForceFrom?.iso8601 ?? "",
        ])
    }
    switch try library.status(of: article, in: id, on: day) {
    case nil, .unknown(nearest: nil): return told("verify.law-not-held")
    case .unknown(let revision?): return told("verify.law-unknown-then", revision)
    case .noSuchProvision: return told("verify.law-no-such-provision")
    case .notYetInForce(let revision): return told("verify.law-not-yet-in-force", revision)
    case .notYetEnacted(let revision): return told("verify.law-not-yet-enacted", revision)
    case .removed(let revision): return told("verify.law-removed", revision)
    case .inForce(let revision):
      if try has(law.provision, revision, &texts) { return told("verify.law-exists", revision) }
      // The article is there; the paragraph or item may have come later or have gone.
      let held = try library.revisionIDs(of: id)
      if let later = try held.first(where: { try $0 > revision && has(law.provision, $0, &texts) })
      {
        return told("verify.law-not-yet-in-force", later)
      }
      if let earlier = try held.last(where: { try $0 < revision && has(law.provision, $0, &texts) })
      {
        return told("verify.law-removed", earlier)
      }
      return told("verify.law-no-such-provision")
    }
  }

  /// Whether a revision has a paragraph and item of an article.
  private func has(
    _ provision: ProvisionPath, _ revision: LawRevisionID, _ texts: inout [LawRevisionID: LawText]
  ) throws -> Bool {
    guard provision.paragraph != nil || provision.item != nil else { return true }
    let text = try texts[revision] ?? library.text(revision)
    texts[revision] = text
    guard
      let article = text.articles.first(where: { article in
        provision.article.map { article.numbers.contains($0) } ?? false
      })
    else { return false }
    let address = text.address(of: provision, in: article)
    return text.nodes.contains { $0.address == address }
  }
}

extension LawText {
  /// The articles as a text that quotations can be held against, a passage for each article.
  var quotable: QuotableText {
    var (utf8, passages) = ([UInt8](), [QuotableText.Piece]())
    for article in articles {
      let start = utf8.count
      utf8 += Array("\(article.label)\(article.caption)\n\(article.text)\n".utf8)
      passages.append(
        .init(
          id: PassageID("\(revision.lawID.rawValue)#\(article.number)"),
          span: TextSpan(start, utf8.count),
          location: Location(spans: [], line: 0, lineEnd: 0)))
    }
    var metadata = DocumentMetadata()
    metadata.title = .init(title, .given)
    return QuotableText(
      document: DocumentRecord(
        id: DocumentID(revision.lawID.rawValue), source: revision.rawValue, sha256: "",
        mediaType: "application/xml", metadata: metadata),
      utf8: utf8, passages: passages)
  }
}
