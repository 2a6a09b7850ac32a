import DocumentModel
import FoundationEssentials
import Pillars
import Readers
import Structure
import TextNormalization

/// A document as the linkers get it.
struct Prepared {
  var source: SourceDocument
  var structure: StructuredDocument
}

/// The texts that are worked on, made ready one at a time outside the measured time.
struct Corpus: Sendable {
  /// The files in the order in which they are taken.
  let files: [String]
  let normalizer: Normalizer
  let divider: FrameDivider

  /// Collects `.txt` and `.md` files; a folder's are taken in an order that mixes old and new, short
  /// and long, and is the same every time.
  init(paths: [String], normalizer: Normalizer, divider: FrameDivider) throws {
    var files: [String] = []
    for path in paths {
      var isFolder = false
      guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
        throw Failure("no such file or folder: \(path)")
      }
      let names = isFolder ? try FileManager.default.contentsOfDirectory(atPath: path) : []
      let found = isFolder ? names.map { path + "/" + $0 } : [path]
      files += found.filter { $0.hasSuffix(".txt") || $0.hasSuffix(".md") }
        .sorted { (Self.mix($0), $0) < (Self.mix($1), $1) }
    }
    self.files = files
    self.normalizer = normalizer
    self.divider = divider
  }

  /// Calls `body` with document after document until a number of megabytes of citable text is
  /// reached, from the first file again where there are too few.
  func forEach(upTo megabytes: Int, _ body: (Prepared) throws -> Void) throws {
    var bytes = 0
    for file in try endless() where bytes < megabytes * 1_000_000 {
      let prepared = try prepare([UInt8](Data(contentsOf: URL(filePath: file))), name: file)
      bytes += prepared.structure.citable.utf8.count
      try body(prepared)
      if bytes >= megabytes * 1_000_000 { break }
    }
  }

  /// Returns one document made of file after file, of a number of megabytes of source text.
  func joined(upTo megabytes: Int) throws -> Prepared {
    var text: [UInt8] = []
    for file in try endless() {
      text += try [UInt8](Data(contentsOf: URL(filePath: file)))
      text.append(0x0A)
      if text.count >= megabytes * 1_000_000 { break }
    }
    return try prepare(text, name: "joined.md")
  }

  private func prepare(_ bytes: [UInt8], name: String) throws -> Prepared {
    let source = PlainTextReader().read(
      bytes, id: DocumentID("benchmark"), source: name, sha256: ""
    ).value
    let citable = normalizer.normalize(source).value
    let structure = divider.divide(Segmenter().segment(citable, of: source).value)
    return Prepared(source: source, structure: structure)
  }

  private func endless() throws -> some Sequence<String> {
    guard !files.isEmpty else { throw Failure("no .txt or .md file among the paths") }
    let files = files
    return (0...).lazy.map { files[$0 % files.count] }
  }

  /// A number that depends on the file's name alone (FNV-1a).
  private static func mix(_ path: String) -> UInt64 {
    let name = path.utf8.reversed().prefix { $0 != 0x2F }
    return name.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
  }
}
