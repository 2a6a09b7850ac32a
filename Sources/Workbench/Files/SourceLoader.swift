package import DocumentModel
import FoundationEssentials
import Readers
import TextNormalization

/// Reads a file into a source document, or tells why it can't be read.
package struct SourceLoader: Sendable {
  private let decoder = Decoder()
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
    do {
      _ = try decoder.decode(bytes)
    } catch {
      return Staged(nil, diagnostics: [error.diagnostic(file: file.path)])
    }
    let read = reader.read(
      bytes, id: id, source: file.name, sha256: ContentHash(bytes).description)
    return Staged(read.value, diagnostics: read.diagnostics)
  }

  private func refuse(_ identifier: String, _ file: SourceFile) -> Staged<SourceDocument?> {
    Staged(
      nil, diagnostics: [Diagnostic(identifier, .error, arguments: ["source": file.path])])
  }
}
