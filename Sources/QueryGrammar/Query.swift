/// What a reader asks for, as understood.
package struct Query: Sendable, Equatable {
  package var text: String

  package init(text: String) { self.text = text }
}
