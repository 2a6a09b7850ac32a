/// A word to which a law gives a meaning of its own, with the provision that does so.
package struct LegalTerm: Sendable, Equatable {
  package enum Form: String, Sendable, CaseIterable {
    /// 「…」とは、…をいう。
    case defined
    /// 以下「…」という。
    case declared
    /// …（…をいう。以下同じ。）; the words before the bracket, where the law uses them again.
    case explained
  }

  /// How far the word has this meaning, as the law says.
  package enum Scope: String, Sendable, CaseIterable {
    case law, part, chapter, section, subsection, division, article, paragraph, item
    case supplementary
    /// From where it is declared to the law's end: no limit is written.
    case onward
    /// Only in the provisions that the words of the scope name.
    case named
  }

  package var term: String
  package var form: Form
  /// What it stands for: the defining words, or the clause before a declared short name.
  package var meaning: String
  package var scope: Scope
  /// この章及び第八十六条第一項第二号において; empty where no scope is written.
  package var scopeWords: String
  package var provision: ProvisionPath
  /// The address of the node that holds the words.
  package var address: String
  /// The law number in a declaration's bracket, 令和四年法律第四十三号, where it names a law; else empty.
  package var lawNumber: String

  package init(
    term: String, form: Form, meaning: String, scope: Scope, scopeWords: String,
    provision: ProvisionPath, address: String, lawNumber: String = ""
  ) {
    self.term = term
    self.form = form
    self.meaning = meaning
    self.scope = scope
    self.scopeWords = scopeWords
    self.provision = provision
    self.address = address
    self.lawNumber = lawNumber
  }
}
