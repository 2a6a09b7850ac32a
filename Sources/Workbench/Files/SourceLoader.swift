import Archive
package import DocumentModel
import FoundationEssentials
package import Readers
import TextNormalization

/// Reads a file into a source document, or tells why it can't be read.
///
/// The one place where a format meets its reader: a new format is a case of ``FileType``, a line in
/// ``reads(_:named:)`` and a case in ``read(_:as:_:id:)``.
package struct SourceLoader: Sendable {
  /// The encoding of plain text, where the user names it; else it is found.
  package var encoding: TextEncoding?
  /// Whether pages without text are read by OCR.
  package var recognizes: Bool
  /// How large a file may be, and how many parts its text may have.
  package var limits = DocumentLimits()
  /// The most places with bad bytes that are told one by one.
  private static let faultLimit = 20

  package init(encoding: TextEncoding? = nil, recognizes: Bool = false) {
    self.encoding = encoding
    self.recognizes = recognizes
  }

  /// Whether files of a type are read when they are met in a folder or an archive.
  package static func reads(_ type: FileType, named name: String) -> Bool {
    switch type {
    case .plainText, .markdown:
      FileType.isReadable(extension: FileType.fileExtension(name))
    case .docx, .html, .pdf, .pptx, .xlsx: true
    case .lawXML, .archive, .other: false
    }
  }

  /// Returns the source document, or nil where the diagnostics tell why there is none.
  package func load(_ file: SourceFile, id: DocumentID) -> Staged<SourceDocument?> {
    let read = bytes(of: file)
    guard let bytes = read.value else { return Staged(nil, diagnostics: read.diagnostics) }
    return load(bytes, of: file, id: id)
  }

  /// Returns a file's bytes, or nil where the diagnostics tell why they can't be had.
  package func bytes(of file: SourceFile) -> Staged<[UInt8]?> {
    if let size = file.size, size > limits.bytes {
      var told = Self.note("source.too-large", .error, file.path)
      told.arguments.merge(["size": "\(size)", "limit": "\(limits.bytes)"]) { $1 }
      return Staged(nil, diagnostics: [told])
    }
    do { return Staged(try file.bytes()) } catch {
      return Staged(nil, diagnostics: [Self.diagnostic(of: error, file.path)])
    }
  }

  /// Returns the source document of a file's bytes, or nil where the diagnostics tell why there is
  /// none.
  package func load(
    _ bytes: [UInt8], of file: SourceFile, id: DocumentID
  ) -> Staged<SourceDocument?> {
    let type = FileType(of: bytes, name: file.name)
    let read = read(bytes, as: type, file, id: id)
    guard let document = read.value else { return read }
    // Plain text was counted before it was read.
    if !document.holdsMarkup, let told = excess(document.utf8, document.marks, of: file) {
      return Staged(nil, diagnostics: read.diagnostics + [told])
    }
    // The reader of PDF leaves out what can't be read; of other formats it is kept, set apart.
    guard type != .pdf else { return read }
    let apart = GarbledLines().setApart(in: document)
    let told = apart.diagnostics.map { diagnostic in
      var told = diagnostic
      told.arguments["source"] = file.path
      return told
    }
    return Staged(apart.value, diagnostics: read.diagnostics + told)
  }

  private func read(
    _ bytes: [UInt8], as type: FileType, _ file: SourceFile, id: DocumentID
  ) -> Staged<SourceDocument?> {
    switch type {
    case .plainText, .markdown: text(bytes, file, id: id)
    case .html: page(bytes, file, id: id)
    case .lawXML:
      Staged(nil, diagnostics: [Self.note("source.law-xml", .note, file.path)])
    case .docx:
      office("Word", file) { () throws(OfficeReadingError) in
        Staged(
          try DOCXReader().read(
            bytes, id: id, source: file.name, sha256: ContentHash(bytes).description))
      }
    case .pptx:
      office("PowerPoint", file) { () throws(OfficeReadingError) in
        try PPTXReader().read(
          bytes, id: id, source: file.name, path: file.path,
          sha256: ContentHash(bytes).description)
      }
    case .xlsx:
      office("Excel", file) { () throws(OfficeReadingError) in
        try XLSXReader().read(
          bytes, id: id, source: file.name, path: file.path,
          sha256: ContentHash(bytes).description)
      }
    case .pdf:
      PDFReader(recognizes: recognizes, run: PDFProgram.run).read(
        bytes, id: id, source: file.name, path: file.path,
        sha256: ContentHash(bytes).description)
    case .archive: notText("zip", file)
    case .other(let format) where FileType.isOfficeFormat(format):
      Staged(
        nil,
        diagnostics: [
          Diagnostic(
            "input.other-office", .error,
            arguments: ["source": file.path, "format": format ?? ""])
        ])
    case .other(let format): notText(format ?? "binary", file)
    }
  }

  /// Reads plain text and Markdown in any encoding.
  private func text(
    _ bytes: [UInt8], _ file: SourceFile, id: DocumentID
  ) -> Staged<SourceDocument?> {
    let text: DecodedText
    do throws(DecodingError) {
      text = try Decoder().decode(bytes, as: encoding)
    } catch {
      return Staged(nil, diagnostics: [error.diagnostic(file: file.path)])
    }
    // Before it is read: to find its lines and pages takes more than to count them.
    if let told = excess(text.utf8, of: file) { return Staged(nil, diagnostics: [told]) }
    let read = PlainTextReader().read(
      text.utf8, id: id, source: file.name, sha256: ContentHash(bytes).description)
    var document = read.value
    document.ownBytes = text.map.map { OwnBytes(bytes: bytes, map: $0) }
    var diagnostics = read.diagnostics
    if text.encoding != .utf8 || !text.faults.isEmpty {
      document.mediaType += "; charset=" + text.encoding.rawValue
    }
    if text.encoding != .utf8 {
      var told = Self.note("source.encoding", .note, file.path)
      told.arguments["encoding"] = text.encoding.rawValue
      diagnostics.append(told)
    }
    for fault in text.faults.prefix(Self.faultLimit) {
      var told = Self.note("source.bad-bytes", .warning, file.path)
      told.arguments.merge(fault.arguments) { $1 }
      told.arguments["encoding"] = text.encoding.rawValue
      diagnostics.append(told)
    }
    if text.faults.count > Self.faultLimit {
      var told = Self.note("source.more-bad-bytes", .warning, file.path)
      told.arguments["count"] = String(text.faults.count - Self.faultLimit)
      diagnostics.append(told)
    }
    return Staged(document, diagnostics: diagnostics)
  }

  /// Reads a web page, in the encoding named, marked or declared, else found.
  private func page(
    _ bytes: [UInt8], _ file: SourceFile, id: DocumentID
  ) -> Staged<SourceDocument?> {
    let text: DecodedText
    do throws(DecodingError) {
      text = try decodedPage(bytes)
    } catch {
      return Staged(nil, diagnostics: [error.diagnostic(file: file.path)])
    }
    do throws(HTMLReadingError) {
      let document = try HTMLReader().read(
        text.utf8, id: id, source: file.name, sha256: ContentHash(bytes).description)
      return Staged(document)
    } catch {
      return Staged(nil, diagnostics: [error.diagnostic(in: file.path)])
    }
  }

  /// A declaration that the bytes don't keep to counts for nothing.
  private func decodedPage(_ bytes: [UInt8]) throws(DecodingError) -> DecodedText {
    if encoding == nil, let declared = HTMLReader.declaredEncoding(of: bytes),
      let text = try? Decoder().decode(bytes, as: declared), text.faults.isEmpty
    {
      return text
    }
    return try Decoder().decode(bytes, as: encoding)
  }

  /// Reads an Office file of a format.
  private func office(
    _ format: String, _ file: SourceFile,
    _ read: () throws(OfficeReadingError) -> Staged<SourceDocument>
  ) -> Staged<SourceDocument?> {
    do throws(OfficeReadingError) {
      let document = try read()
      guard document.value.marks.contains(where: { $0.role != .furniture }) else {
        var told = Self.note("input.office-no-text", .error, file.path)
        told.arguments["format"] = format
        return Staged(nil, diagnostics: document.diagnostics + [told])
      }
      return Staged(document.value, diagnostics: document.diagnostics)
    } catch {
      return Staged(nil, diagnostics: [error.diagnostic(of: format, in: file.path)])
    }
  }

  /// Tells of what a text has more than the limits allow.
  private func excess(
    _ utf8: [UInt8], _ marks: [LineMark] = [], of file: SourceFile
  ) -> Diagnostic? {
    PartCount(utf8, marks: marks).excess(over: limits.parts)?.diagnostic(of: file.path)
  }

  private func notText(_ format: String, _ file: SourceFile) -> Staged<SourceDocument?> {
    let error = DecodingError.notText(format: format, byteOffset: 0)
    return Staged(nil, diagnostics: [error.diagnostic(file: file.path)])
  }

  private static func note(
    _ identifier: String, _ severity: Severity, _ path: String
  ) -> Diagnostic {
    Diagnostic(identifier, severity, arguments: ["source": path])
  }

  /// Tells why a file's bytes can't be had.
  static func diagnostic(of error: any Error, _ path: String) -> Diagnostic {
    if let error = error as? ZipError { return error.diagnostic(in: path) }
    return note("source.unreadable", .error, path)
  }
}
