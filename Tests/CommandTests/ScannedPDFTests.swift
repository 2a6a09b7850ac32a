import Foundation
import TestSupport
import Testing

private let hasPrograms = ["pdftotext", "pdftoppm", "tesseract"].allSatisfy { program in
  ["/usr/bin", "/usr/local/bin"].contains {
    FileManager.default.isExecutableFile(atPath: "\($0)/\(program)")
  }
}

/// A scanned page through the whole program; without tesseract it can't be read.
@Suite(.enabled(if: hasPrograms)) struct ScannedPDFTests {
  private let fixture = Places.checkout.appending(path: "Tests/Fixtures/pdf/scanned.pdf").path

  private struct Row: Decodable {
    var type: String
    var id: String?
    var page: Int?
    var text: String?
    var ocr: Bool?
  }

  @Test func everyBlockOfAScannedPageSaysSo() throws {
    let scratch = try Scratch()
    let index = scratch.path("i.sqlite")
    let ingest = try Binary.run(["ingest", fixture, "--ocr", "--index", index])
    #expect(ingest.status == 0)
    #expect(ingest.errors.contains("OCR"))
    #expect(try Binary.run(["check", "--index", index]).status == 0)
    let rows = try Binary.run(["dump", "--index", index]).output.split(separator: "\n")
      .map { try JSONDecoder().decode(Row.self, from: Data($0.utf8)) }
    let passages = rows.filter { $0.type == "passage" }
    #expect(passages.contains { $0.page == 1 && $0.ocr == nil })
    let read = passages.filter { $0.page == 2 }
    #expect(!read.isEmpty && read.allSatisfy { $0.ocr == true })
    #expect(
      rows.filter { $0.type == "block" && $0.text?.contains("写した") == true }.allSatisfy {
        $0.ocr == nil
      })
    let one = try #require(read.first { $0.text?.contains("荷役設備") == true }?.id)
    let cited = try Binary.run(["cite", one, "--index", index])
    #expect(cited.output.contains("2頁（OCR）") && cited.output.contains("原本の画像と未照合"))
    #expect(!cited.output.contains("原文と一致"))
    let json = try Binary.run(["cite", one, "--index", index, "--format", "json"]).output
    #expect(json.contains("\"status\" : \"ocr\"") || json.contains("\"status\": \"ocr\""))
    let draft = try scratch.write(
      "d.md", "「\(read.compactMap(\.text).first { $0.contains("荷役") } ?? "")」とある。\n")
    let verified = try Binary.run(["verify", draft, "--all", "--index", index])
    #expect(verified.output.contains("OCR"))
    #expect(try Binary.run(["search", "荷役設備", "--index", index]).output.contains("（OCR）"))
    #expect(try Binary.run(["show", one, "--index", index]).output.contains("（OCR）"))
  }

  @Test func aMissingProgramIsNamedWithWhatToInstall() throws {
    let scratch = try Scratch()
    let folder = scratch.path("bin")
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    for program in ["pdftotext", "pdftoppm"] {
      try FileManager.default.createSymbolicLink(
        atPath: folder + "/" + program, withDestinationPath: "/usr/bin/" + program)
    }
    let ingest = try Binary.run(
      ["ingest", fixture, "--ocr", "--index", scratch.path("i.sqlite")],
      environment: ["PATH": folder])
    #expect(ingest.errors.contains("tesseract-ocr-jpn"))
    #expect(ingest.status == 0)
  }
}
