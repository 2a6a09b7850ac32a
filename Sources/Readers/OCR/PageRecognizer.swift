internal import DocumentModel

/// Reads pages that are pictures: `pdftoppm` draws a page, `tesseract` reads it, both as programs of
/// their own.
///
/// What comes out are words with their boxes, as from a page with a text layer, so that columns and
/// tables are found alike.
struct PageRecognizer: Sendable {
  static let renderer = "pdftoppm"
  static let program = "tesseract"
  /// The fineness of the drawing in dots an inch, which tesseract's models were made for.
  private static let resolution = 300
  /// Certainty in percent below which a piece is taken for a stain or a drawing.
  private static let leastCertainty = 25.0

  /// Why a page couldn't be read.
  enum Failure: Error, Sendable, Equatable {
    case process(program: String, ProcessFailure)
    /// The program ended with a fault; its first message.
    case fault(program: String, detail: String)
    /// Tesseract has no data for Japanese.
    case language
  }

  let run: ProcessRunner

  /// Returns the page with the words that were read in place of its own.
  ///
  /// - Throws: `Failure`.
  func recognize(_ page: BoxedPage, of file: [UInt8]) throws(Failure) -> BoxedPage {
    let number = String(page.number)
    let picture = try output(
      ProcessRequest(
        program: Self.renderer,
        arguments: ["-r", String(Self.resolution), "-gray", "-f", number, "-l", number, "-"],
        input: file))
    let table = try output(
      ProcessRequest(
        program: Self.program,
        arguments: [
          "stdin", "stdout", "-l", "jpn", "--dpi", String(Self.resolution), "--psm", "3", "tsv",
        ], input: picture))
    var page = page
    page.words = Self.words(String(decoding: table, as: UTF8.self))
    return page
  }

  private func output(_ request: ProcessRequest) throws(Failure) -> [UInt8] {
    let output: ProcessOutput
    do throws(ProcessFailure) { output = try run(request) } catch {
      throw .process(program: request.program, error)
    }
    guard output.status == 0, !output.output.isEmpty else {
      if output.errors.contains("load any languages") || output.errors.contains("traineddata") {
        throw .language
      }
      let first = output.errors.split(whereSeparator: \.isNewline).first.map(String.init)
      throw .fault(program: request.program, detail: first ?? "exit status \(output.status)")
    }
    return output.output
  }

  /// Reads tesseract's table of words: level, page, block, paragraph, line, word, left, top, width,
  /// height, certainty, text; lengths in dots.
  ///
  /// Words of a line that stand close are put together, since Japanese has no spaces between them;
  /// the gap between two columns of a table parts them.
  static func words(_ table: String) -> [TextBox] {
    var pieces: [Piece] = []
    var line = PageBox(left: 0, top: 0, right: 0, bottom: 0)
    for row in table.split(whereSeparator: \.isNewline).dropFirst() {
      let cells = row.split(separator: "\t", omittingEmptySubsequences: false)
      guard cells.count >= 12, let left = Double(cells[6]), let top = Double(cells[7]),
        let width = Double(cells[8]), let height = Double(cells[9]),
        let certainty = Double(cells[10]), width >= 0, height >= 0
      else { continue }
      var box = PageBox(left: left, top: top, right: left + width, bottom: top + height)
      if cells[0] == "4" { line = box }
      guard cells[0] == "5" else { continue }
      // Heights of single characters are rough; those of their line are not.
      let isVertical = line.height > line.width * 1.5
      if isVertical {
        (box.left, box.right) = (line.left, line.right)
      } else {
        (box.top, box.bottom) = (line.top, line.bottom)
      }
      let text = cells[11...].joined(separator: " ").split(whereSeparator: \.isWhitespace).joined()
      guard !text.isEmpty else { continue }
      let piece = Piece(
        line: cells[2...4].joined(separator: " "), text: text,
        box: box, isVertical: isVertical, certainties: [certainty])
      if let last = pieces.indices.last, pieces[last].goes(on: piece) {
        pieces[last].add(piece)
      } else {
        pieces.append(piece)
      }
    }
    let scale = 72 / Double(resolution)
    return pieces.filter { $0.certainty >= leastCertainty }.map { piece in
      TextBox(
        piece.text,
        PageBox(
          left: piece.box.left * scale, top: piece.box.top * scale,
          right: piece.box.right * scale, bottom: piece.box.bottom * scale))
    }
  }

  /// Words of one line that stand close.
  private struct Piece {
    /// The block, paragraph and line that tesseract put it in.
    var line: String
    var text: String
    var box: PageBox
    var isVertical: Bool
    var certainties: [Double]

    var certainty: Double { certainties.reduce(0, +) / Double(max(certainties.count, 1)) }

    /// Whether a word is the next of the same line, a full square and a half or less away.
    func goes(on next: Piece) -> Bool {
      guard next.line == line else { return false }
      let gap = isVertical ? next.box.top - box.bottom : next.box.left - box.right
      return gap <= (isVertical ? box.width : box.height) * 1.5
    }

    mutating func add(_ next: Piece) {
      let isLatin =
        text.unicodeScalars.last?.properties.isAlphabetic == true
        && text.unicodeScalars.last?.isASCII == true
        && next.text.unicodeScalars.first?.isASCII == true
      text += (isLatin ? " " : "") + next.text
      box = box.union(next.box)
      certainties += next.certainties
    }
  }
}
