/// Checks that a quotation is what the source bytes say.
package struct QuoteVerifier: Sendable {
  package init() {}
}
