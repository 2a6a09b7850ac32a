/// The pages of a document whose words were read from a picture by a program (OCR).
///
/// They stand in the media type, `application/pdf; ocr=1-3.7`, so that every record of the document
/// carries them and nothing is quoted as the source's own words that a program guessed.
package struct RecognizedPages: Sendable, Equatable {
  /// 1-based, ascending, without neighbours that touch.
  package private(set) var runs: [ClosedRange<Int>] = []

  private static let parameter = "; ocr="

  /// Takes ascending page numbers.
  package init(_ numbers: [Int]) {
    for number in numbers {
      if let last = runs.last, last.upperBound + 1 == number {
        runs[runs.count - 1] = last.lowerBound...number
      } else {
        runs.append(number...number)
      }
    }
  }

  /// Reads a media type; without the parameter there are none.
  package init(mediaType: String) {
    guard let start = mediaType.firstRange(of: Self.parameter)?.upperBound else { return }
    for words in mediaType[start...].prefix(while: { $0 != ";" }).split(separator: ".") {
      let ends = words.split(separator: "-").compactMap { Int($0) }
      guard let first = ends.first, let last = ends.last, first <= last else { continue }
      runs.append(first...last)
    }
  }

  /// Whether there are none.
  package var isEmpty: Bool { runs.isEmpty }

  /// What a media type says of them, behind its other words; empty for none.
  package var mediaTypeParameter: String {
    guard !isEmpty else { return "" }
    return Self.parameter
      + runs.map { $0.count == 1 ? "\($0.lowerBound)" : "\($0.lowerBound)-\($0.upperBound)" }
      .joined(separator: ".")
  }

  /// Whether some of them are among the pages of a run.
  package func overlap(_ pages: ClosedRange<Int>) -> Bool { runs.contains { $0.overlaps(pages) } }

  /// Whether the words at a place were read from a picture.
  package func contain(_ location: Location) -> Bool {
    location.page.map { overlap($0...$0) } ?? false
  }
}

extension DocumentRecord {
  /// Whether the words at a place were read from a picture by a program (OCR).
  package func isRecognized(_ location: Location) -> Bool {
    // Most documents have no such page: they are asked often.
    guard mediaType.utf8.contains(0x3B) else { return false }
    return RecognizedPages(mediaType: mediaType).contain(location)
  }
}

extension PassageRecord {
  /// Whether its words were read from a picture by a program (OCR).
  package var isRecognized: Bool { document.isRecognized(passage.location) }
}
