import Archive
import DocumentModel
import Readers
import TextNormalization

/// Zip archives: directory, names, entries.
struct ArchiveTarget: FuzzTarget {
  static let name = "archive"
  static let summary = "zip archives: directory, names, limits, unpacking"
  static let seeds = ["zip", "docx"]

  init() {}

  func run(_ bytes: [UInt8]) {
    _ = FileType(of: bytes, name: "a.zip")
    let limits = ZipLimits(entries: 1000, entryBytes: 16 << 20, totalBytes: 64 << 20)
    let archive = try? ZipReader(bytes, limits: limits) { name in
      (try? Decoder().decode(name, as: .shiftJIS)).map { String(decoding: $0.utf8, as: UTF8.self) }
    }
    for entry in (archive?.entries ?? []).prefix(50) {
      precondition(!entry.name.hasPrefix("/") && !entry.name.split(separator: "/").contains(".."))
      guard let content = try? archive?.read(entry) else { continue }
      precondition(content.count == entry.count)
    }
  }
}
