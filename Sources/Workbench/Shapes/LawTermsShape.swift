package import DocumentModel

/// What `laws terms --format json` prints.
package struct LawTermsShape: Encodable, Sendable, Equatable {
  package struct Term: Encodable, Sendable, Equatable {
    package var term: String
    /// `defined` or `declared`.
    package var form: String
    package var meaning: String
    package var scope: String
    package var scopeWords: String
    package var article: String?
    package var paragraph: String?
    package var item: String?
    package var supplementary: Bool?
    package var address: String

    enum CodingKeys: String, CodingKey {
      case term, form, meaning, scope, article, paragraph, item, supplementary, address
      case scopeWords = "scope_words"
    }
  }

  package var lawID: String
  package var title: String
  package var revision: String
  package var terms: [Term]

  enum CodingKeys: String, CodingKey {
    case title, revision, terms
    case lawID = "law_id"
  }

  package init(_ terms: [LegalTerm], of law: LawText) {
    lawID = law.revision.lawID.rawValue
    title = law.title
    revision = law.revision.rawValue
    self.terms = terms.map { term in
      Term(
        term: term.term, form: term.form.rawValue, meaning: term.meaning,
        scope: term.scope.rawValue, scopeWords: term.scopeWords,
        article: term.provision.article, paragraph: term.provision.paragraph,
        item: term.provision.item,
        supplementary: term.provision.isSupplementary ? true : nil, address: term.address)
    }
  }
}
