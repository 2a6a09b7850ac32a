import DocumentModel

/// The parts of a Word file by what they are to the document.
struct DOCXPackage: Sendable {
  /// What a part is to the document, by the last word of the relationship's type.
  enum Relation: String {
    case styles, numbering, footnotes, endnotes, header, footer, settings
  }

  private let package: OfficePackage
  /// What the package or the main document names, in the order named.
  private let relations: [OfficePackage.Relation]

  /// The path of the main document.
  var document: String { package.main }

  /// Opens the archive and finds the main document.
  init(_ bytes: [UInt8]) throws(OfficeReadingError) {
    package = try OfficePackage(bytes, folder: "word", names: ["document.xml"])
    let own = try package.relations(of: package.main)
    // What the document names itself comes before what the package names of the kind.
    let kinds = Set(own.map(\.type))
    relations = own + package.relations.filter { !kinds.contains($0.type) }
  }

  /// Returns the paths of the parts with a relation to the document.
  func paths(_ relation: Relation) -> [String] {
    relations.filter { $0.type == relation.rawValue && package.holds($0.path) }.map(\.path)
  }

  /// Reads the first part with a relation by `body`; nil where there is none.
  func read<Value>(
    _ relation: Relation, _ body: (XMLPullReader) throws(XMLReadingError) -> Value
  ) throws(OfficeReadingError) -> Value? {
    try package.read(firstOf: relation.rawValue, among: relations, body)
  }

  /// What the file says of itself.
  func coreProperties() throws(OfficeReadingError) -> DocumentMetadata {
    try package.coreProperties()
  }

  /// Reads the part at a path by `body`.
  func read<Value>(
    _ path: String, _ body: (XMLPullReader) throws(XMLReadingError) -> Value
  ) throws(OfficeReadingError) -> Value {
    try package.read(path, body)
  }
}
