import DocumentModel

/// Writes slides as extracted lines with their marks, a page a slide.
struct PPTXSlideWriter: Sendable {
  private(set) var builder = ExtractedTextBuilder()
  private let size: PPTXBox
  private let titleFinder: PPTXTitleFinder
  private var tables = 0
  /// Words at the foot of slides that were written once.
  private var furniture: Set<String> = []
  /// Numbers of slides with diagrams or charts, whose words aren't read.
  private(set) var slidesWithGraphics: [Int] = []
  /// Numbers of slides with words beside them, which nobody is shown.
  private(set) var slidesWithWordsBeside: [Int] = []
  /// Numbers of slides without a word.
  private(set) var slidesWithoutText: [Int] = []

  /// `size` is the box of each slide.
  init(size: PPTXBox) {
    self.size = size
    titleFinder = PPTXTitleFinder(height: size.height)
  }

  /// A slide with what it takes from its layout.
  struct Slide {
    /// 1-based, hidden slides counted.
    var number: Int
    var shapes: [PPTXShape]
    var sheets: [PPTXLayouts.Sheet]
    /// The words of its page of notes.
    var notes: [String]
    /// Whether it is the first that is shown.
    var isFirst: Bool
  }

  /// Writes a slide: its title, its boxes in reading order, its notes.
  mutating func write(_ slide: Slide) {
    let count = builder.marks.count
    builder.startPage(slide.number)
    var shapes = slide.shapes.map { placed($0, by: slide.sheets) }
    let beside = shapes.indices.filter { isShown(shapes[$0]) && isBeside(shapes[$0]) }
    if beside.contains(where: { holdsWords(shapes[$0]) }) {
      slidesWithWordsBeside.append(slide.number)
    }
    for index in beside { shapes[index].isHidden = true }
    let titles = shapes.indices.filter { shapes[$0].placeholder?.isTitle ?? false }
    var rest = shapes.indices.filter { !titles.contains($0) }
    for index in titles {
      guard case .text(let body) = shapes[index].content else { continue }
      builder.add(body.text, isCover(slide, shapes[index]) ? .title : .heading(level: 1))
    }
    if builder.marks.count == count {
      let filled = rest.filter { isShown(shapes[$0]) && holdsWords(shapes[$0]) }
      if let title = titleFinder.title(among: filled.map { shapes[$0] }),
        case .text(let body) = shapes[filled[title]].content
      {
        rest.removeAll { $0 == filled[title] }
        let others = rest.map { shapes[$0] }
        builder.add(
          body.text, slide.isFirst && !holdsSentences(others) ? .title : .heading(level: 1))
      }
    }
    write(rest.map { shapes[$0] }, slide)
    for note in slide.notes { builder.add(note, .note) }
    if builder.marks.count == count { slidesWithoutText.append(slide.number) }
  }

  /// Whether a title is that of the whole presentation: on its first slide, set as on a cover.
  private func isCover(_ slide: Slide, _ title: PPTXShape) -> Bool {
    guard slide.isFirst else { return false }
    let others = slide.shapes.filter { shape in
      guard !(shape.placeholder?.isTitle ?? false), shape.placeholder?.type != "subTitle",
        !isFurniture(shape)
      else { return false }
      switch shape.content {
      case .text(let body): return !body.isBlank
      case .table, .group: return true
      case .graphic: return false
      }
    }
    return title.placeholder?.type == "ctrTitle" || slide.sheets.first?.type == "title"
      || others.isEmpty
  }

  /// The shape at the place that its layout gives, where it has none of its own.
  private func placed(_ shape: PPTXShape, by sheets: [PPTXLayouts.Sheet]) -> PPTXShape {
    guard shape.box == nil, let placeholder = shape.placeholder else { return shape }
    var shape = shape
    shape.box = sheets.shapes(for: placeholder).lazy.compactMap(\.box).first
    return shape
  }

  private func isFurniture(_ shape: PPTXShape) -> Bool {
    ["dt", "ftr", "hdr", "sldNum"].contains(shape.placeholder?.type)
  }

