extension ProvisionPath {
  /// Reads an address of a law's node: `Mp-At_24_2-Pr_1-It_3`, `Sp2-At_1`.
  package init(address: String) {
    self.init(isSupplementary: address.hasPrefix("Sp"))
    for part in address.split(separator: "-") {
      let value = String(part.dropFirst(3))
      if part.hasPrefix("At_") { article = value }
      if part.hasPrefix("Pr_") { paragraph = value }
      if part.hasPrefix("It_") { item = value }
    }
  }
}
