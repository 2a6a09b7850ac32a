/// What an order or regulation says of the provision of another law that it fills in (委任).
///
/// The order's own words decide: 法第五十条第一項の政令で定める事業は、… makes its article the one that
/// Article 50, paragraph 1 leaves to an order. Where the text doesn't say so, there is none.
package struct Delegation: Sendable, Equatable {
  /// The position, among the nodes of the order, of the node that holds the words.
  package var node: Int
  /// The words before the provision, which end with the name of the law that delegates.
  package var lawName: String
  /// Its number where the text gives it, 令和四年法律第四十三号; else empty.
  package var lawNumber: String
  /// The provision that delegates.
  package var provision: ProvisionPath
  /// 政令, 主務省令; empty where the order acts 〜の規定に基づき.
  package var instrument: String
  /// 法第五十条第一項の政令で定める事業は.
  package var words: String

  package init(
    node: Int, lawName: String, lawNumber: String, provision: ProvisionPath, instrument: String,
    words: String
  ) {
    self.node = node
    self.lawName = lawName
    self.lawNumber = lawNumber
    self.provision = provision
    self.instrument = instrument
    self.words = words
  }
}
