import Readers

/// Law XML, bare and in its envelopes.
struct LawXMLTarget: FuzzTarget {
  static let name = "law-xml"
  static let summary = "law XML, bare or enveloped, to the text of a law"
  static let seeds = ["xml"]

  init() {}

  func run(_ bytes: [UInt8]) {
    _ = FileType(of: bytes, name: "a.xml")
    _ = try? LawXMLReader().read(bytes, stem: "law")
  }
}
