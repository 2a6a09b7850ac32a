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
    var (low, high) = (0, links.count)
    while low < high {
      let middle = (low + high) / 2
      if links[middle].span.lowerBound < span.lowerBound { low = middle + 1 } else { high = middle }
    }
    var found: [Link] = []
    while low < links.count, links[low].span.lowerBound < span.upperBound {
      if links[low].span.upperBound <= span.upperBound { found.append(links[low]) }
      low += 1
    }
    return found
  }
}
