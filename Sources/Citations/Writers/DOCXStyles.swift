/// The styles of a Word document: names that Word knows, so that its own tools take them up.
enum DOCXStyles {
  private static let mincho = fonts("ＭＳ 明朝", latin: "Times New Roman")
  private static let gothic = fonts("ＭＳ ゴシック", latin: "Arial")

  private static func fonts(_ name: String, latin: String) -> String {
    "<w:rFonts w:ascii=\"\(latin)\" w:hAnsi=\"\(latin)\" w:eastAsia=\"\(name)\" "
      + "w:cs=\"\(latin)\"/>"
  }

  /// Sizes count half points: 21 is 10.5 pt, the size of Japanese papers.
  static let xml = """
    <w:styles \(DOCXParts.namespaces)><w:docDefaults><w:rPrDefault><w:rPr>\(mincho)\
    <w:sz w:val="21"/><w:szCs w:val="21"/><w:lang w:val="en-US" w:eastAsia="ja-JP"/></w:rPr>\
    </w:rPrDefault><w:pPrDefault><w:pPr><w:kinsoku/><w:overflowPunct/><w:jc w:val="both"/></w:pPr>\
    </w:pPrDefault></w:docDefaults>\
    \(paragraph("Normal", "Normal", isDefault: true))\
    \(paragraph("Title", "Title", "<w:spacing w:after=\"240\"/><w:jc w:val=\"center\"/>",
      gothic + "<w:sz w:val=\"32\"/>"))\
    \(heading(1, size: 24))\(heading(2, size: 22))\(heading(3, size: 21))\
    \(paragraph("Quote", "Quote", "<w:spacing w:before=\"60\" w:after=\"60\"/>"
      + "<w:ind w:left=\"420\" w:right=\"210\"/>"))\
    \(paragraph("Source", "Source", "<w:spacing w:after=\"60\"/><w:ind w:left=\"420\"/>",
      "<w:sz w:val=\"18\"/>"))\
    \(paragraph("Remark", "Remark", "<w:pBdr><w:left w:val=\"single\" w:sz=\"12\" w:space=\"8\" "
      + "w:color=\"808080\"/></w:pBdr><w:ind w:left=\"420\"/>", gothic + "<w:sz w:val=\"20\"/>"))\
    \(paragraph("ListBullet", "List Bullet",
      "<w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr>"))\
    \(paragraph("TableText", "Table Text", "<w:jc w:val=\"left\"/>", "<w:sz w:val=\"18\"/>"))\
    \(paragraph("TableHeader", "Table Header", "<w:jc w:val=\"left\"/>",
      gothic + "<w:b/><w:sz w:val=\"18\"/>"))\
    \(paragraph("Footer", "footer", "<w:jc w:val=\"center\"/>"))\
    \(paragraph("FootnoteText", "footnote text", "<w:snapToGrid w:val=\"0\"/><w:jc w:val=\"left\"/>",
      "<w:sz w:val=\"18\"/>"))\
    \(paragraph("EndnoteText", "endnote text", "<w:snapToGrid w:val=\"0\"/><w:jc w:val=\"left\"/>",
      "<w:sz w:val=\"18\"/>"))\
    \(reference("FootnoteReference", "footnote reference"))\
    \(reference("EndnoteReference", "endnote reference"))\
    <w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>\
    <w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/>\
    <w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/>\
    <w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>\
    <w:style w:type="table" w:styleId="TableGrid"><w:name w:val="Table Grid"/>\
    <w:basedOn w:val="TableNormal"/><w:tblPr><w:tblBorders>\(borders)</w:tblBorders></w:tblPr>\
    </w:style></w:styles>
    """

  private static let borders = ["top", "left", "bottom", "right", "insideH", "insideV"].map {
    "<w:\($0) w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"auto\"/>"
  }.joined()

  private static func paragraph(
    _ id: String, _ name: String, _ paragraph: String = "", _ run: String = "",
    isDefault: Bool = false
  ) -> String {
    """
    <w:style w:type="paragraph"\(isDefault ? " w:default=\"1\"" : "") w:styleId="\(id)">\
    <w:name w:val="\(name)"/>\(isDefault ? "" : "<w:basedOn w:val=\"Normal\"/>")<w:qFormat/>\
    <w:pPr>\(paragraph)</w:pPr><w:rPr>\(run)</w:rPr></w:style>
    """
  }

  private static func heading(_ level: Int, size: Int) -> String {
    paragraph(
      "Heading\(level)", "heading \(level)",
      "<w:keepNext/><w:spacing w:before=\"240\" w:after=\"60\"/>"
        + "<w:outlineLvl w:val=\"\(level - 1)\"/>",
      gothic + "<w:b/><w:sz w:val=\"\(size)\"/>")
  }

  private static func reference(_ id: String, _ name: String) -> String {
    """
    <w:style w:type="character" w:styleId="\(id)"><w:name w:val="\(name)"/>\
    <w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style>
    """
  }
}
