import DocumentModel

@testable import Readers

/// A PowerPoint file made of the slides that a test gives.
struct PPTXFixture {
  /// A slide of what stands in its shape tree.
  struct Slide {
    var shapes: String
    /// What stands in the shape tree of its page of notes; nil for none.
    var notes: String?
    var isHidden = false

    init(_ shapes: String, notes: String? = nil, isHidden: Bool = false) {
      self.shapes = shapes
      self.notes = notes
      self.isHidden = isHidden
    }
  }

  /// In the order of their parts' names.
  var slides: [Slide]
  /// The order in which the presentation names them, by position; that of the parts by default.
  var order: [Int]?
  /// What stands in the shape trees of the layout and the master, and the master's text styles.
  var layout = ""
  var master = ""
  var styles = ""

  init(_ slides: Slide...) { self.slides = slides }

  init(_ shapes: String...) { slides = shapes.map { Slide($0) } }

  /// A place in thousands of units.
  static func place(_ x: Int, _ y: Int, _ width: Int, _ height: Int) -> String {
    "<a:xfrm><a:off x=\"\(x)000\" y=\"\(y)000\"/><a:ext cx=\"\(width)000\" cy=\"\(height)000\"/></a:xfrm>"
  }

  /// A text box with paragraphs at a place; `placeholder` is the attributes of `p:ph`.
  static func box(
    _ paragraphs: [String], placeholder: String? = nil, at place: String = ""
  ) -> String {
    let ph = placeholder.map { "<p:ph \($0)/>" } ?? ""
    return "<p:sp><p:nvSpPr><p:cNvPr id=\"2\" name=\"\"/><p:nvPr>\(ph)</p:nvPr></p:nvSpPr>"
      + "<p:spPr>\(place)</p:spPr><p:txBody>\(paragraphs.joined())</p:txBody></p:sp>"
  }

  static func paragraph(_ words: String, _ properties: String = "") -> String {
    "<a:p>\(properties)<a:r><a:t>\(words)</a:t></a:r></a:p>"
  }

  static func title(_ words: String) -> String {
    box([paragraph(words)], placeholder: "type=\"title\"")
  }

  static func group(_ shapes: String, place: String) -> String {
    "<p:grpSp><p:grpSpPr>\(place)</p:grpSpPr>\(shapes)</p:grpSp>"
  }

  static func frame(_ content: String, uri: String, at place: String = "") -> String {
    "<p:graphicFrame>\(place.replacing("a:xfrm", with: "p:xfrm"))<a:graphic><a:graphicData uri=\"\(uri)\">"
      + "\(content)</a:graphicData></a:graphic></p:graphicFrame>"
  }

  static func table(_ rows: [[String]], attributes: String = "firstRow=\"1\"") -> String {
    let body = rows.map { row in
      "<a:tr>"
        + row.map { cell in
          // "^甲" is covered by the cell above.
          let isCovered = cell.hasPrefix("^")
          return "<a:tc\(isCovered ? " vMerge=\"1\"" : "")><a:txBody>"
            + paragraph(isCovered ? String(cell.dropFirst()) : cell) + "</a:txBody></a:tc>"
        }.joined() + "</a:tr>"
    }
    return frame(
      "<a:tbl><a:tblPr \(attributes)/>\(body.joined())</a:tbl>",
      uri: "http://schemas.openxmlformats.org/drawingml/2006/table")
  }

  private static func tree(_ shapes: String) -> String {
    "<p:cSld><p:spTree>\(shapes)</p:spTree></p:cSld>"
  }

  var parts: [(path: String, content: [UInt8])] {
    let order = order ?? Array(slides.indices)
    let list = order.map { "<p:sldId id=\"\(256 + $0)\" r:id=\"s\($0)\"/>" }.joined()
    var parts: [(path: String, content: [UInt8])] = [
      ("[Content_Types].xml", Array("<Types/>".utf8)),
      ("_rels/.rels", OfficeParts.relations([("r1", "officeDocument", "ppt/presentation.xml")])),
      (
        "ppt/presentation.xml",
        OfficeParts.part("p:presentation", "<p:sldIdLst>\(list)</p:sldIdLst>")
      ),
      (
        "ppt/_rels/presentation.xml.rels",
        OfficeParts.relations(
          slides.indices.map { ("s\($0)", "slide", "slides/slide\($0 + 1).xml") })
      ),
      ("ppt/slideLayouts/l.xml", OfficeParts.part("p:sldLayout", Self.tree(layout))),
      (
        "ppt/slideLayouts/_rels/l.xml.rels",
        OfficeParts.relations([("r1", "slideMaster", "../slideMasters/m.xml")])
      ),
      (
        "ppt/slideMasters/m.xml",
        OfficeParts.part("p:sldMaster", Self.tree(master) + "<p:txStyles>\(styles)</p:txStyles>")
      ),
    ]
    for (index, slide) in slides.enumerated() {
      let path = "ppt/slides/slide\(index + 1).xml"
      let notes = "notes\(index + 1).xml"
      parts.append(
        (
          path,
          OfficeParts.part(
            "p:sld", Self.tree(slide.shapes), slide.isHidden ? "show=\"0\"" : "")
        ))
      parts.append(
        (
          "ppt/slides/_rels/slide\(index + 1).xml.rels",
          OfficeParts.relations(
            [("r1", "slideLayout", "../slideLayouts/l.xml")]
              + (slide.notes == nil ? [] : [("r2", "notesSlide", "../notesSlides/\(notes)")]))
        ))
      if let words = slide.notes {
        parts.append(
          ("ppt/notesSlides/\(notes)", OfficeParts.part("p:notes", Self.tree(words))))
      }
    }
    return parts
  }

  func read() throws -> Staged<SourceDocument> { try Self.read(OfficeParts.archive(parts)) }

  static func read(_ bytes: [UInt8]) throws(OfficeReadingError) -> Staged<SourceDocument> {
    try PPTXReader().read(
      bytes, id: DocumentID("d"), source: "d.pptx", path: "d.pptx", sha256: "")
  }

  /// The lines with their marks.
  func lines() throws -> [String] { markedLines(try read().value) }
}
