package import DocumentModel

/// Why a web page can't be read.
package enum HTMLReadingError: Error, Equatable, Sendable {
  /// Its elements nest too deep.
  case tooDeep
  /// It holds no text: a shell that a script would fill, or pictures alone. The page's title.
  case noText(title: String)
}

/// Reads web pages: the main part without what frames it, as libxml2's HTML parser finds elements.
///
/// Nothing is fetched, and no style sheet or script is followed. How the main part is chosen stands
/// in `HTMLMainContent`.
package struct HTMLReader: Sendable {
  package static let mediaType = "text/html"

  package init() {}

  /// Makes a source document of a page's text in UTF-8; the text it extracts is the source layer.
  ///
  /// `source` is the name by which the file was given; `sha256` is that of the file's own bytes.
  ///
  /// - Throws: `HTMLReadingError`.
  package func read(
    _ utf8: [UInt8], id: DocumentID, source: String, sha256: String
  ) throws(HTMLReadingError) -> SourceDocument {
    guard let tree = HTMLTreeBuilder.tree(of: utf8) else { throw .tooDeep }
    let properties = HTMLProperties(tree)
    guard let main = HTMLMainContent(tree).find() else {
      throw .noText(title: properties.title)
    }
    var writer = HTMLTextWriter(tree, main: main, title: properties.title)
    writer.write(main)
    guard writer.builder.marks.contains(where: { $0.role != .furniture }) else {
      throw .noText(title: properties.title)
    }
    return SourceDocument(
      id: id, source: source, sha256: sha256, mediaType: Self.mediaType,
      utf8: writer.builder.utf8, pages: pages(writer), metadata: properties.metadata,
      marks: writer.builder.marks)
  }

  /// The pages that the elements state, where they ascend; else none.
  private func pages(_ writer: HTMLTextWriter) -> [Page] {
    let starts = writer.pages
    guard starts.count >= 2,
      zip(starts, starts.dropFirst()).allSatisfy({ $0.page < $1.page && $0.start <= $1.start })
    else { return [] }
    return starts.enumerated().map { index, start in
      let end = index + 1 < starts.count ? starts[index + 1].start : writer.builder.utf8.count
      return Page(number: start.page, span: TextSpan(start.start, end))
    }
  }

  /// Returns the encoding that a page declares of itself in a `meta` element near its start.
  ///
  /// See the HTML standard: prescan a byte stream to determine its encoding.
  package static func declaredEncoding(of bytes: [UInt8]) -> TextEncoding? {
    let head = String(decoding: bytes.prefix(2048), as: UTF8.self).lowercased()
    var rest = head[...]
    while let meta = rest.range(of: "<meta") {
      let tag = rest[meta.upperBound...].prefix { $0 != ">" }
      rest = rest[tag.endIndex...]
      guard let charset = tag.range(of: "charset") else { continue }
      let value = tag[charset.upperBound...].drop { $0.isWhitespace || "=\"'".contains($0) }
      let name = value.prefix { $0.isLetter || $0.isNumber || "-_.:".contains($0) }
      if let encoding = TextEncoding(name: String(name)) { return encoding }
    }
    return nil
  }
}

/// What a page says of itself in its head: all of it is inferred.
struct HTMLProperties: Sendable {
  /// The page's title without the site's name behind it.
  private(set) var title = ""
  private(set) var metadata = DocumentMetadata()

  /// Reads `title` and the `meta` elements.
  init(_ tree: HTMLTree) {
    var fields: [String: String] = [:]
    var whole = ""
    for (index, node) in tree.nodes.enumerated() {
      if node.tag == .title, whole.isEmpty { whole = tree.text(of: index) }
      if node.tag == .meta, let meta = tree.attributes(of: index).meta, !meta.content.isEmpty,
        fields[meta.name] == nil
      {
        fields[meta.name] = meta.content
      }
    }
    let parts = Self.parts(of: whole)
    title = parts.title
    if !title.isEmpty { metadata.title = .init(title, .inferred) }
    let issuer =
      fields["dc.publisher"] ?? fields["dcterms.publisher"] ?? fields["og:site_name"]
      ?? fields["dc.creator"] ?? fields["author"] ?? parts.site
    if let issuer, !issuer.isEmpty { metadata.issuer = .init(issuer, .inferred) }
    for name in Self.dateNames {
      if let day = fields[name].flatMap(Self.day) {
        metadata.date = .init(day, .inferred)
        break
      }
    }
    let link = fields["og:url"] ?? ""
    if link.hasPrefix("http") { metadata.url = .init(link, .inferred) }
  }

  /// 基本方針 ｜ 委員会 is the page's own title and the site's name.
  private static func parts(of title: String) -> (title: String, site: String?) {
    let words = title.split { $0.isWhitespace }.joined(separator: " ")
    for separator in ["｜", "|", " - ", " – ", " — ", "：：", " :: "] {
      guard let range = words.range(of: separator) else { continue }
      let own = words[..<range.lowerBound].split { $0.isWhitespace }.joined(separator: " ")
      let site = words[range.upperBound...].split { $0.isWhitespace }.joined(separator: " ")
      if !own.isEmpty { return (own, site.isEmpty ? nil : site) }
    }
    return (words, nil)
  }

  /// The day at the start of `2024-04-01T09:00:00+09:00`, or `20240401`.
  private static func day(_ value: String) -> String? {
    var day = String(value.prefix(10)).replacing("/", with: "-")
    if value.utf8.count == 8, value.allSatisfy(\.isNumber) {
      let digits = Array(value)
      day = "\(String(digits[0..<4]))-\(String(digits[4..<6]))-\(String(digits[6..<8]))"
    }
    return day.utf8.count == 10 && EDTF(day).interval != nil ? day : nil
  }

  private static let dateNames = [
    "dcterms.issued", "dc.date.issued", "dc.date", "dcterms.date", "article:published_time",
    "date", "pubdate", "datepublished", "citation_publication_date", "article:modified_time",
    "last-modified",
  ]
}

extension Substring {
  /// The first place of some ASCII words.
  fileprivate func range(of words: String) -> Range<Index>? {
    firstRange(of: words)
  }
}

extension String {
  fileprivate func range(of words: String) -> Range<Index>? { self[...].firstRange(of: words) }
}
