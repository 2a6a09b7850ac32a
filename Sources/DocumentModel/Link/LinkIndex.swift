/// The links of a document in reading order, found by where they stand.
package struct LinkIndex: Sendable {
  private let links: [Link]

  package init(_ links: [Link]) {
    // As a rule they are, and then the index shares them.
    let isSorted = zip(links, links.dropFirst()).allSatisfy {
      $0.span.lowerBound <= $1.span.lowerBound
    }
    self.links = isSorted ? links : links.sorted { $0.span.lowerBound < $1.span.lowerBound }
  }

  /// Returns the links that lie in a span of the citable text, in reading order.
  ///
  /// - Complexity: O(log *n* + *k*) in all links and those that start in the span.
  package func links(in span: TextSpan<Citable>) -> [Link] {
    links(startingIn: span).filter { $0.span.upperBound <= span.upperBound }
  }

  /// Returns the links that start in a span of the citable text, wherever they end, in reading order.
  ///
  /// - Complexity: O(log *n*) in all links.
  package func links(startingIn span: TextSpan<Citable>) -> ArraySlice<Link> {
    let first = links.partitioningIndex { $0.span.lowerBound >= span.lowerBound }
    return links[first...].prefix { $0.span.lowerBound < span.upperBound }
  }
}
