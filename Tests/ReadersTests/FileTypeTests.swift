import Archive
import Readers
import Testing

@Suite struct FileTypeTests {
  private func zip(_ names: [String]) -> [UInt8] {
    var writer = ZipWriter()
    for name in names { writer.add(name, []) }
    return writer.finish()
  }

  @Test(arguments: [
    ("%PDF-1.7", "a.txt", FileType.pdf), ("junk\n%PDF-1.4", "a", .pdf), ("本文", "a.md", .markdown),
    ("本文", "a.txt", .plainText), ("本文", "a", .plainText), ("<p>本文", "a.htm", .html),
    ("<!DOCTYPE HTML>\n<title>", "a.txt", .html), ("<!-- x --><html lang=ja>", "a", .html),
    ("\u{FEFF}<?xml version='1.0'?>\n<!-- -->\n<Law Era='Reiwa'>", "a.txt", .lawXML),
    ("<DataRoot><Result>", "a.xml", .lawXML), ("<x:Law>", "a.xml", .lawXML),
    ("<table><tr>", "a.md", .markdown), ("<rss>", "a.xml", .other(format: "XML")),
    ("{\\rtf1", "a.txt", .other(format: "RTF")), ("<!-- never closed", "a.md", .markdown),
  ])
  func text(content: String, name: String, type: FileType) {
    #expect(FileType(of: Array(content.utf8), name: name) == type)
  }

  @Test(arguments: [
    (["[Content_Types].xml", "word/document.xml"], FileType.docx),
    (["[Content_Types].xml", "xl/workbook.xml"], .xlsx),
    (["[Content_Types].xml", "xl/workbook.bin"], .other(format: "Excel (xlsb)")),
    (["[Content_Types].xml", "ppt/presentation.xml"], .pptx),
    (["mimetype", "content.xml"], .other(format: "OpenDocument/EPUB")),
    (["a.txt", "word/b.txt"], .archive), ([], .archive),
  ])
  func archives(names: [String], type: FileType) {
    #expect(FileType(of: zip(names), name: "a.zip") == type)
  }

  @Test func aDamagedOfficeFileGoesByItsName() {
    let bytes = Array(zip(["[Content_Types].xml", "word/document.xml"]).dropLast(30))
    #expect(FileType(of: bytes, name: "a.docx") == .docx)
    #expect(FileType(of: bytes, name: "a.pptx") == .pptx)
    #expect(FileType(of: bytes, name: "a.XLSX") == .xlsx)
    #expect(FileType(of: bytes, name: "a.zip") == .archive)
  }

  @Test(arguments: [("a.TXT", "txt"), ("x.y/a", ""), (".hidden", ""), ("b/c.tar.gz", "gz")])
  func extensions(name: String, ending: String) {
    #expect(FileType.fileExtension(name) == ending)
  }
}
