/// Puts the drawings of diagrams (SmartArt) into a slide: the shapes as PowerPoint last drew them.
///
/// The diagram's data names its drawing by a relationship of the slide. See [MS-ODRAWXML] 2.3.4.
struct PPTXDiagrams {
  private let package: OfficePackage
  /// The relationships of the slide.
  private let relations: [OfficePackage.Relation]

  init(_ package: OfficePackage, _ relations: [OfficePackage.Relation]) {
    self.package = package
    self.relations = relations
  }

  /// Returns the shapes with each diagram a group of what it shows; one without a drawing stays.
  func drawn(_ shapes: [PPTXShape]) throws(OfficeReadingError) -> [PPTXShape] {
    var drawn = shapes
    for index in drawn.indices {
      if case .group(let members) = drawn[index].content {
        drawn[index].content = .group(try self.drawn(members))
      } else if let data = drawn[index].diagram, let path = try drawing(of: data) {
        let members = try package.read(path) { (reader) throws(XMLReadingError) in
          try Self.shapes(reader)
        }
        drawn[index].content = .group(members.map { moved($0, into: drawn[index].box) })
      }
    }
    return drawn
  }

  /// The path of the drawing that a diagram's data names; nil where there is none.
  private func drawing(of data: String) throws(OfficeReadingError) -> String? {
    guard let path = relations.first(where: { $0.id == data })?.path else { return nil }
    let name = try package.read(path) { (reader) throws(XMLReadingError) in
      var name: String?
      while true {
        switch try reader.next() {
        case .start:
          if reader.name == "dataModelExt" { name = name ?? reader.attribute("relId") }
        case .end, .text: break
        case .finished: return name
        }
      }
    }
    return relations.first { $0.id == name && $0.type == "diagramDrawing" }?.path
  }

  private static func shapes(_ reader: XMLPullReader) throws(XMLReadingError) -> [PPTXShape] {
    var shapes: [PPTXShape] = []
    while true {
      switch try reader.next() {
      case .start:
        if reader.name == "spTree" { shapes += try PPTXShapeParser(reader).shapes() }
      case .end, .text: break
      case .finished: return shapes
      }
    }
  }

  /// A shape of a drawing, whose places count from the diagram's corner, on the slide.
  private func moved(_ shape: PPTXShape, into frame: PPTXBox?) -> PPTXShape {
    var shape = shape
    shape.box?.left += frame?.left ?? 0
    shape.box?.top += frame?.top ?? 0
    if case .group(let members) = shape.content {
      shape.content = .group(members.map { moved($0, into: frame) })
    }
    return shape
  }
}
