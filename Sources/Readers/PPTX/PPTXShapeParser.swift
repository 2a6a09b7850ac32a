/// Reads the shapes of a slide, a layout, a master or a page of notes in the order of the file.
///
/// The nesting of elements is bounded by libxml2 (256), and so is the recursion here.
struct PPTXShapeParser {
  let reader: XMLPullReader

  /// How a group places what is in it: its own place, and the place its members count in.
  private struct Frame {
    var box: PPTXBox?
    var inner: PPTXBox?

    /// The place on the slide of a place in the group.
    func placed(_ box: PPTXBox) -> PPTXBox {
      guard let outer = self.box, let inner, inner.width > 0, inner.height > 0 else { return box }
      let (x, y) = (outer.width / inner.width, outer.height / inner.height)
      return PPTXBox(
        left: outer.left + (box.left - inner.left) * x,
        top: outer.top + (box.top - inner.top) * y, width: box.width * x, height: box.height * y)
    }
  }

  init(_ reader: XMLPullReader) { self.reader = reader }

  /// Reads the members of the shape tree or group whose start was the last event.
  func shapes() throws(XMLReadingError) -> [PPTXShape] {
    var members: [PPTXShape] = []
    var frame = Frame()
    var isHidden = false
    try read(into: &members, &frame, isHidden: &isHidden)
    return members
  }

  private func read(
    into members: inout [PPTXShape], _ frame: inout Frame, isHidden: inout Bool
  ) throws(XMLReadingError) {
    while true {
      switch try reader.next() {
      case .start:
        switch reader.name {
        case "grpSpPr": frame = try groupFrame()
        case "nvGrpSpPr":
          var group = PPTXShape(content: .group([]))
          try readIdentity(of: &group)
          isHidden = group.isHidden
        case "AlternateContent":
          // The first form that holds anything.
          let count = members.count
          while try nextChild() {
            if members.count > count {
              try reader.skip()
            } else {
              try read(into: &members, &frame, isHidden: &isHidden)
            }
          }
        case "sp", "cxnSp": if let shape = try shape() { members.append(shape) }
        case "graphicFrame": members.append(try graphic())
        case "pic":
          try reader.skip()
          members.append(PPTXShape(content: .graphic(.picture)))
        case "grpSp":
          var inner: [PPTXShape] = []
          var own = Frame()
          var isHidden = false
          try read(into: &inner, &own, isHidden: &isHidden)
          for index in inner.indices {
            if let box = inner[index].box { inner[index].box = own.placed(box) }
            inner[index].placeMembers(by: own.placed)
          }
          members.append(PPTXShape(content: .group(inner), box: own.box, isHidden: isHidden))
        default: try reader.skip()
        }
      case .end, .finished: return
      case .text: break
      }
    }
  }

  /// Moves to the start of the next child; false at the end of the element.
  private func nextChild() throws(XMLReadingError) -> Bool {
    while true {
      switch try reader.next() {
      case .start: return true
      case .end, .finished: return false
      case .text: break
      }
    }
  }

  private func groupFrame() throws(XMLReadingError) -> Frame {
    var frame = Frame()
    while try nextChild() {
      guard reader.name == "xfrm" else {
        try reader.skip()
        continue
      }
      var (outer, inner) = (PartialBox(), PartialBox())
      while try nextChild() {
        switch reader.name {
        case "off", "ext": outer.read(reader)
        case "chOff", "chExt": inner.read(reader)
        default: break
        }
        try reader.skip()
      }
      frame = Frame(box: outer.box, inner: inner.box)
    }
    return frame
  }

  /// The two halves of a place as they stand in the file.
  private struct PartialBox {
    var offset: (x: Double, y: Double)?
    var extent: (x: Double, y: Double)?

    mutating func read(_ reader: XMLPullReader) {
      func number(_ name: String) -> Double? {
        reader.attribute(name).flatMap { Double($0) }.flatMap { abs($0) < 1e12 ? $0 : nil }
      }
      if let x = number("x"), let y = number("y") { offset = (x, y) }
      if let x = number("cx"), let y = number("cy") { extent = (x, y) }
    }

    var box: PPTXBox? {
      guard let offset, let extent else { return nil }
      return PPTXBox(
        left: offset.x, top: offset.y, width: max(extent.x, 0), height: max(extent.y, 0))
    }
  }

  private func place() throws(XMLReadingError) -> PPTXBox? {
    var box = PartialBox()
    while try nextChild() {
      box.read(reader)
      try reader.skip()
    }
    return box.box
  }

  /// A shape with words; nil where it can have none.
  private func shape() throws(XMLReadingError) -> PPTXShape? {
    var shape = PPTXShape(content: .text(PPTXTextBody()))
    while try nextChild() {
      switch reader.name {
      case "nvSpPr": try readIdentity(of: &shape)
      case "spPr":
        while try nextChild() {
          if reader.name == "xfrm" { shape.box = try place() } else { try reader.skip() }
        }
      case "txBody": shape.content = .text(try PPTXTextParser(reader).body())
      default: try reader.skip()
      }
    }
    return shape
  }

  private func readIdentity(of shape: inout PPTXShape) throws(XMLReadingError) {
    while try nextChild() {
      switch reader.name {
      case "cNvPr":
        shape.isHidden = reader.attribute("hidden").map { ["1", "true"].contains($0) } ?? false
        try reader.skip()
      case "nvPr":
        while try nextChild() {
          if reader.name == "ph" {
            shape.placeholder = PPTXPlaceholder(
              type: reader.attribute("type") ?? "obj",
              index: reader.attribute("idx").flatMap { Int($0) } ?? 0)
          }
          try reader.skip()
        }
      default: try reader.skip()
      }
    }
  }

  /// A table, a chart or a diagram.
  private func graphic() throws(XMLReadingError) -> PPTXShape {
    var shape = PPTXShape(content: .graphic(.other))
    while try nextChild() {
      switch reader.name {
      case "nvGraphicFramePr": try readIdentity(of: &shape)
      case "xfrm": shape.box = try place()
      case "graphic":
        while try nextChild() {
          guard reader.name == "graphicData" else {
            try reader.skip()
            continue
          }
          let kind = reader.attribute("uri") ?? ""
          if kind.hasSuffix("/chart") { shape.content = .graphic(.chart) }
          if kind.hasSuffix("/diagram") { shape.content = .graphic(.diagram) }
          while try nextChild() {
            if reader.name == "tbl" {
              shape.content = .table(try PPTXTextParser(reader).table())
            } else {
              if reader.name == "relIds" { shape.diagram = reader.attribute("dm") }
              try reader.skip()
            }
          }
        }
      default: try reader.skip()
      }
    }
    return shape
  }
}

extension PPTXShape {
  /// Moves the members of a group, and of groups in it, to where a group around them places them.
  fileprivate mutating func placeMembers(by place: (PPTXBox) -> PPTXBox) {
    guard case .group(var members) = content else { return }
    for index in members.indices {
      if let box = members[index].box { members[index].box = place(box) }
      members[index].placeMembers(by: place)
    }
    content = .group(members)
  }
}
