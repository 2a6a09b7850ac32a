import Archive

/// What a file is, told by its content first and by its name's extension after that.
package enum FileType: Sendable, Equatable {
  case plainText, markdown, html, docx, pptx, xlsx, pdf
  /// Law XML, bare or in the envelope of the law API; taken by `laws import`.
  case lawXML
  /// A zip archive of other files.
  case archive
  /// Something else; `format` names it where it is known.
  case other(format: String?)

  /// Tells a file's type from its bytes and its name.
  ///
  /// Bytes that have no signature are text where the extension says so or is none that is known.
  package init(of bytes: [UInt8], name: String) {
    let ending = Self.fileExtension(name)
    if bytes.prefix(1024).firstIndex(of: Array("%PDF-".utf8)) != nil {
      self = .pdf
    } else if bytes.starts(with: [0x50, 0x4B, 0x03, 0x04])
      || bytes.starts(with: [0x50, 0x4B, 0x05, 0x06])
    {
      self = Self.zipped(bytes, ending: ending)
    } else if let format = Self.signatures.first(where: { bytes.starts(with: $0.bytes) })?.format {
      self = .other(format: format)
    } else if let root = MarkupRoot(of: bytes) {
      switch root.name {
      case "law", "dataroot", "law_data_response": self = .lawXML
      case "html": self = .html
      default: self = ending == "xml" ? .other(format: "XML") : Self.named(ending)
      }
    } else {
      self = Self.named(ending)
    }
  }

  /// The type that an extension tells; text where it tells none.
  private static func named(_ ending: String) -> Self {
    switch ending {
    case "md", "markdown": .markdown
    case "html", "htm", "xhtml": .html
    default: .plainText
    }
  }

  /// Whether files of this extension are read, so that a folder's file is worth opening.
  package static func isReadable(extension ending: String) -> Bool {
    ["txt", "text", "md", "markdown", "pdf"].contains(ending)
  }

  /// Returns the extension of a file's name in lower case, without the dot; empty where none.
  package static func fileExtension(_ name: String) -> String {
    let last = name.split(separator: "/").last ?? ""
    guard let dot = last.lastIndex(of: "."), dot != last.startIndex else { return "" }
    return last[last.index(after: dot)...].lowercased()
  }

  /// Tells Office files from each other and from an archive, by the parts they have.
  private static func zipped(_ bytes: [UInt8], ending: String) -> Self {
    guard let archive = try? ZipReader(bytes) else {
      // A damaged one goes by its name, so that its own reader tells what is wrong.
      switch ending {
      case "docx", "docm": return .docx
      case "pptx", "pptm": return .pptx
      case "xlsx", "xlsm": return .xlsx
      default: return .archive
      }
    }
    let names = archive.entries.map(\.name)
    guard names.contains("[Content_Types].xml") else {
      return names.first == "mimetype" ? .other(format: "OpenDocument/EPUB") : .archive
    }
    if names.contains(where: { $0.hasPrefix("word/") }) { return .docx }
    if names.contains(where: { $0.hasPrefix("ppt/") }) { return .pptx }
    if names.contains("xl/workbook.bin") { return .other(format: "Excel (xlsb)") }
    if names.contains(where: { $0.hasPrefix("xl/") }) { return .xlsx }
    return .other(format: "Office Open XML")
  }

  /// Whether a format named in `other` is one that office programs can save anew.
  package static func isOfficeFormat(_ format: String?) -> Bool {
    format.map { name in ["Office", "OpenDocument", "Excel", "RTF"].contains { name.hasPrefix($0) }
    }
      ?? false
  }

  private static let signatures: [(format: String, bytes: [UInt8])] = [
    ("PNG", [0x89, 0x50, 0x4E, 0x47]), ("JPEG", [0xFF, 0xD8, 0xFF]), ("GIF", Array("GIF8".utf8)),
    ("gzip", [0x1F, 0x8B]), ("Office 97–2003", [0xD0, 0xCF, 0x11, 0xE0]),
    ("RTF", Array("{\\rtf".utf8)), ("SQLite", Array("SQLite format 3".utf8)),
    ("TIFF", [0x49, 0x49, 0x2A, 0x00]), ("TIFF", [0x4D, 0x4D, 0x00, 0x2A]),
  ]
}

/// The root element of XML or HTML, found behind declaration, comments and document type.
private struct MarkupRoot {
  /// In lower case, without a prefix.
  let name: String

  init?(of bytes: [UInt8]) {
    // Zero bytes are those of UTF-16: the names looked for are ASCII.
    let head = bytes.prefix(8192).filter { $0 != 0 }
    var i = head.prefix(3) == [0xEF, 0xBB, 0xBF] ? 3 : 0
    if head.starts(with: [0xFF, 0xFE]) || head.starts(with: [0xFE, 0xFF]) { i = 2 }
    while i < head.count {
      if head[i] <= 0x20 {
        i += 1
        continue
      }
      guard head[i] == 0x3C, i + 1 < head.count else { return nil }
      let rest = head[(i + 1)...]
      let close: [UInt8]
      if rest.starts(with: Array("!--".utf8)) {
        close = Array("-->".utf8)
      } else if head[i + 1] == 0x3F {
        close = Array("?>".utf8)
      } else if head[i + 1] == 0x21 {
        let type = String(decoding: rest.prefix(14), as: UTF8.self).lowercased()
        if type.hasPrefix("!doctype html") {
          name = "html"
          return
        }
        close = [0x3E]
      } else {
        let word = rest.prefix { $0 > 0x20 && $0 != 0x3E && $0 != 0x2F }
        let local = word.split(separator: 0x3A).last ?? []
        name = String(decoding: local, as: UTF8.self).lowercased()
        return
      }
      guard let end = head[i...].firstIndex(of: close) else { return nil }
      i = end + close.count
    }
    return nil
  }
}

extension Collection where Element == UInt8, Index == Int {
  /// The first place at which some bytes stand.
  fileprivate func firstIndex(of bytes: [UInt8]) -> Int? {
    indices.first { self[$0...].starts(with: bytes) }
  }
}
