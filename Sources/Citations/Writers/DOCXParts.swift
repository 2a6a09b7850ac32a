/// The parts of a Word document beside its text.
struct DOCXParts: Sendable {
  var hasNotes: Bool
  var hasEndnotes: Bool

  /// `footnote` or `endnote`: the name of the part's elements.
  var notesName: String { hasEndnotes ? "endnote" : "footnote" }

  static let declaration = #"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>"# + "\n"

  static let namespaces = """
    xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" \
    xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    """

  private static let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
  private static let package = "http://schemas.openxmlformats.org/package/2006"
  private static let word = "application/vnd.openxmlformats-officedocument.wordprocessingml"

  var contentTypes: String {
    var parts = [
      ("word/document", "document.main"), ("word/styles", "styles"),
      ("word/numbering", "numbering"),
      ("word/settings", "settings"), ("word/fontTable", "fontTable"), ("word/footer1", "footer"),
    ]
    if hasNotes { parts.append(("word/\(notesName)s", "\(notesName)s")) }
    let overrides = parts.map { name, type in
      "<Override PartName=\"/\(name).xml\" ContentType=\"\(Self.word).\(type)+xml\"/>"
    }
    return """
      <Types xmlns="\(Self.package)/content-types"><Default Extension="rels" \
      ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
      <Default Extension="xml" ContentType="application/xml"/>\(overrides.joined())\
      <Override PartName="/docProps/core.xml" \
      ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>
      """
  }

  var packageRelations: String {
    """
    <Relationships xmlns="\(Self.package)/relationships"><Relationship Id="rId1" \
    Type="\(Self.office)/officeDocument" Target="word/document.xml"/><Relationship Id="rId2" \
    Type="\(Self.package)/relationships/metadata/core-properties" Target="docProps/core.xml"/>\
    </Relationships>
    """
  }

  var relations: String {
    var parts = ["styles", "numbering", "settings", "fontTable", "footer1"]
    if hasNotes { parts.append("\(notesName)s") }
    let all = parts.enumerated().map { number, name in
      let type = name == "footer1" ? "footer" : name
      return "<Relationship Id=\"rId\(number + 1)\" Type=\"\(Self.office)/\(type)\" "
        + "Target=\"\(name).xml\"/>"
    }
    return "<Relationships xmlns=\"\(Self.package)/relationships\">\(all.joined())</Relationships>"
  }

  func properties(title: String) -> String {
    """
    <cp:coreProperties xmlns:cp="\(Self.package)/metadata/core-properties" \
    xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>\(MarkupText.escaped(title))</dc:title>\
    <dc:language>ja-JP</dc:language></cp:coreProperties>
    """
  }

  /// Notes are numbered 1, 2, 3, which 前掲注2 names; Word's own endnotes would be i, ii, iii.
  private var numbers: String { #"<w:numFmt w:val="decimal"/>"# }

  /// What a section says of its notes.
  var sectionNotes: String { hasNotes ? "<w:\(notesName)Pr>\(numbers)</w:\(notesName)Pr>" : "" }

  /// Line breaking by Japanese rules: no 、 or 」 at a line's start, no 「 at its end.
  var settings: String {
    var notes = ""
    if hasNotes {
      notes = """
        <w:\(notesName)Pr>\(numbers)<w:\(notesName) w:id="-1"/><w:\(notesName) w:id="0"/></w:\(notesName)Pr>
        """
    }
    return """
      <w:settings \(Self.namespaces)><w:characterSpacingControl w:val="compressPunctuation"/>\
      \(notes)<w:compat><w:compatSetting w:name="compatibilityMode" \
      w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>\
      <w:themeFontLang w:val="en-US" w:eastAsia="ja-JP"/></w:settings>
      """
  }

  var fonts: String {
    let all = [("ＭＳ 明朝", "游明朝", "roman"), ("ＭＳ ゴシック", "游ゴシック", "swiss")].map {
      name, other, family in
      """
      <w:font w:name="\(name)"><w:altName w:val="\(other)"/><w:charset w:val="80"/>\
      <w:family w:val="\(family)"/><w:pitch w:val="variable"/></w:font>
      """
    }
    return "<w:fonts \(Self.namespaces)>\(all.joined())</w:fonts>"
  }

  var numbering: String {
    """
    <w:numbering \(Self.namespaces)><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0">\
    <w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText w:val="・"/><w:lvlJc w:val="left"/>\
    <w:pPr><w:ind w:left="420" w:hanging="420"/></w:pPr></w:lvl></w:abstractNum>\
    <w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>
    """
  }

  /// The page number in the middle of the foot.
  var footer: String {
    """
    <w:ftr \(Self.namespaces)><w:p><w:pPr><w:pStyle w:val="Footer"/></w:pPr>\
    <w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> PAGE \
    </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r>\
    <w:r><w:fldChar w:fldCharType="end"/></w:r></w:p></w:ftr>
    """
  }
}
