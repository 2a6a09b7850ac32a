import DocumentModel
import Testing

@testable import Readers

/// Pages without a text layer are read by the programs, told and marked; without them it is said why.
@Suite struct PageRecognizerTests {
  /// A page with words and two without.
  private static let list = """
    <page width="595" height="842"><word xMin="72" yMin="72" xMax="132" yMax="82">備蓄の方針</word></page>
    <page width="595" height="842"></page><page width="595" height="842"></page>
    """

  /// Words at places in dots of 300 an inch: line, left, width, text.
  private static func table(_ words: [(line: Int, left: Int, width: Int, text: String)]) -> String {
    var rows = ["level\tpage\tblock\tpar\tline\tword\tleft\ttop\twidth\theight\tconf\ttext"]
    var last = 0
    for (line, left, width, text) in words {
      let top = 300 + line * 100
      if line != last { rows.append("4\t1\t1\t1\t\(line)\t0\t300\t\(top)\t1800\t50\t-1\t") }
      last = line
      rows.append("5\t1\t1\t1\t\(line)\t1\t\(left)\t\(top - 9)\t\(width)\t76\t93.5\t\(text)")
    }
    return rows.joined(separator: "\n") + "\n"
  }

  private func read(
    recognizes: Bool = true, table: String = Self.table([(1, 300, 150, "部品"), (1, 460, 90, "の数")]),
    missing: String? = nil, errors: String = ""
  ) -> Staged<SourceDocument?> {
    PDFReader(recognizes: recognizes) { request throws(ProcessFailure) in
      if request.program == missing { throw .missing }
      switch request.program {
      case "pdftotext": return ProcessOutput(status: 0, output: Array(Self.list.utf8), errors: "")
      case "pdftoppm":
        #expect(request.arguments.contains("2") || request.arguments.contains("3"))
        return ProcessOutput(status: 0, output: [0x50], errors: "")
      default:
        #expect(request.program == "tesseract" && request.input == [0x50])
        return ProcessOutput(
          status: errors.isEmpty ? 0 : 1, output: errors.isEmpty ? Array(table.utf8) : [],
          errors: errors)
      }
    }.read(Array("%PDF-".utf8), id: DocumentID("a"), source: "a.pdf", path: "a.pdf", sha256: "0")
  }

  @Test func pagesWithoutTextAreReadAndNamed() throws {
    let read = read()
    let document = try #require(read.value)
    #expect(String(decoding: document.utf8, as: UTF8.self).contains("部品の数"))
    #expect(document.mediaType == "application/pdf; ocr=2-3")
    #expect(read.diagnostics.map(\.identifier) == ["input.ocr-read"])
    #expect(read.diagnostics.first?.arguments["pages"] == "2–3")
  }

  @Test func withoutTheOptionNothingIsRead() throws {
    let read = read(recognizes: false)
    #expect(try #require(read.value).mediaType == "application/pdf")
    #expect(read.diagnostics.map(\.identifier) == ["input.pdf-pages-without-text"])
  }

  @Test(arguments: [
    ("tesseract", "", "input.ocr-program-missing"), ("pdftoppm", "", "input.pdf-program-missing"),
    (nil, "Tesseract couldn't load any languages!\n", "input.ocr-language-missing"),
    (nil, "out of memory\n", "input.ocr-failed"),
  ])
  func whatIsMissingIsTold(missing: String?, errors: String, identifier: String) {
    let read = read(missing: missing, errors: errors)
    #expect(read.diagnostics.map(\.identifier).contains(identifier))
    // The page that has a text layer is taken in all the same.
    #expect(read.value?.mediaType == "application/pdf")
  }

  @Test func wordsOfALineArePutTogetherAndColumnsAreNot() {
    let words = PageRecognizer.words(
      Self.table([
        (1, 300, 150, "部品"), (1, 440, 90, "の"), (1, 900, 60, "数"), (2, 300, 100, "K"),
        (2, 420, 200, "Program"), (2, 640, 60, "の"),
      ]))
    #expect(words.map(\.text) == ["部品の", "数", "K Programの"])
    let box = words.first?.box
    #expect(box?.left == 72 && box?.top == 96 && box?.bottom == 108)
    #expect(abs((box?.right ?? 0) - 127.2) < 0.001)
  }

  @Test(arguments: [
    "", "x", "5\t1", "5\t1\t1\t1\t1\t1\tnan\t1\t1\t1\t90\t文",
    "level\n5\t\t\t\t\t\t1\t1\t-1\t1\t9\t文",
  ])
  func anOddTableGivesNoWords(table: String) { #expect(PageRecognizer.words(table) == []) }

  @Test(arguments: [
    ([1, 2, 3, 7], "; ocr=1-3.7"), ([5], "; ocr=5"), ([], ""),
  ])
  func pagesStandInTheMediaType(numbers: [Int], parameter: String) {
    let pages = RecognizedPages(numbers)
    #expect(pages.mediaTypeParameter == parameter)
    #expect(RecognizedPages(mediaType: "application/pdf" + parameter) == pages)
    #expect(RecognizedPages(mediaType: "text/plain; charset=Shift_JIS").isEmpty)
    for number in 1...8 {
      let location = Location(spans: [], line: 1, lineEnd: 1, page: number)
      #expect(pages.contain(location) == numbers.contains(number))
    }
  }
}
