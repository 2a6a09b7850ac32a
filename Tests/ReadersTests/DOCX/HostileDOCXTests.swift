import Archive
import DocumentModel
import Testing

@testable import Readers

/// Damaged and hostile files are refused with an error of their own, or read within bounds.
@Suite struct HostileDOCXTests {
  private func read(_ bytes: [UInt8]) throws(OfficeReadingError) -> SourceDocument {
    try DOCXReader().read(bytes, id: DocumentID("d"), source: "d.docx", sha256: "")
  }

  /// A file with another part in the place of one.
  private func archive(_ path: String, _ content: String) -> [UInt8] {
    var parts = DOCXFixture(DOCXFixture.paragraph("本文。")).parts
    parts.removeAll { $0.path == path }
    return DOCXFixture.archive(parts + [(path, Array(content.utf8))])
  }

  @Test func aDocumentTypeIsRefused() {
    let bomb = "<!DOCTYPE a [<!ENTITY b \"bb\">]><w:document xmlns:w=\"w\">&b;</w:document>"
    #expect(throws: OfficeReadingError.documentType(part: "word/document.xml", line: 1)) {
      try read(archive("word/document.xml", bomb))
    }
  }

  @Test(arguments: ["<w:document xmlns:w=\"w\"><w:body><w:p>", "<a><b></a>", "", "文"])
  func aBrokenPartIsTold(content: String) {
    #expect(throws: OfficeReadingError.malformed(part: "word/document.xml", line: 1)) {
      try read(archive("word/document.xml", content))
    }
  }

  @Test func tenThousandLevelsAreRefused() {
    for name in ["w:tbl", "w:r", "w:p", "w:sdt"] {
      let deep = String(repeating: "<\(name)>", count: 10_000)
      #expect(throws: OfficeReadingError.malformed(part: "word/document.xml", line: 1)) {
        try read(
          archive(
            "word/document.xml", "<w:document xmlns:w=\"w\"><w:body>\(deep)</w:body></w:document>"))
      }
    }
  }

  @Test func anAttributeOfElevenMegabytesIsRefused() {
    let long = String(repeating: "a", count: 11_000_000)
    #expect(throws: OfficeReadingError.self) {
      try read(
        archive(
          "word/document.xml", "<w:document xmlns:w=\"w\"><w:body a=\"\(long)\"/></w:document>"))
    }
  }

  @Test func partsOfNoKnownFormAreNoDocument() {
    #expect(throws: OfficeReadingError.noDocument) {
      try read(DOCXFixture.archive([("xl/workbook.xml", Array("<a/>".utf8))]))
    }
    #expect(throws: OfficeReadingError.archive(.notAnArchive)) { try read(Array("文".utf8)) }
  }

  @Test func aFileCutShortIsRefusedAtEveryLength() {
    let whole = DOCXFixture.archive(DOCXFixture(DOCXFixture.paragraph("本文。")).parts)
    for length in stride(from: 0, to: whole.count - 1, by: 37) {
      #expect(throws: OfficeReadingError.self) { try read(Array(whole[..<length])) }
    }
  }

  @Test func aChangedByteIsReadOrRefused() {
    let whole = DOCXFixture.archive(DOCXFixture(DOCXFixture.paragraph("本文。")).parts)
    for position in stride(from: 0, to: whole.count, by: 11) {
      var bytes = whole
      bytes[position] ^= 0x55
      // Either outcome is right; a crash or a hang is not.
      _ = try? read(bytes)
    }
  }

  @Test func aFalseChecksumIsTold() {
    var bytes = archive("word/document.xml", "<w:document xmlns:w=\"w\"/>")
    // The checksum in the directory entry of the last part, 16 bytes behind its signature.
    let entry = bytes.indices.last { bytes[$0...].starts(with: [0x50, 0x4B, 0x01, 0x02]) } ?? 0
    bytes[entry + 16] ^= 0xFF
    #expect(throws: OfficeReadingError.archive(.badChecksum(entry: "word/document.xml"))) {
      try read(bytes)
    }
  }

  @Test func aPathOutOfTheArchiveIsRefused() {
    #expect(throws: OfficeReadingError.archive(.unsafeName(entry: "../word/document.xml"))) {
      try read(DOCXFixture.archive([("../word/document.xml", Array("<a/>".utf8))]))
    }
  }

  @Test func aPartThatGrowsTooFarIsRefused() {
    let blank = String(repeating: " ", count: 3 << 20)
    #expect(throws: OfficeReadingError.self) {
      try read(archive("word/document.xml", "<w:document xmlns:w=\"w\">\(blank)</w:document>"))
    }
  }

  @Test func falseFiguresCostNothing() throws {
    let item = DOCXFixture.paragraph(
      "項", "<w:numPr><w:ilvl w:val=\"-3\"/><w:numId w:val=\"1\"/></w:numPr>")
    let cell = DOCXFixture.cell(DOCXFixture.paragraph("甲"), "<w:gridSpan w:val=\"99999999\"/>")
    var fixture = DOCXFixture(
      "<w:tbl><w:tr><w:trPr><w:gridBefore w:val=\"-9\"/></w:trPr>\(cell)\(cell)</w:tr></w:tbl>"
        + DOCXFixture.paragraph("題", "<w:outlineLvl w:val=\"-9223372036854775808\"/>") + item + item
    )
    fixture.numbering =
      "<w:abstractNum w:abstractNumId=\"1\"><w:lvl w:ilvl=\"-3\">"
      + "<w:start w:val=\"9223372036854775807\"/><w:lvlText w:val=\"%1%9%\"/></w:lvl>"
      + "<w:lvl w:ilvl=\"9223372036854775807\"/></w:abstractNum>"
      + "<w:num w:numId=\"1\"><w:abstractNumId w:val=\"1\"/></w:num>"
    #expect(try fixture.lines().count == 4)
  }

  @Test func aNoteMarkedManyTimesIsWrittenOnce() throws {
    let mark = "<w:r><w:footnoteReference w:id=\"2\"/></w:r>"
    var fixture = DOCXFixture("<w:p>\(String(repeating: mark, count: 50))</w:p>")
    fixture.footnotes = "<w:footnote w:id=\"2\">\(DOCXFixture.paragraph("注。"))</w:footnote>"
    #expect(try fixture.lines().count == 2)
  }
}
