import Citations
import DocumentModel
import Registry
import Workbench

/// Writes the excerpts of `cite` and `export` where and how the options say.
struct ExcerptOutput {
  let registry: Registry
  let paper: PaperOptions
  /// The drafter's words on passages.
  var remarks: [PassageID: String] = [:]

  /// Prints excerpts; `title` heads a paper and asks for its list of licences.
  func print(
    _ cited: CitedExcerpts, shape: CiteShape, as format: OutputFormat, title: String?,
    layout: ExcerptLayout
  ) throws {
    let printer = PaperPrinter(registry: registry, style: paper.style)
    let entries = printer.arrangement.entries(
      cited.excerpts, remarks: remarks, edits: paper.edits)
    let output = try ResultPrinter(output: paper.output)
    if format == .json {
      try output.line(JSONText.pretty(shape))
    } else if try !printer.printRecords(entries, as: format, to: output) {
      let groups = printer.arrangement.groups(entries, by: layout)
      do {
        let document = try printer.composer.compose(title: title, groups: groups)
        try printer.print(document, as: format, to: output)
      } catch let missing as QuotationEdits.NotInQuotation {
        throw PaperPrinter.notInQuotation(missing.words)
      }
    }
    try output.finish()
  }
}
