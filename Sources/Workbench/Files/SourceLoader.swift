package import DocumentModel
import FoundationEssentials
import Readers

/// Reads a file into a source document, or tells why it can't be read.
package struct SourceLoader: Sendable {
  private let reader = PlainTextReader()

  package init() {}

  /// Returns the source document, or nil where the diagnostics hold an error.
  package func load(_ file: SourceFile, id: DocumentID) -> Staged<SourceDocument?> {
    let data: Data
    do {
      data = try Data(contentsOf: URL(filePath: file.path))
    } catch {
      return refuse("source.unreadable", file)
    }
    let bytes = [UInt8](data)
    if bytes.isEmpty { return refuse("source.empty", file) }
    if bytes.allSatisfy({ $0 == 0x20 || (0x09...0x0D).contains($0) }) {
      return refuse("source.blank", file)
    }
    if let format = Self.laterFormat(bytes) {
      return refuse("source.later-format", file, ["format": format])
    }
    if bytes.contains(where: { $0 < 0x09 }) { return refuse("source.binary", file) }
    if let offset = Self.firstInvalidUTF8(bytes) {
      let line = bytes[..<offset].count { $0 == 0x0A } + 1
      return refuse("source.not-utf8", file, ["line": "\(line)", "byte": "\(offset)"])
    }
    let read = reader.read(
      bytes, id: id, source: file.name, sha256: ContentHash(bytes).description)
    return Staged(read.value, diagnostics: read.diagnostics)
  }

  private func refuse(
    _ identifier: String, _ file: SourceFile, _ more: [String: String] = [:]
  ) -> Staged<SourceDocument?> {
    let arguments = more.merging(["source": file.path]) { first, _ in first }
    return Staged(nil, diagnostics: [Diagnostic(identifier, .error, arguments: arguments)])
  }

  /// Returns the name of a known format that isn't plain text, by its first bytes.
  static func laterFormat(_ bytes: [UInt8]) -> String? {
    if bytes.starts(with: Array("%PDF-".utf8)) { return "PDF" }
    if bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) { return "ZIP (DOCX, PPTX, XLSX)" }
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) { return "UTF-16" }
    if bytes.starts(with: [0x1B, 0x24]) { return "ISO-2022-JP" }
    return nil
  }

  /// Returns the offset of the first byte that breaks UTF-8, or nil where all is valid.
  static func firstInvalidUTF8(_ bytes: [UInt8]) -> Int? {
    var i = 0
    while i < bytes.count {
      let first = bytes[i]
      if first < 0x80 {
        i += 1
        continue
      }
      let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
      guard (0xC2...0xF4).contains(first), i + length <= bytes.count else { return i }
      for k in 1..<length where bytes[i + k] & 0xC0 != 0x80 { return i }
      let second = bytes[i + 1]
      switch first {
      case 0xE0 where second < 0xA0, 0xED where second > 0x9F: return i
      case 0xF0 where second < 0x90, 0xF4 where second > 0x8F: return i
      default: i += length
      }
    }
    return nil
  }
}
