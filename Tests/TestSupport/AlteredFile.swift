import Foundation

/// A file of which some words are altered at one of the places where they stand.
package struct AlteredFile {
  /// Where the words stand: ranges of bytes from the start of the file, ascending.
  package let places: [Range<Int>]

  private let bytes: Data

  /// Reads a file and finds the words in it.
  package init(_ path: String, words: String) throws {
    bytes = try Data(contentsOf: URL(filePath: path))
    let words = Data(words.utf8)
    var places: [Range<Int>] = []
    while let found = bytes[(places.last?.upperBound ?? 0)...].range(of: words) {
      places.append(found)
    }
    self.places = places
  }

  /// At most so many of the places, evenly apart, the first and last among these.
  package func places(atMost count: Int) -> [Range<Int>] {
    guard places.count > count else { return places }
    return (0..<count).map { places[$0 * (places.count - 1) / max(count - 1, 1)] }
  }

  /// Writes the file with the words at one place replaced, or one bit of their last byte turned over.
  package func write(
    to path: String, altering place: Range<Int>, into words: String? = nil
  ) throws {
    var altered = bytes
    if let words {
      altered.replaceSubrange(place, with: Data(words.utf8))
    } else {
      altered[place.upperBound - 1] ^= 1
    }
    try altered.write(to: URL(filePath: path))
  }
}
