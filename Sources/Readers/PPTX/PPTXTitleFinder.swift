/// Finds the title of a slide that has none in the place of its layout: a short box near the upper
/// edge, set in the largest type of the slide, or as large as any and above all else.
struct PPTXTitleFinder: Sendable {
  /// The height of the slides in English Metric Units.
  var height: Double
  /// The most characters of a title.
  private static let longest = 60
  /// The size of words that say nothing of it, in hundredths of a point.
  private static let usualSize = 1800

  /// Returns the position of the title among the shapes that hold words; nil where none stands out.
  func title(among shapes: [PPTXShape]) -> Int? {
    let candidates = shapes.indices.filter { mayBeTitle(shapes[$0]) }
    let best = candidates.max { a, b in
      (Self.size(of: shapes[a]), shapes[a].box?.width ?? 0)
        < (Self.size(of: shapes[b]), shapes[b].box?.width ?? 0)
    }
    guard let best, let box = shapes[best].box, shapes.count > 1 else { return nil }
    let others = shapes.indices.filter { $0 != best }.map { shapes[$0] }
    let size = Self.size(of: shapes[best])
    let largest = others.map(Self.size).max() ?? 0
    let isAbove = others.allSatisfy { $0.box.map { $0.top >= box.top + box.height / 2 } ?? false }
    return size > largest || (size == largest && isAbove) ? best : nil
  }

  private func mayBeTitle(_ shape: PPTXShape) -> Bool {
    guard case .text(let body) = shape.content, let box = shape.box,
      box.top + box.height / 2 < height / 4
    else { return false }
    let filled = body.paragraphs.filter { !$0.isBlank }
    return filled.count == 1 && body.text.count <= Self.longest && !body.text.contains("。")
      && filled[0].bullet == nil
      && body.text.unicodeScalars.contains { $0.properties.isAlphabetic }
  }

  /// The largest type of a shape.
  private static func size(of shape: PPTXShape) -> Int {
    switch shape.content {
    case .text(let body):
      body.paragraphs.filter { !$0.isBlank }.map { $0.size ?? usualSize }.max() ?? 0
    case .group(let members): members.map(size).max() ?? 0
    case .table, .graphic: 0
    }
  }
}
