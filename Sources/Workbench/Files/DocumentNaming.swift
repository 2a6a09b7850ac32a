package import DocumentModel
import Foundation

/// Gives every source a document id that is stable, safe on a command line and used once.
package struct DocumentNaming: Sendable {
  /// The source that holds each id.
  private var owners: [DocumentID: String]

  /// Starts with the documents an index already holds, as id and source name.
  package init(taken: [(id: DocumentID, source: String)] = []) {
    owners = Dictionary(taken.map { ($0.id, $0.source) }, uniquingKeysWith: { first, _ in first })
  }

  /// Returns the id of a source: the one it has, else its stem, else its stem with a short hash.
  ///
  /// `folder` is the name to take in the place of the file's, where a folder is the document.
  package mutating func id(for source: String, folder: String? = nil) -> DocumentID {
    let plain = DocumentID(folder.map(Self.safe) ?? Self.safeStem(of: source))
    let hashed = DocumentID("\(plain)-\(ContentHash(Array(source.utf8)).description.prefix(8))")
    if owners[hashed] == source { return hashed }
    let id = owners[plain, default: source] == source ? plain : hashed
    owners[id] = source
    return id
  }

  /// Returns a file's name without folder and extension, letters and digits of any script kept and
  /// every other run of characters made one hyphen.
  package static func safeStem(of source: String) -> String {
    let name = source.split(separator: "/").last.map(String.init) ?? source
    var stem = name[...]
    if let dot = name.lastIndex(of: "."), dot != name.startIndex { stem = name[..<dot] }
    return safe(String(stem))
  }

  private static func safe(_ stem: String) -> String {
    var safe = ""
    // Names from macOS have their voiced kana in two code points.
    for scalar in stem.precomposedStringWithCanonicalMapping.unicodeScalars {
      let isKept =
        scalar.properties.isAlphabetic || scalar.properties.numericType != nil || scalar == "_"
        || scalar == "ー"
      if isKept {
        safe.unicodeScalars.append(scalar)
      } else if !safe.isEmpty, safe.last != "-" {
        safe.append("-")
      }
    }
    while safe.last == "-" { safe.removeLast() }
    return safe.isEmpty ? "document" : safe
  }
}
