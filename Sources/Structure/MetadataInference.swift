import DocumentModel

/// Reads title, date and issuer from a document's title block where nothing states them.
///
/// What is given stays; what the file's properties say yields to the block; what nothing says stays
/// absent.
struct MetadataInference: Sendable {
  private let dates = TitleDateReader()

  /// Returns the metadata with the fields that the title block gives, marked as inferred.
  ///
  /// `title` is the title as quoted.
  func infer(
    from block: TitleBlock, title: String, in table: LineTable,
    given metadata: DocumentMetadata
  ) -> DocumentMetadata {
    var metadata = metadata
    // ○ 点検の方針: the bullet sets the title off and is no part of it.
    let title = String(
      String.UnicodeScalarView(
        title.unicodeScalars.drop {
          CharacterClass.isBlockBullet($0.value) || CharacterClass.isSpace($0.value)
        }))
    if isOpen(metadata.title), !title.isEmpty { metadata.title = .init(title, .inferred) }
    if isOpen(metadata.date),
      let date = block.lines.lazy.compactMap({ dates.date(in: $0, of: table.text) }).first
    {
      metadata.date = .init(date.rawValue, .inferred)
    }
    if isOpen(metadata.issuer), let issuer = issuer(in: block, table) {
      metadata.issuer = .init(issuer, .inferred)
    }
    return metadata
  }

  /// Whether a field is absent or inferred from less than the text itself.
  private func isOpen(_ field: DocumentMetadata.Field?) -> Bool {
    field == nil || field?.origin == .inferred
  }

  /// The lines of the block that name a body, as far as they follow each other.
  private func issuer(in block: TitleBlock, _ table: LineTable) -> String? {
    guard let first = block.lines.firstIndex(where: { namesBody($0, in: table) }) else {
      return nil
    }
    let lines = block.lines[first...].prefix { namesBody($0, in: table) }
    return lines.map { text(of: $0, in: table) }.joined(separator: " ")
  }

  /// Whether a line is the name of a ministry, council or other body.
  func namesBody(_ range: Range<Int>, in table: LineTable) -> Bool {
    let range = TitleWording(table).unmarked(range)
    return range.count <= 40
      && Self.bodyEndings.contains { ending in
        range.count > ending.count
          && table.text.hasPrefix(ending, at: range.upperBound - ending.count)
      }
  }

  private func text(of range: Range<Int>, in table: LineTable) -> String {
    table.text.string(range)
  }

  private static let bodyEndings = [
    "省", "庁", "府", "室", "課", "局", "部", "院", "会議", "委員会", "本部", "審議会", "部会", "分科会", "機構",
    "センター", "大学", "協会", "財団", "研究所", "事務局", "内閣官房", "連絡会", "検討会", "研究会", "懇談会", "公庫", "銀行",
  ].map { $0.unicodeScalars.map(\.value) }
}
