import CXML
package import DocumentModel

/// Reads law XML of the standard schema v3 (法令標準XML), bare `<Law>` or in a `<DataRoot>` envelope.
///
/// The XML is pulled through libxml2 event by event; only the finished nodes are kept. Text quoted
/// inside `QuoteStruct` is text, whatever elements it is made of, and ruby readings are left out.
package struct LawXMLReader: Sendable {
  package init() {}

  /// Reads one revision of a law.
  ///
  /// `stem` is the file's name without its ending; where it has the form of a revision
  /// (`LawId_YYYYMMDD_amendingLawId`) it decides. Otherwise the XML's own LawId and date of entry
  /// into force count, then the LawId that `lawID` finds for the law number.
  ///
  /// - Throws: `LawReadingError`.
  package func read(
    _ xml: [UInt8], stem: String, lawID: (_ lawNumber: String) -> LawID? = { _ in nil }
  ) throws(LawReadingError) -> LawText {
    let result = xml.withUnsafeBufferPointer { bytes in
      Result { () throws(LawReadingError) in
        guard let base = bytes.baseAddress, let reader = cxml_open(base, bytes.count) else {
          throw .malformed(line: 1)
        }
        defer { cxml_close(reader) }
        var builder = LawTextBuilder()
        try builder.build(from: reader)
        return builder
      }
    }
    let builder = try result.get()
    guard builder.sawLaw else { throw .notALaw(root: builder.root) }
    let revision: LawRevisionID
    if let named = LawRevisionID(parsing: stem) {
      revision = named
    } else {
      let stated = builder.lawID.isEmpty ? nil : LawID(builder.lawID)
      let fromName = stem.utf8.count == 15 ? LawID(stem) : nil
      guard let id = stated ?? fromName ?? lawID(builder.lawNumber) else {
        throw .unknownLaw(lawNumber: builder.lawNumber)
      }
      revision = LawRevisionID(
        lawID: id, inForceFrom: EDTF(builder.inForceFrom).interval?.first, amendingLaw: nil)
    }
    return LawText(
      revision: revision, lawNumber: builder.lawNumber, title: builder.title,
      abbreviations: builder.abbreviations, lawType: builder.lawType, nodes: builder.nodes)
  }
}
