import Citations
package import DocumentModel
package import PassageIndex

/// What `search --in laws --format json` prints.
package struct LawSearchShape: Encodable, Sendable, Equatable {
  package struct HitShape: Encodable, Sendable, Equatable {
    package var lawID: String
    package var title: String
    package var revision: String
    /// The address in the revision, in the form of e-Gov's anchors.
    package var address: String
    package var article: String?
    package var paragraph: String?
    package var supplementary: Bool?
    package var path: [String]
    package var score: Double
    package var snippet: String
    /// Matched characters, in code points of `snippet`.
    package var highlights: [[Int]]
    package var url: String?
    package var urlDated: String?

    enum CodingKeys: String, CodingKey {
      case title, revision, address, article, paragraph, supplementary, path, score, snippet
      case highlights, url
      case lawID = "law_id"
      case urlDated = "url_dated"
    }

    init(_ hit: LawHit) {
      let provision = hit.provision
      lawID = hit.revision.lawID.rawValue
      title = hit.title
      revision = hit.revision.rawValue
      address = hit.address
      article = provision.article
      paragraph = provision.paragraph
      supplementary = provision.isSupplementary ? true : nil
      path = hit.path
      score = (hit.score * 10_000).rounded() / 10_000
      snippet = hit.snippet
      highlights = hit.highlights.map { [$0.lowerBound, $0.upperBound] }
      url = hit.url
      urlDated = hit.urlDated
    }
  }

  package var query: String
  package var reading: String
  package var expanded: [String]
  package var scope = "laws"
  package var asOf: String?
  package var total: Int
  package var hits: [HitShape]
  package var absence: AbsenceShape?
  /// Milliseconds, in a batch.
  package var elapsed: Double?

  enum CodingKeys: String, CodingKey {
    case query, reading, expanded, total, hits, absence
    case elapsed = "elapsed_ms"
    case scope = "in"
    case asOf = "as_of"
  }

  package init(_ result: LawSearchResult, query: String) {
    self.query = query
    reading = result.reading
    expanded = result.expanded
    asOf = result.asOf?.iso8601
    total = result.total
    hits = result.hits.map(HitShape.init)
    absence = result.absence.map(AbsenceShape.init)
  }
}

extension LawHit {
  /// What stands above it, outermost first: chapters, the article with its caption.
  package var path: [String] {
    var path: [String] = []
    var rest = heading[...]
    while let cut = rest.firstRange(of: " › ") {
      path.append(String(rest[..<cut.lowerBound]))
      rest = rest[cut.upperBound...]
    }
    return rest.isEmpty ? path : path + [String(rest)]
  }

  /// The article or paragraph that its address names.
  package var provision: ProvisionPath {
    var provision = ProvisionPath(address: address)
    provision.item = nil
    return provision
  }

  /// The article's page in the text of today; for other parts the law's page.
  package var url: String? {
    LawAddress.current(LawTarget(lawID: revision.lawID, title: title, provision: linked))
  }

  /// The article's page in this revision; for other parts the revision's page.
  package var urlDated: String? { LawAddress.dated(revision, linked) }

  /// e-Gov has one anchor for each article of the main provision; those of amendments' own
  /// supplementary provisions name the amending law, which an address doesn't tell.
  private var linked: ProvisionPath {
    provision.isSupplementary ? ProvisionPath() : provision
  }
}