  private mutating func write(_ shapes: [PPTXShape], _ slide: Slide) {
    let shown = shapes.filter { !$0.isHidden }
    // A shape without words takes no part: a frame around others would part nothing.
    let filled = shown.filter { isShown($0) && holdsWords($0) }
    for index in PPTXReadingOrder().order(filled.map { hull(of: $0) }) {
      let shape = filled[index]
      switch shape.content {
      case .text(let body): write(body, of: shape, slide)
      case .table(let table): write(table)
      case .group: write(leaves(of: shape), slide)
      case .graphic: break
      }
    }
    for shape in shown where isFurniture(shape) {
      guard case .text(let body) = shape.content, shape.placeholder?.type != "sldNum",
        furniture.insert(body.text).inserted
      else { continue }
      builder.add(body.text, .furniture)
    }
    if shown.contains(where: isUnread), slidesWithGraphics.last != slide.number {
      slidesWithGraphics.append(slide.number)
    }
  }

  /// Whether a shape lies wholly outside the slide.
  private func isBeside(_ shape: PPTXShape) -> Bool {
    guard let box = hull(of: shape) else { return false }
    return box.right <= size.left || box.left >= size.right || box.bottom <= size.top
      || box.top >= size.bottom
  }

  private func isShown(_ shape: PPTXShape) -> Bool { !shape.isHidden && !isFurniture(shape) }

  /// Whether any shape holds more than the lines of a cover.
  private func holdsSentences(_ shapes: [PPTXShape]) -> Bool {
    shapes.flatMap(leaves).contains { shape in
      switch shape.content {
      case .text(let body): body.text.contains("。")
      case .table: true
      case .group, .graphic: false
      }
    }
  }

  private func holdsWords(_ shape: PPTXShape) -> Bool {
    switch shape.content {
    case .text(let body): !body.isBlank
    case .table: true
    case .group: leaves(of: shape).contains { holdsWords($0) || isUnread($0) }
    case .graphic: false
    }
  }

  private func isUnread(_ shape: PPTXShape) -> Bool {
    if case .graphic(let kind) = shape.content { kind == .diagram || kind == .chart } else { false }
  }

  /// What a group holds, groups in it opened: only the outermost group is read as one.
  private func leaves(of shape: PPTXShape) -> [PPTXShape] {
    guard !shape.isHidden else { return [] }
    guard case .group(let members) = shape.content else { return [shape] }
    return members.flatMap(leaves)
  }

  private func hull(of shape: PPTXShape) -> PPTXBox? {
    guard case .group = shape.content else {
      var box = shape.box
      if case .text(let body) = shape.content { box?.isVertical = body.isVertical }
      return box
    }
    return leaves(of: shape).filter(holdsWords).compactMap(hull).reduce(nil) { hull, box in
      hull.map { $0.union(box) } ?? box
    } ?? shape.box
  }

  private mutating func write(_ body: PPTXTextBody, of shape: PPTXShape, _ slide: Slide) {
    let styles = [body.bullets] + slide.sheets.bullets(for: shape.placeholder)
    var counter = PPTXBulletCounter(styles: styles)
    for paragraph in body.paragraphs where !paragraph.isBlank {
      let label = counter.label(of: paragraph)
      let role: LineMark.Role =
        label != nil
        ? .item(indent: paragraph.level)
        : CaptionWording.isCaption(paragraph.text) ? .caption : .paragraph
      builder.add((label ?? "") + paragraph.text, role)
    }
  }

  private mutating func write(_ table: PPTXTable) {
    tables += 1
    let names = table.rows.first?.cells.filter { !$0.isEmpty } ?? []
    // Not every program says that the first row is set off; three short names are a head.
    let hasHead =
      table.rows.count > 1 && (table.hasFirstRow || names.count >= 3)
      && HeaderWording.holdsNames(names)
    for (index, row) in table.rows.enumerated() {
      builder.addRow(row.cells, table: tables, isHeader: index == 0 && hasHead)
    }
  }
}
