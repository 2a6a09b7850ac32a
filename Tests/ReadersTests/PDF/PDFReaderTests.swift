import DocumentModel
import Testing

@testable import Readers

/// What the outside program says, told as what it means.
@Suite struct PDFReaderTests {
  private let list = """
    <page width="595" height="842"><word xMin="72" yMin="72" xMax="132" yMax="82">備蓄の方針</word></page>
    """

  private func read(
    _ output: String = "", errors: String = "", status: Int = 0, failure: ProcessFailure? = nil
  ) -> Staged<SourceDocument?> {
    PDFReader { request throws(ProcessFailure) in
      #expect(request.program == "pdftotext")
      #expect(request.input == Array("%PDF-".utf8))
      if let failure { throw failure }
      return ProcessOutput(status: status, output: Array(output.utf8), errors: errors)
    }.read(Array("%PDF-".utf8), id: DocumentID("a"), source: "a.pdf", path: "b/a.pdf", sha256: "0")
  }

  @Test func theTextIsTheSourceLayer() throws {
    let document = try #require(read(list).value)
    #expect(document.utf8 == Array("備蓄の方針\n".utf8))
    #expect(document.mediaType == "application/pdf")
    #expect(document.pages.map(\.number) == [1])
    #expect(!document.holdsMarkup)
  }

  @Test(arguments: [
    ("Command Line Error: Incorrect password\n", 1, "input.pdf-encrypted"),
    ("Syntax Error: Couldn't find trailer dictionary\n", 1, "input.pdf-damaged"),
    ("", 139, "input.pdf-damaged"),
  ])
  func refusals(errors: String, status: Int, identifier: String) {
    let read = read(errors: errors, status: status)
    #expect(read.value == nil)
    #expect(read.diagnostics.map(\.identifier) == [identifier])
    #expect(read.diagnostics.first?.arguments["source"] == "b/a.pdf")
  }

  @Test(arguments: [
    (ProcessFailure.missing, "input.pdf-program-missing"),
    (.tooSlow(seconds: 9), "input.pdf-too-slow"),
    (.tooMuch(bytes: 9), "input.pdf-too-large"), (.unstartable(13), "input.pdf-program-failed"),
  ])
  func failures(failure: ProcessFailure, identifier: String) {
    #expect(read(failure: failure).diagnostics.map(\.identifier) == [identifier])
  }

  @Test(arguments: [
    ("", "input.pdf-no-text"),
    ("Syntax Error: Missing language pack for 'Adobe-Japan1' mapping\n", "input.pdf-language-data"),
  ])
  func pagesWithoutText(errors: String, identifier: String) {
    let read = read("<page width=\"1\"></page><page width=\"1\">", errors: errors)
    #expect(read.value == nil)
    #expect(read.diagnostics.map(\.identifier) == [identifier])
  }

  @Test func aFaultThatLeavesTextIsAWarning() {
    let read = read(list, errors: "Syntax Error: xref num 3 not found\n")
    #expect(read.value != nil)
    #expect(read.diagnostics.map(\.severity) == [.warning])
  }

  @Test(arguments: [([1], "1"), ([1, 2, 3, 7], "1–3, 7"), ([2, 4, 5], "2, 4–5")])
  func pageLists(pages: [Int], text: String) { #expect(PageList.text(of: pages) == text) }
}
